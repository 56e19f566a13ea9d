using System;
using System.Collections.Generic;
using System.Threading;
using TwcBridge.Bus;
using TwcBridge.Simulator;

namespace TwcBridge.Benchmarks.Live;

/// <summary>
/// Changes the limits of the connectors in turn by HTTP, seldom enough that the pause of 5 s
/// between two changes of one offer holds nothing up. The moments are random; every second change
/// is given another moment until it meets an idle line, which is rare with several connectors.
/// </summary>
internal sealed class CommandProbe
{
    private const int OtherCentiamps = 1000;
    private const int ShortestPauseMs = 1700;
    private const int LongestPauseMs = 2300;
    private const int MostRetryMs = 60;

    private readonly LiveBox _box;
    private readonly ManualResetEvent _never = new(false);
    private readonly Random _random = new(1);
    private readonly List<Probe> _probes = [];

    public CommandProbe(LiveBox box)
    {
        _box = box;
    }

    public IReadOnlyList<Probe> Probes => _probes;

    /// <summary>Requests that were not answered with 200.</summary>
    public int RefusedCount { get; private set; }

    /// <summary>Returns when the last change has had time to reach the wire.</summary>
    public void Run(int seconds)
    {
        long endUs = _box.Clock.NowUs + seconds * Micros.PerSecond;
        while (_box.Clock.NowUs < endUs)
        {
            _never.WaitOne(_random.Next(ShortestPauseMs, LongestPauseMs));
            bool isIdle = IsIdle();
            while (_probes.Count % 2 == 1 && !isIdle)
            {
                _never.WaitOne(_random.Next(MostRetryMs));
                isIdle = IsIdle();
            }
            Send(isIdle);
        }
        _never.WaitOne(LongestPauseMs);
    }

    private bool IsIdle()
    {
        long cycleUs = HeartbeatCycle.IntervalMs(_box.ConnectorCount, Timing.SlotMs) * Micros.PerMs;
        return _box.Line.IsIdle(_box.Clock.NowUs, cycleUs);
    }

    private void Send(bool isIdle)
    {
        int round = _probes.Count / _box.ConnectorCount;
        Probe probe = new(
            _box.Clock.NowUs,
            LiveBox.IdOf(_probes.Count % _box.ConnectorCount),
            round % 2 == 0 ? OtherCentiamps : LiveBox.FirstCentiamps,
            isIdle);
        _probes.Add(probe);
        RefusedCount += _box.TryPutLimit(probe.Id, probe.Centiamps) ? 0 : 1;
    }
}
