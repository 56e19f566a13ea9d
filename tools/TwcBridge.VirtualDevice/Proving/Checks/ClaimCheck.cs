using System;
using TwcBridge.Simulator;

namespace TwcBridge.VirtualDevice.Proving;

/// <summary>
/// What users were told to be in force is in force, and 11 s after a lease has ended the fail-safe
/// is: 5 s for the pause between two changes, the rest for a heartbeat that waited behind a
/// suspicion (2.5 s), a cycle of eight (2 s) and a loop that was held up. Each of several that end
/// soon after each other has this time. The minimum may always stay: protocol 2 cannot be offered
/// less, and protocol 1 keeps it until its 60 s are over. In sum the offers may pass a claim for as
/// long as that, while one connector is told less, or waits to be switched off, and another one has
/// more already: claims are no fuses, the site limit is (RaiseCheck). What somebody was told and
/// has forgotten, or whose contactor we have opened, counts nothing: protocol 2 is not told a 0
/// that it would make 6 A of.
/// </summary>
internal sealed class ClaimCheck : Checker
{
    private const long FollowsUs = 11 * Micros.PerSecond;
    private const long DwellUs = 60 * Micros.PerSecond;

    // Until limits from before are gone whoever is idle holds them, untold.
    private const long OldLimitsUs = 45 * Micros.PerSecond;
    private const long RivalUs = 130 * Micros.PerSecond;
    private const long LongestGapUs = 5 * Micros.PerSecond;

    private readonly long[] _overSinceUs;
    private readonly MostOfLate[] _claimed;
    private long _sumOverSinceUs = ConnectorWatch.Never;

    public ClaimCheck(Evidence evidence)
        : base(evidence)
    {
        _overSinceUs = new long[evidence.Connectors.Length];
        Array.Fill(_overSinceUs, ConnectorWatch.Never);
        _claimed = new MostOfLate[evidence.Connectors.Length];
        for (int i = 0; i < _claimed.Length; i++)
        {
            _claimed[i] = new MostOfLate(FollowsUs);
        }
    }

    public override void OnBoot()
    {
        Array.Fill(_overSinceUs, ConnectorWatch.Never);
        _sumOverSinceUs = ConnectorWatch.Never;
    }

    public override void OnSending()
    {
        if (!Evidence.Sent.IsHeartbeat || Evidence.Sent.To is not { } connector
            || Evidence.Settings.MaxConnectors < _overSinceUs.Length)
        {
            return;
        }
        if (NowUs - Evidence.RivalUs < RivalUs || NowUs - Evidence.BootedUs < OldLimitsUs)
        {
            OnBoot();
        }
        CheckOne(connector);
        CheckSum();
    }

    private void CheckOne(ConnectorWatch connector)
    {
        int index = connector.Index;
        int told = Math.Min(ToldAfterThis(connector), connector.CommittedCentiamps);
        if (NowUs - connector.BeatUs > LongestGapUs)
        {
            // It was left alone, and nobody has told it less meanwhile.
            _overSinceUs[index] = ConnectorWatch.Never;
        }
        int most = Math.Max(
            Evidence.Claims.CapOf(index, Evidence.Settings), MinimumAsKnown(connector));
        bool isTooLong = IsTooLong(ref _overSinceUs[index], told > most, FollowsUs);
        if (told > _claimed[index].At(most, NowUs) && isTooLong)
        {
            Evidence.Refute(Property.Claims, $"{connector.Truth.Name} is offered {told} "
                + $"centiamps, and {most} is the most that anybody claims");
        }
    }

    // Until it has answered it is taken for protocol 2: a link-ready may have lost its end.
    private static int MinimumAsKnown(ConnectorWatch connector)
    {
        return connector.AnsweredUs < connector.LinkReadyUs
            ? ConnectorWatch.ProtocolTwoMinimum
            : connector.MinCentiamps;
    }

    private void CheckSum()
    {
        int sum = 0;
        int minima = 0;
        foreach (ConnectorWatch connector in Evidence.Connectors)
        {
            int told = connector.Truth.IsLinked
                ? Math.Min(ToldAfterThis(connector), connector.CommittedCentiamps)
                : 0;
            sum += Math.Max(told, 0);
            minima += told > 0 ? connector.MinCentiamps : 0;
        }
        int most = Math.Max(Evidence.Claims.BudgetOf(Evidence.Settings), minima);
        if (IsTooLong(ref _sumOverSinceUs, sum > most, FollowsUs + DwellUs))
        {
            Evidence.Refute(Property.Claims,
                $"{sum} centiamps are offered in sum, and {most} are claimed");
        }
    }

    private int ToldAfterThis(ConnectorWatch connector)
    {
        return Evidence.Sent.IsLimit && Evidence.Sent.To == connector
            ? Evidence.Sent.Frame.LimitCentiamps
            : connector.ToldCentiamps;
    }

    private bool IsTooLong(ref long sinceUs, bool isOver, long graceUs)
    {
        if (!isOver)
        {
            sinceUs = ConnectorWatch.Never;
        }
        else if (sinceUs == ConnectorWatch.Never)
        {
            sinceUs = NowUs;
        }
        return isOver && NowUs - sinceUs > graceUs;
    }
}
