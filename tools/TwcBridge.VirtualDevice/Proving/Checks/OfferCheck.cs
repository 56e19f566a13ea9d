using System;
using TwcBridge.Simulator;

namespace TwcBridge.VirtualDevice.Proving;

/// <summary>
/// Each limit on the wire by itself: whole amps, 0 or at least the minimum, and nothing above what
/// the hardware, the connector's limit and the site's limit allow. A limit that the owner lowers
/// counts after 6 s: an offer that has just changed waits 5 s for its next change.
/// </summary>
internal sealed class OfferCheck : Checker
{
    private const int WholeAmp = 100;
    private const long LoweredUs = 6 * Micros.PerSecond;

    // A spoilt link-ready may name another rating; the next good one mends it.
    private const long MisheardUs = 60 * Micros.PerSecond;

    private readonly FallingLimit _ceiling = new();

    public OfferCheck(Evidence evidence)
        : base(evidence)
    {
    }

    public override void OnBoot()
    {
        // A bridge that has just come up knows no older limit.
        _ceiling.Set(Ceiling(), NowUs, 0);
    }

    public override void OnSettings()
    {
        _ceiling.Set(Ceiling(), NowUs, LoweredUs);
    }

    public override void OnSending()
    {
        if (!Evidence.Sent.IsLimit || Evidence.Sent.To is not { } connector)
        {
            return;
        }
        CheckLimit(connector, Evidence.Sent.Frame.LimitCentiamps);
    }

    private void CheckLimit(ConnectorWatch connector, int limit)
    {
        if (limit % WholeAmp != 0 || (limit != 0 && limit < connector.MinCentiamps))
        {
            Evidence.Refute(Property.OfferShape,
                $"tells {connector.Truth.Name} a limit of {limit} centiamps");
        }
        bool isRatingSpoilt = Evidence.WasMisheardWithin(MisheardUs);
        if (limit > connector.Options.HardwareLimitCentiamps && !isRatingSpoilt)
        {
            Evidence.Refute(Property.Ceilings, $"tells {connector.Truth.Name} {limit} centiamps, "
                + $"which is rated {connector.Options.HardwareLimitCentiamps}");
        }
        if (limit > _ceiling.AllowedAt(NowUs))
        {
            Evidence.Refute(Property.Ceilings, $"tells {connector.Truth.Name} {limit} centiamps, "
                + $"and the owner allows {_ceiling.Value}");
        }
    }

    private int Ceiling()
    {
        return Math.Min(
            Evidence.Settings.ConnectorLimitCentiamps, Evidence.Settings.SiteLimitCentiamps);
    }
}
