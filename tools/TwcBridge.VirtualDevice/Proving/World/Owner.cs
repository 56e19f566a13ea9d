using System;
using TwcBridge.Charging;
using TwcBridge.Simulator;

namespace TwcBridge.VirtualDevice.Proving;

/// <summary>Sets the box up, and changes limits while it runs.</summary>
internal sealed class Owner : Actor
{
    private const int WholeAmp = 100;
    private const int LeastLimit = 600;

    private readonly long _longestPauseUs;

    public Owner(ProvingWorld world, int stream)
        : base(world, stream)
    {
        _longestPauseUs = Pick(1L, 4, 100) * Micros.PerHour;
        Plan();
    }

    /// <summary>What a box is set to when it is installed.</summary>
    public SiteSettings FirstSettings()
    {
        SiteSettings settings = SomeLimits(new SiteSettings
        {
            StopMode = Pick(StopMode.Minimum, StopMode.Vehicle, StopMode.Contactor,
                StopMode.Silence),
            LeaseMs = Dice.Between(1, 300) * 1000,
        });
        int count = World.ConnectorCount;
        return settings with { MaxConnectors = IsChance(95) ? 8 : Dice.Between(1, count) };
    }

    /// <summary>What may be set between two boots as well.</summary>
    public SiteSettings OtherSettings(SiteSettings settings)
    {
        return SomeLimits(settings) with
        {
            StopMode = IsChance(20)
                ? Pick(StopMode.Minimum, StopMode.Contactor, StopMode.Silence)
                : settings.StopMode,
            Passive = IsChance(2),
        };
    }

    public override void Act()
    {
        Plan();
        if (World.IsTroubled && World.Box.IsUp)
        {
            World.ChangeSettings(SomeLimits(World.Settings));
        }
    }

    private SiteSettings SomeLimits(SiteSettings settings)
    {
        int siteLimit = SomeSiteLimit();
        return settings with
        {
            SiteLimitCentiamps = siteLimit,
            ConnectorLimitCentiamps = Pick(1000, 1600, 1650, 3200, 8000),
            FailsafeCentiamps = Math.Min(siteLimit, Pick(0, 600, 600, 600, 800, 1600)),
            Failsafe = Pick(FailsafeMode.Amount, FailsafeMode.Amount, FailsafeMode.Amount,
                FailsafeMode.Keep, FailsafeMode.Stop),
            DefaultCentiamps = IsChance(80)
                ? SiteSettings.NoDefault
                : Math.Min(siteLimit, Dice.Between(6, 40) * WholeAmp),
        };
    }

    // Often too little for all, often just enough, sometimes plenty.
    private int SomeSiteLimit()
    {
        int minima = World.ConnectorCount * LeastLimit;
        int limit = Dice.Below(10) switch
        {
            0 => Dice.Between(LeastLimit, minima),
            1 => minima,
            2 => Dice.Between(minima, 2 * minima),
            3 or 4 => World.ConnectorCount * 3200,
            _ => Dice.Between(minima, 3 * minima),
        };
        limit = Math.Max(limit, LeastLimit);
        return IsChance(80) ? limit / WholeAmp * WholeAmp : limit;
    }

    private void Plan()
    {
        NextUs = World.NowUs + Between(Micros.PerSecond, _longestPauseUs);
    }
}
