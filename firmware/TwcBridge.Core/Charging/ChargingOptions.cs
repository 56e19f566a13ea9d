namespace TwcBridge.Charging;

/// <summary>The limits and habits that the owner has set. Amounts in 0.01 A.</summary>
public sealed class ChargingOptions
{
    /// <summary>Value of <see cref="DefaultCentiamps"/>: there is no default claim.</summary>
    public const int NoDefault = -1;

    /// <summary>Lowest offer above 0 on protocol 1 and 2 (PROTOCOL 4, minimum).</summary>
    public const int MinProtocol1Centiamps = 500;
    public const int MinProtocol2Centiamps = 600;

    public const int StandardTtlMs = 120000;
    public const int LeastTtlMs = 1000;
    public const int MostTtlMs = 86400000;

    /// <summary>The most that all offers together may reach: breaker times 0.8.</summary>
    public int SiteLimitCentiamps = 1600;

    /// <summary>The most that one connector may be offered, whatever it is rated for.</summary>
    public int ConnectorLimitCentiamps = 3200;

    /// <summary>The standing claim for the whole site, or NoDefault.</summary>
    public int DefaultCentiamps = NoDefault;

    /// <summary>What each connector is offered when nobody claims anything.</summary>
    public int FailsafeCentiamps = 600;

    public FailsafeMode Failsafe = FailsafeMode.Amount;

    /// <summary>Life of a command that names none.</summary>
    public int DefaultTtlMs = StandardTtlMs;

    /// <summary>How long after the start a connector may obey a limit of an earlier controller
    /// unheard: its contactor opens after 20..30 s without heartbeats (PROTOCOL 4), and a heartbeat
    /// that our restart cut short may have found its end in our first frame, 2 s after it. Until
    /// then no connector is offered more than it charges with. 0 where nobody can hold anything.
    /// </summary>
    public int OldLimitsMs = 33000;

    /// <summary>What the meters count in, or Unknown: found out.</summary>
    public EnergyUnit EnergyUnit;

    public StopMode StopMode = StopMode.Minimum;

    /// <summary>Another controller decides: nothing is decided here, its limits are shown.
    /// </summary>
    public bool Passive;

    /// <summary>Takes what the owner may change while cars charge.</summary>
    public void CopyLimitsFrom(ChargingOptions other)
    {
        SiteLimitCentiamps = other.SiteLimitCentiamps;
        ConnectorLimitCentiamps = other.ConnectorLimitCentiamps;
        DefaultCentiamps = other.DefaultCentiamps;
        FailsafeCentiamps = other.FailsafeCentiamps;
        Failsafe = other.Failsafe;
        DefaultTtlMs = other.DefaultTtlMs;
    }

    /// <summary>Lowest offer above 0.</summary>
    /// <param name="protocol">1 or 2.</param>
    public static int MinOf(int protocol)
    {
        return protocol == 1 ? MinProtocol1Centiamps : MinProtocol2Centiamps;
    }
}
