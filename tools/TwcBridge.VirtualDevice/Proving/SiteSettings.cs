using TwcBridge.Charging;

namespace TwcBridge.VirtualDevice.Proving;

/// <summary>What the owner has set, in 0.01 A. The checkers read it here; the bridge gets a copy.
/// </summary>
public sealed record SiteSettings
{
    public const int NoDefault = -1;

    public int SiteLimitCentiamps { get; init; } = 1600;

    public int ConnectorLimitCentiamps { get; init; } = 3200;

    public int DefaultCentiamps { get; init; } = NoDefault;

    public int FailsafeCentiamps { get; init; } = 600;

    public FailsafeMode Failsafe { get; init; }

    public int LeaseMs { get; init; } = 120_000;

    public StopMode StopMode { get; init; }

    public int MaxConnectors { get; init; } = 8;

    public bool Passive { get; init; }

    public BridgeOptions ToBridgeOptions()
    {
        BridgeOptions options = new();
        options.Bus.MaxPeripherals = MaxConnectors;
        options.Bus.Passive = Passive;
        CopyTo(options.Charging);
        return options;
    }

    /// <summary>What may change while the bridge runs.</summary>
    public void CopyTo(ChargingOptions charging)
    {
        charging.SiteLimitCentiamps = SiteLimitCentiamps;
        charging.ConnectorLimitCentiamps = ConnectorLimitCentiamps;
        charging.DefaultCentiamps = DefaultCentiamps == NoDefault
            ? ChargingOptions.NoDefault
            : DefaultCentiamps;
        charging.FailsafeCentiamps = FailsafeCentiamps;
        charging.Failsafe = Failsafe;
        charging.DefaultTtlMs = LeaseMs;
        charging.StopMode = StopMode;
    }
}
