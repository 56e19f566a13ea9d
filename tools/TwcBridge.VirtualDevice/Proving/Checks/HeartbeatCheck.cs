using System;
using TwcBridge.Charging;
using TwcBridge.Simulator;

namespace TwcBridge.VirtualDevice.Proving;

/// <summary>
/// Whoever has announced itself, or answers us, hears from us at least every 5 s: its contactor
/// opens under load otherwise. Nothing excuses a late heartbeat but another controller (or a
/// spoilt frame that looks like one), a boot, and what the settings ask for: silence as a way to
/// stop, and a site limit that cannot carry the minima of all. A connector that has not been heard
/// for 26 s, or that announces itself for so long and never answers, is given up, and the latter left
/// alone for 30 s.
/// </summary>
internal sealed class HeartbeatCheck : Checker
{
    private const long LongestGapUs = 5 * Micros.PerSecond;
    private const long RivalExcuseUs = 66 * Micros.PerSecond;

    // A pause may last its dwell; a site limit that was too small may be so for a turn.
    private const long PausedUs = 90 * Micros.PerSecond;
    private const long RoundingUs = 20 * Micros.PerMs;

    private readonly long[] _mayPauseUntilUs;

    public HeartbeatCheck(Evidence evidence)
        : base(evidence)
    {
        _mayPauseUntilUs = new long[evidence.Connectors.Length];
    }

    public override void OnBoot()
    {
        Array.Clear(_mayPauseUntilUs);
    }

    public override void OnStep()
    {
        if (!Evidence.IsUp || IsExcused())
        {
            return;
        }
        bool areMinimaTooMuch = !AreMinimaWithinLimit();
        for (int i = 0; i < Evidence.Connectors.Length; i++)
        {
            if (areMinimaTooMuch || MayBeSilenced(i))
            {
                _mayPauseUntilUs[i] = NowUs + PausedUs;
            }
            else if (NowUs >= _mayPauseUntilUs[i])
            {
                Check(Evidence.Connectors[i]);
            }
        }
    }

    private void Check(ConnectorWatch connector)
    {
        long sinceUs = Math.Max(connector.BeatUs, connector.AskedUs);
        long heardUs = connector.HeardUs;
        bool isLinked = heardUs >= Evidence.BootedUs && sinceUs >= Evidence.BootedUs
            && NowUs - heardUs < ConnectorWatch.LostUs - RoundingUs;
        if (isLinked && NowUs - sinceUs >= LongestGapUs)
        {
            Evidence.Refute(Property.Heartbeats,
                $"no heartbeat for {connector.Truth.Name} in 5 s, although it was heard "
                + $"{(NowUs - heardUs) / Micros.PerMs} ms ago");
        }
    }

    private bool IsExcused()
    {
        return Evidence.Settings.Passive || NowUs - Evidence.RivalUs < RivalExcuseUs
            || Evidence.WasMisheardWithin(RivalExcuseUs)
            || Evidence.Settings.MaxConnectors < Evidence.Connectors.Length;
    }

    private bool AreMinimaWithinLimit()
    {
        int minima = Evidence.MinimaCentiamps;
        return minima <= Evidence.Settings.SiteLimitCentiamps && (!IsSilenceAStop()
            || minima <= Evidence.Claims.BudgetOf(Evidence.Settings));
    }

    private bool MayBeSilenced(int index)
    {
        return IsSilenceAStop() && Evidence.Claims.CapOf(index, Evidence.Settings)
            < Evidence.Connectors[index].MinCentiamps;
    }

    private bool IsSilenceAStop()
    {
        return Evidence.Settings.StopMode == StopMode.Silence;
    }
}
