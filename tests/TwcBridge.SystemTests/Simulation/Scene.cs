using System;
using System.Collections.Generic;
using TwcBridge.Simulator;

namespace TwcBridge.SystemTests.Simulation;

/// <summary>A heartbeat answer as the controller read it.</summary>
internal readonly record struct Beat(
    ConnectorState State, int AcceptedCentiamps, int DrawnCentiamps);

/// <summary>A site with one connector and a controller played by the test.</summary>
internal sealed class Scene
{
    public const int ControllerId = 0x7777;
    public const int Id = 0x8204;

    private const long AnswerWithinUs = 210 * Micros.PerMs;

    private readonly byte[] _buffer = new byte[256];
    private readonly FrameReader _reader = new();

    public Scene(ConnectorOptions? options = null, long seed = 1)
    {
        Site = new SimulatedSite(seed);
        Port = Site.AddPort("controller");
        Connector = Site.AddConnector(options ?? new ConnectorOptions { Id = Id });
    }

    public SimulatedSite Site { get; }

    public AdapterPort Port { get; }

    public WallConnector Connector { get; }

    public ControllerMessages Messages { get; } = new(ControllerId, 0x77);

    /// <summary>Good frames read since the last call, as hex of their bodies.</summary>
    public List<string> Heard()
    {
        List<string> bodies = [];
        for (int length = Port.Read(_buffer); length > 0; length = Port.Read(_buffer))
        {
            for (int index = 0; index < length; index++)
            {
                if (_reader.Push(_buffer[index]))
                {
                    bodies.Add(Hex(_reader.Frame));
                }
            }
        }
        return bodies;
    }

    public void Send(FrameWriter writer)
    {
        Port.Write(writer.Wire, writer.Length);
    }

    /// <summary>Sends and waits until an answer is over.</summary>
    public string? Ask(FrameWriter writer)
    {
        Heard();
        Send(writer);
        Site.Advance(AnswerWithinUs);
        List<string> bodies = Heard();
        Assert.IsTrue(bodies.Count <= 1, string.Join(" | ", bodies));
        return bodies.Count == 0 ? null : bodies[0];
    }

    public Beat? Heartbeat(int command = HeartbeatCommand.NoChange, int centiamps = 0)
    {
        string? body = Ask(Messages.Heartbeat(Connector.Id, command, centiamps));
        return body is null ? null : new Beat(
            _reader.Frame.State, _reader.Frame.LimitCentiamps, _reader.Frame.DrawnCentiamps);
    }

    /// <summary>One heartbeat a second, for so many seconds.</summary>
    public Beat? Beats(int seconds, int command = HeartbeatCommand.NoChange, int centiamps = 0)
    {
        Beat? last = null;
        for (int beat = 0; beat < seconds; beat++)
        {
            last = Heartbeat(command, centiamps);
            Site.Advance(Micros.PerSecond - AnswerWithinUs);
        }
        return last;
    }

    /// <summary>
    /// Plugs a car and answers what the connector asks until the car draws what it may.
    /// </summary>
    public void Charge(string kind, int centiamps)
    {
        Connector.Plug(NewCar(kind));
        Beats(4);
        Assert.AreEqual(ConnectorState.WantsPower, Connector.State);
        Beats(3, HeartbeatCommand.InitialLimit, centiamps);
        Assert.AreEqual(ConnectorState.Starting, Connector.State);
        Beats(2, HeartbeatCommand.StartLimit, centiamps);
        Beats(60);
        Assert.AreEqual(ConnectorState.Charging, Connector.State);
    }

    public static Car NewCar(string kind)
    {
        Assert.IsTrue(CarKinds.TryCreate(kind, out Car? car), kind);
        return car!;
    }

    public static byte[] Wire(FrameWriter writer)
    {
        return writer.Wire.AsSpan(0, writer.Length).ToArray();
    }

    private static string Hex(WireFrame frame)
    {
        byte[] body = new byte[frame.Length];
        for (int index = 0; index < body.Length; index++)
        {
            body[index] = frame[index];
        }
        return Convert.ToHexString(body);
    }
}
