using System;
using TwcBridge.Charging;
using TwcBridge.Simulator;

namespace TwcBridge.VirtualDevice.Proving;

/// <summary>
/// Whoever has announced itself, or answers us, hears from us at least every 5 s: its contactor
/// opens under load otherwise. Nothing excuses a late heartbeat but another controller (or a
/// spoilt frame that looks like one), a boot, and what the settings ask for: silence as the way to
/// stop who is to have nothing, or has no room beside what others may still hold; and a site limit
/// that cannot carry the minima of all. A connector that has not been heard for 26 s is given up.
/// One that announces itself for so long and never answers is deaf: it is left alone for 30 s
/// besides.
/// </summary>
internal sealed class HeartbeatCheck : Checker
{
    private const long LongestGapUs = 5 * Micros.PerSecond;
    private const long RivalExcuseUs = 66 * Micros.PerSecond;
    private const long DeafUntilUs = ConnectorWatch.LostUs + 31 * Micros.PerSecond;
    private const long UnsureFromUs = ConnectorWatch.LostUs - 300 * Micros.PerMs;

    // A pause may last its dwell; a site limit that was too small may be so for a turn.
    private const long PausedUs = 90 * Micros.PerSecond;
    private const long RoundingUs = 20 * Micros.PerMs;

    private readonly long[] _mayPauseUntilUs;

    // Its link-ready that no heartbeat has answered yet, and its first one since it last answered.
    private readonly long[] _askedUs;
    private readonly long[] _askingSinceUs;
    private long _excusedUs;

    public HeartbeatCheck(Evidence evidence)
        : base(evidence)
    {
        _mayPauseUntilUs = new long[evidence.Connectors.Length];
        _askedUs = new long[evidence.Connectors.Length];
        _askingSinceUs = new long[evidence.Connectors.Length];
    }

    public override void OnBoot()
    {
        Array.Clear(_mayPauseUntilUs);
        ForgetAsking();
    }

    public override void OnHeard()
    {
        if (Evidence.Heard.From is not { } connector)
        {
            return;
        }
        if (connector.AnsweredUs == NowUs)
        {
            OnAnswer(connector.Index);
        }
        else if (Evidence.Heard.IsLinkReady)
        {
            OnLinkReady(connector.Index);
        }
    }

    public override void OnSending()
    {
        if (!Evidence.Sent.IsHeartbeat || Evidence.Sent.To is not { } connector)
        {
            return;
        }
        int i = connector.Index;
        _askedUs[i] = ConnectorWatch.Never;
        if (NowUs - _askingSinceUs[i] is > ConnectorWatch.LostUs and < DeafUntilUs)
        {
            _askingSinceUs[i] = NowUs;      // Its time alone is over.
        }
    }

    public override void OnStep()
    {
        if (!Evidence.IsUp)
        {
            return;
        }
        NoteWhoPauses();
        if (IsExcused())
        {
            Excuse();
            return;
        }
        foreach (ConnectorWatch connector in Evidence.Connectors)
        {
            int i = connector.Index;
            if (connector.Truth.Id == Evidence.ControllerId)
            {
                // It is nobody's until it has taken another id, and asks anew then.
                _askedUs[i] = ConnectorWatch.Never;
                _askingSinceUs[i] = ConnectorWatch.Never;
            }
            else if (NowUs >= _mayPauseUntilUs[i])
            {
                Check(connector);
            }
        }
    }

    private void Check(ConnectorWatch connector)
    {
        int i = connector.Index;
        if (_askedUs[i] != ConnectorWatch.Never && _askedUs[i] < _mayPauseUntilUs[i])
        {
            AskAgain(i);
            return;
        }
        long spokenUs = Math.Max(connector.BeatUs, _askedUs[i]);
        long heardUs = Math.Max(connector.AnsweredUs, _askingSinceUs[i]);
        bool isLinked = heardUs >= Evidence.BootedUs && spokenUs >= Evidence.BootedUs
            && NowUs - heardUs < ConnectorWatch.LostUs - RoundingUs;
        if (isLinked && NowUs - Math.Max(spokenUs, _excusedUs) >= LongestGapUs)
        {
            Evidence.Refute(Property.Heartbeats,
                $"no heartbeat for {connector.Truth.Name} in 5 s, although it was heard "
                + $"{(NowUs - heardUs) / Micros.PerMs} ms ago");
        }
    }

    // It was perhaps left alone when it asked, and has to ask once more; and where it was never
    // paused it may have been found deaf meanwhile, and is left alone for that.
    private void AskAgain(int i)
    {
        _askedUs[i] = ConnectorWatch.Never;
        _mayPauseUntilUs[i] = Math.Max(NowUs, _askingSinceUs[i] + DeafUntilUs);
        if (_mayPauseUntilUs[i] == NowUs)
        {
            _askingSinceUs[i] = ConnectorWatch.Never;
        }
    }

    // An answer in the very moment of being given up comes in time or not.
    private void OnAnswer(int i)
    {
        if (NowUs - _askingSinceUs[i] is > UnsureFromUs and < DeafUntilUs)
        {
            _mayPauseUntilUs[i] = NowUs + DeafUntilUs;
        }
        _askingSinceUs[i] = ConnectorWatch.Never;
    }

    private void OnLinkReady(int i)
    {
        if (NowUs - _askingSinceUs[i] >= DeafUntilUs)
        {
            _askingSinceUs[i] = NowUs;
            _askedUs[i] = NowUs;
        }
        else if (_askedUs[i] == ConnectorWatch.Never)
        {
            _askedUs[i] = NowUs;
        }
    }

    // Whoever announced itself meanwhile was heard or not, and is deaf or not: nothing is known of
    // it for a while.
    private void Excuse()
    {
        _excusedUs = NowUs;
        for (int i = 0; i < _askingSinceUs.Length; i++)
        {
            if (_askingSinceUs[i] != ConnectorWatch.Never)
            {
                _mayPauseUntilUs[i] = Math.Max(_mayPauseUntilUs[i], NowUs + DeafUntilUs);
            }
        }
        ForgetAsking();
    }

    private void ForgetAsking()
    {
        Array.Fill(_askedUs, ConnectorWatch.Never);
        Array.Fill(_askingSinceUs, ConnectorWatch.Never);
    }

    private bool IsExcused()
    {
        return Evidence.Settings.Passive
            || NowUs - Evidence.RivalUs < RivalExcuseUs
            || Evidence.WasMisheardWithin(RivalExcuseUs)
            || Evidence.Settings.MaxConnectors < Evidence.Connectors.Length;
    }

    private bool AreMinimaServed()
    {
        return Evidence.MinimaCentiamps <= Evidence.Settings.SiteLimitCentiamps;
    }

    private void NoteWhoPauses()
    {
        if (!AreMinimaServed() || (IsSilenceAStop() && !HaveAllRoom()))
        {
            Array.Fill(_mayPauseUntilUs, NowUs + PausedUs);
        }
        else if (IsSilenceAStop())
        {
            NoteWhoStops();
        }
    }

    private bool HaveAllRoom()
    {
        int sum = 0;
        foreach (ConnectorWatch connector in Evidence.Connectors)
        {
            sum += Math.Max(connector.CommittedCentiamps, connector.MinCentiamps);
        }
        return sum <= Evidence.Settings.SiteLimitCentiamps
            && Evidence.MinimaCentiamps <= Evidence.Claims.BudgetOf(Evidence.Settings);
    }

    private void NoteWhoStops()
    {
        foreach (ConnectorWatch connector in Evidence.Connectors)
        {
            int cap = Evidence.Claims.CapOf(connector.Index, Evidence.Settings);
            if (cap < connector.MinCentiamps || Evidence.Claims.IsUnsure(connector.Index))
            {
                _mayPauseUntilUs[connector.Index] = NowUs + PausedUs;
            }
        }
    }

    private bool IsSilenceAStop()
    {
        return Evidence.Settings.StopMode == StopMode.Silence;
    }
}
