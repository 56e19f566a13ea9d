using System;
using System.Collections.Generic;
using System.Linq;

namespace TwcBridge.Benchmarks.Live;

/// <summary>
/// The heartbeats to one connector, and the places in the cycle where they belong, as seen from
/// outside. News of an offer travel in heartbeats of their own between two places; they are told
/// apart, because only the first heartbeat at or behind a place can be the regular one.
/// <code>
///   place k          news          place k+1
///   | regular        |             | regular
///   |-- error: from regular to regular, less the interval --|
/// </code>
/// </summary>
internal sealed class HeartbeatGrid
{
    // Two heartbeats belong to the same place if they differ by less, interval for interval.
    private const long SameUs = 20_000;

    private readonly long _intervalUs;
    private readonly long _phaseUs;
    private readonly List<long> _regularUs = [];

    /// <param name="heartbeatsUs">In order; not empty.</param>
    public HeartbeatGrid(IReadOnlyList<long> heartbeatsUs, long intervalUs)
    {
        _intervalUs = intervalUs;
        _phaseUs = heartbeatsUs.Select(PhaseOf).MaxBy(
            phaseUs => heartbeatsUs.Count(atUs => PhaseOf(atUs - phaseUs) < SameUs));
        long lastPlace = long.MinValue;
        foreach (long atUs in heartbeatsUs)
        {
            long place = (atUs - _phaseUs) / _intervalUs;
            if (place > lastPlace)
            {
                _regularUs.Add(atUs);
            }
            MissedCount += lastPlace == long.MinValue ? 0 : Math.Max(0, place - lastPlace - 1);
            lastPlace = place;
        }
    }

    /// <summary>Places without any heartbeat.</summary>
    public long MissedCount { get; }

    /// <summary>By how much each interval between two regular heartbeats was too long or too
    /// short.</summary>
    public IEnumerable<long> ErrorsUs => _regularUs.Zip(_regularUs.Skip(1),
        (before, after) => Math.Abs(after - before - _intervalUs));

    private long PhaseOf(long atUs)
    {
        long remainder = atUs % _intervalUs;
        return remainder < 0 ? remainder + _intervalUs : remainder;
    }
}
