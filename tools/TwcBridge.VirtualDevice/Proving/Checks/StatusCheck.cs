using System;
using TwcBridge.Control;
using TwcBridge.Simulator;

namespace TwcBridge.VirtualDevice.Proving;

/// <summary>
/// The status says what is. Who has been silent for too long is not called linked; what a linked
/// one draws is what it last reported; what it is said to be offered is what the wire told it, once
/// the next heartbeats have gone (but for protocol 2, which cannot be told 0); and the offers are
/// not said to be more than the site limit. The transmit path never had to refuse a frame: its
/// books and the plan's agree. Beside a rival, and where a frame was misheard, nothing is asserted
/// for a while.
/// </summary>
internal sealed class StatusCheck : Checker
{
    private const long RoundingUs = Micros.PerSecond;
    private const long DisturbedUs = 130 * Micros.PerSecond;
    private const long ToldUs = 12 * Micros.PerSecond;
    private const long FreshUs = 4 * Micros.PerSecond;
    private const long LoweredUs = 8 * Micros.PerSecond;

    private readonly FallingLimit _limit = new();
    private readonly int[] _offered;
    private readonly long[] _differsSinceUs;

    public StatusCheck(Evidence evidence)
        : base(evidence)
    {
        _offered = new int[evidence.Connectors.Length];
        _differsSinceUs = new long[evidence.Connectors.Length];
    }

    public override void OnBoot()
    {
        Array.Fill(_differsSinceUs, NowUs);
        Array.Fill(_offered, ConnectorStatus.Unknown);
        _limit.Set(Evidence.Settings.SiteLimitCentiamps, NowUs, 0);
    }

    public override void OnSettings()
    {
        _limit.Set(Evidence.Settings.SiteLimitCentiamps, NowUs, LoweredUs);
    }

    public override void OnStatus(BoxStatus status)
    {
        if (status.SendsRefused > 0)
        {
            Evidence.Refute(Property.Status, "a frame was chosen that must not be sent");
        }
        if (Evidence.Settings.Passive || NowUs - Evidence.RivalUs < DisturbedUs
            || Evidence.WasMisheardWithin(DisturbedUs))
        {
            Array.Fill(_differsSinceUs, NowUs);
            return;
        }
        if (status.OfferedCentiamps > Math.Max(_limit.AllowedAt(NowUs), Minima(status)))
        {
            Evidence.Refute(Property.Status, $"{status.OfferedCentiamps} centiamps are said to be "
                + $"offered, the site limit is {_limit.Value}");
        }
        foreach (ConnectorWatch connector in Evidence.Connectors)
        {
            if (status.Find(connector.KnownId) is { } told)
            {
                CheckLink(connector, told);
                CheckOffer(connector, told);
            }
        }
    }

    private void CheckLink(ConnectorWatch connector, ConnectorStatus status)
    {
        long silentUs = NowUs - connector.HeardUs;
        if (status.Linked && silentUs > ConnectorWatch.LostUs + RoundingUs)
        {
            Evidence.Refute(Property.Status, $"{connector.Truth.Name} is said to be linked, and "
                + $"was last heard {silentUs / Micros.PerMs} ms ago");
        }
        bool hasReported = status.Linked && connector.AnsweredUs > connector.LinkReadyUs;
        if (hasReported && status.DrawnCentiamps != connector.ReportedCentiamps)
        {
            Evidence.Refute(Property.Status, $"{connector.Truth.Name} is said to draw "
                + $"{status.DrawnCentiamps} centiamps, and said {connector.ReportedCentiamps}");
        }
    }

    private void CheckOffer(ConnectorWatch connector, ConnectorStatus status)
    {
        int i = connector.Index;
        bool isTalkedTo = status.Linked && NowUs - connector.BeatUs < FreshUs
            && NowUs - connector.AnsweredUs < FreshUs;
        if (!isTalkedTo || status.OfferedCentiamps != _offered[i]
            || IsTold(connector, status.OfferedCentiamps))
        {
            _differsSinceUs[i] = NowUs;
            _offered[i] = status.OfferedCentiamps;
        }
        else if (NowUs - _differsSinceUs[i] > ToldUs)
        {
            Evidence.Refute(Property.Status, $"{connector.Truth.Name} is said to be offered "
                + $"{status.OfferedCentiamps} centiamps, and was told {connector.ToldCentiamps}");
        }
    }

    private static bool IsTold(ConnectorWatch connector, int centiamps)
    {
        return centiamps == 0
            ? connector.IsProtocolTwo || connector.ToldCentiamps <= 0
            : centiamps == connector.ToldCentiamps || centiamps == connector.BookCentiamps;
    }

    private int Minima(BoxStatus status)
    {
        int sum = 0;
        foreach (ConnectorWatch connector in Evidence.Connectors)
        {
            bool isOffered = status.Find(connector.KnownId)?.OfferedCentiamps > 0;
            sum += isOffered ? connector.MinCentiamps : 0;
        }
        return sum;
    }
}
