using System;
using TwcBridge.Charging;
using TwcBridge.Control;
using TwcBridge.Simulator;
using TwcBridge.VirtualDevice.Proving;

namespace TwcBridge.SystemTests.Proving;

/// <summary>Two connectors on a line, and us in place of the bridge: what we send and say is what
/// the checkers see.</summary>
internal sealed class HandmadeHistory
{
    public const int First = 0x8204;
    public const int Second = 0x8205;

    private readonly byte[] _buffer = new byte[256];
    private readonly int _bodyLength;

    /// <param name="protocol">Of both.</param>
    public HandmadeHistory(SiteSettings settings, int protocol = 2)
    {
        _bodyLength = protocol == 1 ? 14 : 16;
        Port = Site.AddPort("bridge");
        Connectors = [Watch(0, First, protocol), Watch(1, Second, protocol)];
        Referee = new Referee(new Evidence(Site, Port, Connectors));
        Referee.OnBoot(settings);
        Pass(3);
    }

    public SimulatedSite Site { get; } = new(1);

    public AdapterPort Port { get; }

    public ConnectorWatch[] Connectors { get; }

    public Referee Referee { get; }

    public Property Refuted => Referee.Refutation?.Property ?? Property.None;

    public string Text => Referee.Refutation?.Text ?? "";

    public void Pass(int seconds)
    {
        PassMs(seconds * 1000);
    }

    public void PassMs(int ms)
    {
        Site.Advance(ms * Micros.PerMs);
        Referee.OnStep();
        int length = Port.Read(_buffer);
        Referee.OnRead(_buffer, length, Site.NowUs / Micros.PerMs);
    }

    /// <summary>Each second a heartbeat to the first, and half a second later one to the second, as
    /// long as nothing is refuted.</summary>
    /// <param name="first">Command and limit of the first's, as in <see cref="Beat"/>.</param>
    public void Beat(int seconds, string first = "00", string second = "00")
    {
        for (int i = 0; i < seconds && Refuted == Property.None; i++)
        {
            Send("FBE077778204" + first);
            PassMs(500);
            Send("FBE077778205" + second);
            PassMs(500);
        }
    }

    /// <summary>A user's command, carried out as it was asked.</summary>
    public void Command(CommandKind kind, Action<Command> fill)
    {
        Command command = new() { Kind = kind };
        fill(command);
        Referee.OnAnswered(command, new CommandResult());
    }

    /// <summary>The box is asked what it knows.</summary>
    public void Tell(Action<BoxStatus> fill)
    {
        BoxStatus status = new() { ConnectorCount = Connectors.Length };
        for (int i = 0; i < Connectors.Length; i++)
        {
            status.Connector(i).Id = Connectors[i].Truth.Id;
            status.Connector(i).Linked = Connectors[i].AnsweredUs != ConnectorWatch.Never;
            status.Connector(i).DrawnCentiamps = Connectors[i].ReportedCentiamps;
        }
        fill(status);
        Referee.OnStatus(status);
    }

    /// <param name="hex">Marker to data; filled with zeros to a body of the connectors' protocol.
    /// </param>
    public void Send(string hex)
    {
        byte[] wire = Wire(hex);
        Referee.OnSending(wire, wire.Length);
        Port.Write(wire, wire.Length);
        Referee.OnSent(LineTiming.ByteEndUs(Site.NowUs, wire.Length - 1));
    }

    /// <summary>Somebody sends, and the referee learns it only from the line.</summary>
    public void SendAs(AdapterPort port, string hex)
    {
        byte[] wire = Wire(hex);
        port.Write(wire, wire.Length);
    }

    private byte[] Wire(string hex)
    {
        byte[] wire = new byte[_bodyLength + 2];
        byte[] body = Convert.FromHexString(hex);
        wire[0] = 0xC0;
        wire[^1] = 0xC0;
        body.CopyTo(wire, 1);
        for (int i = 2; i < _bodyLength; i++)
        {
            wire[_bodyLength] += wire[i];
        }
        return wire;
    }

    private ConnectorWatch Watch(int index, int id, int protocol)
    {
        ConnectorOptions options = new() { Id = id, Protocol = protocol };
        return new ConnectorWatch(index, Site.AddConnector(options), options);
    }
}
