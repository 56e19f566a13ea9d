using System;
using System.Threading;
using TwcBridge.Simulator;
using TwcBridge.VirtualDevice.Hosting;
using TwcBridge.VirtualDevice.Serial;

namespace TwcBridge.VirtualDevice.Simulation;

/// <summary>
/// Ties a simulated site to a real line in real time. Bytes leave the site when their stop bit has
/// ended there; bytes from outside take their time on the simulated line, however fast they came.
/// </summary>
public sealed class SimulatorDriver
{
    // Also how long a stop takes at the most.
    private const int MostWaitMs = 100;
    private const int BufferLength = 256;

    private readonly SimulatedSite _site;
    private readonly AdapterPort _port;
    private readonly ISerialLine _line;
    private readonly byte[] _buffer = new byte[BufferLength];
    private AdapterPort? _tapPort;
    private ISerialLine? _tap;

    public SimulatorDriver(SimulatedSite site, AdapterPort port, ISerialLine line)
    {
        _site = site;
        _port = port;
        _line = line;
    }

    /// <summary>When there is something to do without a byte from outside.</summary>
    public long NextDueAtUs => Math.Min(
        Math.Min(_site.NextEventUs, _port.NextArrivalUs),
        _tapPort?.NextArrivalUs ?? Micros.Never);

    /// <summary>Lets somebody listen: whatever is said on the bus, by whomever, is written to this
    /// line, and what comes from there is ignored.</summary>
    public void Tap(AdapterPort port, ISerialLine line)
    {
        _tapPort = port;
        _tap = line;
    }

    /// <summary>Runs until stopped, and calls <paramref name="onTurn"/> ten times a second or
    /// more often.</summary>
    public void Run(Action onTurn, CancellationToken stop)
    {
        MonotonicClock clock = new();
        long startUs = _site.NowUs;
        while (!stop.IsCancellationRequested)
        {
            long nowUs = startUs + clock.NowUs;
            Turn(nowUs);
            onTurn();
            _line.WaitReadable(WaitMs(nowUs));
        }
    }

    /// <summary>Brings the site to this time and moves what is due, both ways.</summary>
    public void Turn(long nowUs)
    {
        _site.AdvanceTo(nowUs);
        int heardCount = _line.Read(_buffer);
        if (heardCount > 0)
        {
            _port.Write(_buffer, heardCount);
        }
        int sentCount = _port.Read(_buffer);
        if (sentCount > 0)
        {
            _line.Write(_buffer, sentCount);
        }
        TellTap();
    }

    private void TellTap()
    {
        int count = _tapPort?.Read(_buffer) ?? 0;
        if (count > 0)
        {
            _tap!.Write(_buffer, count);
        }
    }

    // Rounded up: to wake before the instant would only mean one more turn.
    private int WaitMs(long nowUs)
    {
        long waitUs = Math.Min(NextDueAtUs, nowUs + MostWaitMs * Micros.PerMs) - nowUs;
        return (int)Math.Max(0, (waitUs + Micros.PerMs - 1) / Micros.PerMs);
    }
}
