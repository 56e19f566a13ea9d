using System;
using TwcBridge.Simulator;

namespace TwcBridge.VirtualDevice.Proving;

/// <summary>
/// The patience that cars need (PROTOCOL 4, steps): 5 s between two changes of one offer, 60 s
/// between on and off. The pauses run from decision to decision, the wire shows when a decision was
/// told, and how long before that it can have been made: it may have waited for its heartbeat, and
/// for a minute while we were silent beside a rival. A site limit that is passed, by what was
/// confirmed or by who has just come or begun unasked, or seems to be in a frame that was misheard,
/// or was lowered a moment ago, ends all patience, downwards only. What was cut for somebody who
/// came with a limit is followed by its rest. A car that goes on at an offer of 0 is given its
/// minimum, which switches nothing on even where the car stops before it is told; so is one that
/// seems to charge in a frame that was misheard.
/// </summary>
internal sealed class PaceCheck : Checker
{
    private const long RoundingUs = 2 * Micros.PerMs;
    private const long ChangeUs = 5 * Micros.PerSecond - RoundingUs;
    private const long SwitchUs = 60 * Micros.PerSecond - RoundingUs;

    // Of eight.
    private const long CycleUs = 2 * Micros.PerSecond;

    // An order waits for a gap among the heartbeats.
    private const long OrderUs = SwitchUs - 4 * Micros.PerSecond;
    private const long ArrivedUs = 10 * Micros.PerSecond;
    private const long BreachUs = 70 * Micros.PerSecond;

    // It is lost after 26 s, and then holds its limit for 30 s.
    private const long HeldUs = ConnectorWatch.LostUs + 31 * Micros.PerSecond;
    private const long RivalUs = 66 * Micros.PerSecond;
    private const long ListenUs = 6 * Micros.PerSecond;

    private readonly int[] _held;
    private long _breachUs = ConnectorWatch.Never;
    private long _arrivedUs = ConnectorWatch.Never;
    private int _siteLimit;
    private int _connectorLimit;

    public PaceCheck(Evidence evidence)
        : base(evidence)
    {
        _held = new int[evidence.Connectors.Length];
    }

    public override void OnBoot()
    {
        _siteLimit = Evidence.Settings.SiteLimitCentiamps;
        _connectorLimit = Evidence.Settings.ConnectorLimitCentiamps;
    }

    public override void OnSettings()
    {
        bool isLowered = Evidence.Settings.SiteLimitCentiamps < _siteLimit
            || Evidence.Settings.ConnectorLimitCentiamps < _connectorLimit;
        _breachUs = isLowered ? NowUs : _breachUs;
        _siteLimit = Evidence.Settings.SiteLimitCentiamps;
        _connectorLimit = Evidence.Settings.ConnectorLimitCentiamps;
    }

    public override void OnHeard()
    {
        bool isMore = HasSomebodyTakenMore();
        _arrivedUs = isMore || Evidence.Heard.IsLinkReady ? NowUs : _arrivedUs;
        LookForBreach();
    }

    // A start that nobody asked for needs room where an offer may just have been decided.
    private bool HasSomebodyTakenMore()
    {
        bool hasTaken = false;
        foreach (ConnectorWatch connector in Evidence.Connectors)
        {
            int held = connector.HeldCentiamps;
            hasTaken |= held > _held[connector.Index] && held > connector.ToldCentiamps;
            _held[connector.Index] = held;
        }
        return hasTaken;
    }

    private void LookForBreach()
    {
        int sum = 0;
        foreach (ConnectorWatch connector in Evidence.Connectors)
        {
            long heardUs = Math.Max(connector.AnsweredUs, connector.LinkReadyUs);
            sum += NowUs - heardUs < HeldUs ? connector.HeldCentiamps : 0;
        }
        if (sum > _siteLimit)
        {
            _breachUs = NowUs;
        }
    }

    public override void OnSending()
    {
        LookForBreach();
        if (Evidence.Sent.To is not { } connector)
        {
            return;
        }
        if (Evidence.Sent.IsLimit)
        {
            CheckLimit(connector, connector.Obeyed(Evidence.Sent.Frame.LimitCentiamps));
        }
        else if (Evidence.Sent.Opcode is Opcodes.OpenContactor or Opcodes.CloseContactor)
        {
            CheckOrder(connector);
        }
    }

    private void CheckLimit(ConnectorWatch connector, int limit)
    {
        long silentUntilUs = Math.Max(Evidence.RivalUs + RivalUs, Evidence.BootedUs + ListenUs);
        if (connector.ToldChangedUs < silentUntilUs)
        {
            return;
        }
        int told = Math.Max(connector.ToldCentiamps, 0);
        if (IsExcused(told, limit))
        {
            return;
        }
        if (IsChangeTooSoon(connector, limit > told))
        {
            Evidence.Refute(Property.ChangePause, $"{connector.Truth.Name} was told {told} "
                + $"centiamps and, {(NowUs - connector.ToldChangedUs) / Micros.PerMs} ms later, "
                + $"{limit}");
        }
        if (IsSwitch(connector, told, limit) && NowUs - connector.ToldSwitchedUs < SwitchUs)
        {
            Evidence.Refute(Property.SwitchPause, $"{connector.Truth.Name} was switched "
                + $"{(NowUs - connector.ToldSwitchedUs) / Micros.PerMs} ms ago");
        }
    }

    // One that was misheard may have seemed to charge, or to be about to.
    private bool IsExcused(int told, int limit)
    {
        bool isMinimum = limit <= ConnectorWatch.ProtocolTwoMinimum;
        return limit == told || (limit < told && IsBreach())
            || (isMinimum && Evidence.WasMisheardWithin(ArrivedUs));
    }

    private bool IsChangeTooSoon(ConnectorWatch connector, bool isRaise)
    {
        return NowUs - connector.ToldChangedUs < ChangeUs && !(isRaise && WasCut(connector));
    }

    // Somebody came with a limit from before after the decision, and the books had room for a part
    // of it only: the rest is no decision of its own.
    private bool WasCut(ConnectorWatch connector)
    {
        foreach (ConnectorWatch other in Evidence.Connectors)
        {
            bool isNew = connector.ToldChangedUs - other.LinkReadyUs < CycleUs
                && other.AnsweredUs > other.LinkReadyUs;
            if (other != connector && isNew && other.BookCentiamps > 0)
            {
                return true;
            }
        }
        return false;
    }

    private bool IsSwitch(ConnectorWatch connector, int told, int limit)
    {
        return connector.IsSwitch(told, limit)
            && (limit == 0 || NowUs - connector.StoppedUs > CycleUs);
    }

    private void CheckOrder(ConnectorWatch connector)
    {
        if (connector.OrderOpcode != 0 && connector.OrderOpcode != Evidence.Sent.Opcode
            && NowUs - connector.OrderedUs < OrderUs && !IsBreach())
        {
            Evidence.Refute(Property.SwitchPause, $"the contactor of {connector.Truth.Name} was "
                + $"ordered {(NowUs - connector.OrderedUs) / Micros.PerMs} ms ago");
        }
    }

    private bool IsBreach()
    {
        return NowUs - _breachUs < BreachUs || NowUs - _arrivedUs < ArrivedUs
            || Evidence.WasMisheardWithin(ArrivedUs);
    }
}
