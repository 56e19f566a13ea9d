using System.Collections.Generic;
using System.Linq;
using TwcBridge.Benchmarks.Reports;
using TwcBridge.Simulator;

namespace TwcBridge.Benchmarks.Live;

/// <summary>From the user's request to the heartbeat that carries it, in milliseconds.</summary>
internal sealed class CommandDelays
{
    public CommandDelays(IReadOnlyList<Probe> probes, IReadOnlyList<LineFrame> frames)
    {
        foreach (Probe probe in probes)
        {
            LineFrame carrier = frames.FirstOrDefault(frame => frame.IsHeartbeat
                && frame.AtUs > probe.AtUs && frame.PeripheralId == probe.Id
                && frame.LimitCentiamps == probe.Centiamps);
            double delayMs = (carrier.AtUs - probe.AtUs) / (double)Micros.PerMs;
            if (carrier.AtUs == 0)
            {
                LostCount++;
            }
            else if (probe.IsOnIdleLine)
            {
                OnIdleLine.Add(delayMs);
            }
            else
            {
                OnBusyLine.Add(delayMs);
            }
        }
    }

    public Samples OnIdleLine { get; } = new();

    /// <summary>Those that had to wait for the end of an exchange or for other heartbeats.
    /// </summary>
    public Samples OnBusyLine { get; } = new();

    /// <summary>Changes that no heartbeat carried.</summary>
    public int LostCount { get; }
}
