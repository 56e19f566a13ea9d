using System;
using TwcBridge.Charging;
using TwcBridge.Simulator;

namespace TwcBridge.Benchmarks.Simulation;

/// <summary>
/// The real Bridge on the simulated line in virtual time, as fast as the machine can. Each
/// connector has a Tesla that charges. The bridge takes a turn when something happens on the line,
/// when it asked for one, and while bytes arrive as often as the loop of the firmware looks.
/// </summary>
internal sealed class SimulatedRun
{
    public const string BridgeName = "bridge";

    private const int FirstId = 0x8204;
    private const long LookUs = 5 * Micros.PerMs;

    // Enough for eight connectors at their minimum, and some to divide.
    private const int SiteLimitCentiamps = 6400;

    private readonly SimulatedSite _site;
    private readonly AdapterPort _port;
    private readonly byte[] _buffer = new byte[256];
    private readonly CommandResult _result = new();

    public SimulatedRun(int connectorCount, long seed)
    {
        _site = new SimulatedSite(seed);
        _port = _site.AddPort(BridgeName);
        for (int i = 0; i < connectorCount; i++)
        {
            WallConnector connector = _site.AddConnector(
                new ConnectorOptions { Id = IdOf(i) });
            CarKinds.TryCreate("tesla", out Car? car);
            connector.Plug(car!);
        }
        BridgeOptions options = new();
        options.Bus.MaxPeripherals = connectorCount;
        options.Charging.SiteLimitCentiamps = SiteLimitCentiamps;
        options.Charging.DefaultCentiamps = SiteLimitCentiamps;
        Bridge = new Bridge(options, 0);
    }

    public Bridge Bridge { get; }

    public long NowUs => _site.NowUs;

    public long NowMs => _site.NowUs / Micros.PerMs;

    public long TurnCount { get; private set; }

    public static int IdOf(int connectorIndex)
    {
        return FirstId + connectorIndex;
    }

    public void Observe(ILineObserver observer)
    {
        _site.Line.Observe(observer);
    }

    /// <summary>Gives a command now. It wakes the loop.</summary>
    public void Order(Command command)
    {
        Bridge.OnCommand(command, _result, NowMs);
        Turn();
    }

    public void AdvanceTo(long endUs)
    {
        while (_site.NowUs < endUs)
        {
            _site.AdvanceTo(Math.Min(NextTurnUs(), endUs));
            Turn();
        }
    }

    private long NextTurnUs()
    {
        // The bridge may want its next turn now; it has had one in this millisecond.
        long askedMs = Math.Max(Bridge.NextDueAtMs(), NowMs + 1);
        long askedUs = Math.Min(askedMs, Micros.Never / Micros.PerMs) * Micros.PerMs;
        long heardUs = Math.Max(_port.NextArrivalUs, _site.NowUs + LookUs);
        return Math.Min(askedUs, Math.Min(heardUs, _site.NextEventUs));
    }

    private void Turn()
    {
        TurnCount++;
        long nowMs = NowMs;
        int length = _port.Read(_buffer);
        if (length > 0)
        {
            Bridge.OnReceived(_buffer, length, nowMs);
        }
        Bridge.OnTime(nowMs);
        length = Bridge.Next(nowMs);
        if (length > 0)
        {
            _port.Write(Bridge.Wire, length);
            Bridge.OnSent(nowMs);
        }
    }
}
