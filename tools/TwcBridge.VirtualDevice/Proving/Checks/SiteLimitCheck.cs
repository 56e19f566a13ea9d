using System;
using System.Text;
using TwcBridge.Simulator;

namespace TwcBridge.VirtualDevice.Proving;

/// <summary>
/// The truth behind the wire, at every step: what the connectors whose contactor is closed have
/// accepted stays within the site limit, and what cars draw in sum, but for the time that
/// PROTOCOL 6 rule 8 gives to a car that draws more than it may, and to tell the others. Where the
/// owner lowers the limit the old one counts until everybody can have been told, or must have
/// opened its contactor for want of us: 20..30 s without a heartbeat, and the same once more for
/// who is found only then.
/// As long it may take where not even the minima fit, and somebody has to go without by turns.
/// What another controller tells the connectors is not our doing: from its first word until the
/// last of its limits must be gone nothing is asserted here (RaiseCheck goes on).
/// </summary>
internal sealed class SiteLimitCheck : Checker
{
    private const long LoweredUs = 70 * Micros.PerSecond;
    private const long RivalUs = 120 * Micros.PerSecond;
    private const long MisheardUs = 30 * Micros.PerSecond;
    private const long OverdrawnUs = 20 * Micros.PerSecond;

    private readonly FallingLimit _limit = new();
    private long _withinUs;
    private long _servedUs;

    public SiteLimitCheck(Evidence evidence)
        : base(evidence)
    {
    }

    public override void OnBoot()
    {
        int present = Math.Max(Sum(), Evidence.Site.DrawnCentiamps);
        if (present > Evidence.Settings.SiteLimitCentiamps)
        {
            // It was lowered before, and whoever was about to tell has forgotten it.
            _limit.Excuse(present, NowUs + LoweredUs);
        }
        _limit.Set(Evidence.Settings.SiteLimitCentiamps, NowUs, LoweredUs);
    }

    public override void OnSettings()
    {
        _limit.Set(Evidence.Settings.SiteLimitCentiamps, NowUs, LoweredUs);
    }

    public override void OnStep()
    {
        if (NowUs - Evidence.RivalUs < RivalUs || Evidence.WasMisheardWithin(MisheardUs))
        {
            _withinUs = NowUs;
            _servedUs = NowUs;
            return;
        }
        int most = _limit.AllowedAt(NowUs);
        int sum = Sum();
        bool fitsAll = Evidence.MinimaCentiamps <= most;
        _servedUs = sum <= most ? NowUs : _servedUs;
        if (NowUs - _servedUs > (fitsAll ? 0 : LoweredUs))
        {
            Evidence.Refute(Property.SiteLimit, Describe(sum));
        }
        CheckDrawn(most, fitsAll ? OverdrawnUs : LoweredUs);
    }

    private void CheckDrawn(int most, long graceUs)
    {
        int drawn = Evidence.Site.DrawnCentiamps;
        _withinUs = drawn > most ? _withinUs : NowUs;
        if (NowUs - _withinUs > graceUs)
        {
            Evidence.Refute(Property.SiteLimit,
                $"{drawn} centiamps are drawn, the site limit is {_limit.Value}");
        }
    }

    private int Sum()
    {
        int sum = 0;
        foreach (ConnectorWatch connector in Evidence.Connectors)
        {
            sum += connector.InForceCentiamps;
        }
        return sum;
    }

    private string Describe(int sum)
    {
        StringBuilder text = new();
        text.Append($"{sum} centiamps in force, the site limit is {_limit.Value}:");
        foreach (ConnectorWatch connector in Evidence.Connectors)
        {
            text.Append($" {connector.Truth.Name} {connector.InForceCentiamps}");
        }
        return text.ToString();
    }
}
