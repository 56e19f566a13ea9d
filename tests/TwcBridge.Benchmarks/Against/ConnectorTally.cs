using System.Collections.Generic;
using TwcBridge.Benchmarks.Reports;
using TwcBridge.Simulator;

namespace TwcBridge.Benchmarks.Against;

/// <summary>What an outside controller did with one connector.</summary>
internal sealed class ConnectorTally
{
    private const int Unknown = -1;

    private readonly List<long> _changedUs = [];
    private long _heartbeatUs = Unknown;
    private int _limitCentiamps = Unknown;

    public ConnectorTally(int id)
    {
        Id = id;
    }

    public int Id { get; }

    public int HeartbeatCount { get; private set; }

    public int AnswerCount { get; private set; }

    /// <summary>From the beginning of one heartbeat to the next.</summary>
    public Samples IntervalsMs { get; } = new();

    /// <summary>When heartbeats began that carried another limit than the one before.</summary>
    public IReadOnlyList<long> ChangedUs => _changedUs;

    public void OnHeartbeat(WireFrame frame, long atUs)
    {
        HeartbeatCount++;
        if (_heartbeatUs != Unknown)
        {
            IntervalsMs.Add((atUs - _heartbeatUs) / (double)Micros.PerMs);
        }
        _heartbeatUs = atUs;
        if (!ControllerRules.HasLimit(frame))
        {
            return;
        }
        if (_limitCentiamps != Unknown && frame.LimitCentiamps != _limitCentiamps)
        {
            _changedUs.Add(atUs);
        }
        _limitCentiamps = frame.LimitCentiamps;
    }

    public void OnAnswer()
    {
        AnswerCount++;
    }
}
