namespace TwcBridge.Config;

/// <summary>Every setting that the box has. The order is the table's (SettingsTable) and the
/// export's.</summary>
public enum SettingKey : byte
{
    /// <summary>Breaker times 0.8: the most that all offers together may reach.</summary>
    SiteLimit,

    /// <summary>The most that one connector may be offered.</summary>
    ConnectorLimit,

    /// <summary>The standing claim for the whole site; may be absent.</summary>
    DefaultAmps,

    /// <summary>What each connector is offered when nobody claims anything.</summary>
    FailsafeAmps,

    /// <summary>What that is: the amount, what was claimed last, or nothing.</summary>
    FailsafeMode,

    /// <summary>Life of a command that names none.</summary>
    LeaseSeconds,

    StopMode,
    MaxConnectors,

    /// <summary>Listen only.</summary>
    Passive,

    /// <summary>Last part of the base topic.</summary>
    Box,

    /// <summary>The broker; empty for none.</summary>
    MqttHost,

    /// <summary>0 for the usual one.</summary>
    MqttPort,

    /// <summary>Whether the broker is spoken to through TLS.</summary>
    MqttTls,
    MqttUser,
    MqttPassword,

    /// <summary>Whose topics are served besides our own.</summary>
    MqttCompat,

    /// <summary>Whether Home Assistant is told of the box.</summary>
    HaDiscovery,

    /// <summary>Start of the topics on which Home Assistant looks for devices.</summary>
    HaPrefix,

    /// <summary>What the meters of the connectors count in.</summary>
    EnergyUnit,

    /// <summary>Whether the VIN of a car is told.</summary>
    PublishVin,

    /// <summary>The network to join; empty for the one that the platform remembers.</summary>
    WifiSsid,
    WifiPassword,

    /// <summary>Of the box's own access point. Empty until the first start has made one up.
    /// </summary>
    SetupPassword,

    /// <summary>Of whoever commands the box over HTTP. The board makes one up at its first start.
    /// </summary>
    HttpPassword,
}
