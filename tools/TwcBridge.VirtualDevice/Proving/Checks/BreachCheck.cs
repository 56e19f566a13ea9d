using System;
using TwcBridge.Simulator;

namespace TwcBridge.VirtualDevice.Proving;

/// <summary>
/// Too much is lowered, and soon: who is talked to and answers is told, within 8 s, no more in sum
/// than the site limit; that is a cycle of eight, a suspicion and a loop that was held up. What a
/// car draws beyond what it may counts after the 10 s of PROTOCOL 6 rule 8. Whoever has its minimum
/// and draws nothing beyond that cannot be lowered further by a word: for that there are turns, and
/// SiteLimitCheck. Protocol 2 is not told a 0: what it has forgotten counts no more. Beside a rival
/// we have to be silent.
/// </summary>
internal sealed class BreachCheck : Checker
{
    private const long LowersUs = 8 * Micros.PerSecond;
    private const long AlarmUs = 10 * Micros.PerSecond;
    private const long TalkedToUs = 4 * Micros.PerSecond;
    private const long SilentUs = 70 * Micros.PerSecond;

    private long _withinUs;
    private long _drawnWithinUs;

    public BreachCheck(Evidence evidence)
        : base(evidence)
    {
    }

    public override void OnBoot()
    {
        _withinUs = NowUs;
        _drawnWithinUs = NowUs;
    }

    public override void OnSending()
    {
        if (!Evidence.Sent.IsHeartbeat)
        {
            return;
        }
        if (IsExcused())
        {
            OnBoot();
            return;
        }
        Look(out int told, out int leastTold, out int drawn, out int leastDrawn);
        int limit = Evidence.Settings.SiteLimitCentiamps;
        _withinUs = told <= Math.Max(limit, leastTold) ? NowUs : _withinUs;
        _drawnWithinUs = drawn <= Math.Max(limit, leastDrawn) ? NowUs : _drawnWithinUs;
        if (NowUs - _withinUs > LowersUs)
        {
            Refute(told, "offered", NowUs - _withinUs);
        }
        if (NowUs - _drawnWithinUs > AlarmUs + LowersUs)
        {
            Refute(drawn, "offered, or drawn beyond it,", NowUs - _drawnWithinUs);
        }
    }

    private bool IsExcused()
    {
        return NowUs - Evidence.RivalUs < SilentUs || Evidence.WasMisheardWithin(SilentUs)
            || Evidence.Settings.MaxConnectors < Evidence.Connectors.Length;
    }

    private void Look(out int told, out int leastTold, out int drawn, out int leastDrawn)
    {
        told = 0;
        leastTold = 0;
        drawn = 0;
        leastDrawn = 0;
        foreach (ConnectorWatch connector in Evidence.Connectors)
        {
            bool isTalkedTo = NowUs - connector.BeatUs < TalkedToUs
                && NowUs - connector.AnsweredUs < TalkedToUs;
            int offer = Math.Min(
                Math.Max(connector.ToldCentiamps, 0), connector.ReservedCentiamps);
            if (!isTalkedTo || offer == 0)
            {
                continue;
            }
            told += offer;
            leastTold += connector.MinCentiamps;
            bool isBeyond = connector.IsBeyond(offer);
            drawn += isBeyond ? connector.ReportedCentiamps : offer;
            leastDrawn += isBeyond ? connector.ReportedCentiamps : connector.MinCentiamps;
        }
    }

    private void Refute(int sum, string what, long sinceUs)
    {
        Evidence.Refute(Property.BreachEnds, $"{sum} centiamps are {what} in sum, for "
            + $"{sinceUs / Micros.PerMs} ms, and {Evidence.Settings.SiteLimitCentiamps} is the "
            + "site limit");
    }
}
