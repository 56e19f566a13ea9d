using System;
using TwcBridge.Charging;
using TwcBridge.Simulator;

namespace TwcBridge.VirtualDevice.Proving;

/// <summary>
/// No query delays a heartbeat: when anything but a heartbeat leaves, no heartbeat is due before
/// its exchange is over at the latest. When a heartbeat is due is told by the wire: one cycle after
/// the last one (PROTOCOL 4, pace; a second, or 220 ms for each and 340 ms where that is more; or
/// the longest that any connector had between its last two).
/// That is exact only while the same connectors have been talked to, and have answered, for a
/// while, and while the loop is in time; after every other event nothing is asserted for some
/// seconds, and nothing at all where connectors are paused by silence.
/// </summary>
internal sealed class QueryCheck : Checker
{
    private const long CycleUs = Micros.PerSecond;
    private const long SlotUs = 220 * Micros.PerMs;
    private const long GapUs = 340 * Micros.PerMs;

    // A request of 18 bytes, 160 ms, and an answer of 22.
    private const long ExchangeUs = 200 * Micros.PerMs;
    private const long SteadyUs = 40 * Micros.PerSecond;
    private const long RoundingUs = 2 * Micros.PerMs;

    private long _disturbedUs;

    public QueryCheck(Evidence evidence)
        : base(evidence)
    {
    }

    public override void OnBoot()
    {
        _disturbedUs = NowUs;
    }

    public override void OnSettings()
    {
        _disturbedUs = NowUs;
    }

    public override void OnHeard()
    {
        if (Evidence.Heard.IsLinkReady
            || Evidence.Heard.Speaker is Speaker.Rival or Speaker.Nobody)
        {
            _disturbedUs = NowUs;
        }
    }

    public override void OnSending()
    {
        int talkedTo = CountTalkedTo();
        long disturbedUs = Math.Max(_disturbedUs, Evidence.LateLoopUs);
        if (Evidence.Sent.IsHeartbeat || NowUs - disturbedUs < SteadyUs || IsSomebodyLeftAlone())
        {
            return;
        }
        long cycleUs = Math.Max(LongestGapUs(), Math.Max(CycleUs, (talkedTo * SlotUs) + GapUs));
        foreach (ConnectorWatch connector in Evidence.Connectors)
        {
            bool isTalkedTo = NowUs - connector.BeatUs < SteadyUs;
            if (isTalkedTo && NowUs + ExchangeUs > connector.BeatUs + cycleUs + RoundingUs)
            {
                Evidence.Refute(Property.QueriesWait, $"sends {Evidence.Sent.Opcode:X4} although "
                    + $"{connector.Truth.Name} had its heartbeat "
                    + $"{(NowUs - connector.BeatUs) / Micros.PerMs} ms ago");
            }
        }
    }

    // Slow answers widen the slots of all: whoever had no heartbeat besides shows the cycle.
    private long LongestGapUs()
    {
        long longestUs = 0;
        foreach (ConnectorWatch connector in Evidence.Connectors)
        {
            long gapUs = connector.BeatUs - connector.EarlierBeatUs;
            longestUs = NowUs - connector.BeatUs < SteadyUs
                ? Math.Max(longestUs, gapUs)
                : longestUs;
        }
        return longestUs;
    }

    private bool IsSomebodyLeftAlone()
    {
        return Evidence.Settings.StopMode == StopMode.Silence
            || Evidence.MinimaCentiamps > Evidence.Settings.SiteLimitCentiamps;
    }

    private int CountTalkedTo()
    {
        int count = 0;
        foreach (ConnectorWatch connector in Evidence.Connectors)
        {
            bool isTalkedTo = NowUs - connector.BeatUs < SteadyUs;
            bool isInStep = NowUs - connector.BeatUs < 3 * CycleUs
                && NowUs - connector.AnsweredUs < 3 * CycleUs;
            _disturbedUs = isTalkedTo && !isInStep ? NowUs : _disturbedUs;
            count += isTalkedTo ? 1 : 0;
        }
        return count;
    }
}
