using TwcBridge.Bus;
using TwcBridge.Charging;
using TwcBridge.Config;

namespace TwcBridge;

/// <summary>What the bridge is told at start.</summary>
public sealed class BridgeOptions
{
    public readonly BusOptions Bus = new BusOptions();

    public readonly ChargingOptions Charging = new ChargingOptions();

    /// <summary>Whether the status has the VIN of a car.</summary>
    public bool TellsVin;

    /// <summary>What the settings say of bus and charging.</summary>
    public static BridgeOptions From(Settings settings)
    {
        BridgeOptions options = new BridgeOptions();
        options.Bus.MaxPeripherals = settings.Number(SettingKey.MaxConnectors);
        options.Bus.Passive = settings.Flag(SettingKey.Passive);
        ReadLimits(settings, options.Charging);
        options.Charging.StopMode = (StopMode)settings.Number(SettingKey.StopMode);
        options.TellsVin = settings.Flag(SettingKey.PublishVin);
        return options;
    }

    /// <summary>Those settings that are in force as soon as they are saved.</summary>
    public static void ReadLimits(Settings settings, ChargingOptions into)
    {
        into.SiteLimitCentiamps = settings.Number(SettingKey.SiteLimit);
        into.ConnectorLimitCentiamps = settings.Number(SettingKey.ConnectorLimit);
        into.DefaultCentiamps = settings.Number(SettingKey.DefaultAmps);
        into.FailsafeCentiamps = settings.Number(SettingKey.FailsafeAmps);
        into.Failsafe = (FailsafeMode)settings.Number(SettingKey.FailsafeMode);
        into.DefaultTtlMs = settings.Number(SettingKey.LeaseSeconds) * 1000;
    }
}
