namespace TwcBridge.Control;

/// <summary>The HTTP paths that exist; <see cref="Surface"/> spells them.</summary>
public enum Route : byte
{
    /// <summary>No such path.</summary>
    None,

    Page,
    Health,

    /// <summary>The state of the box.</summary>
    Status,

    /// <summary>The state of one connector.</summary>
    Charger,

    /// <summary>What the bus itself does, for whoever looks for a fault.</summary>
    Bus,

    Limit,
    ChargerLimit,
    Enabled,
    ChargerEnabled,
    Boost,
    Mode,
    ChargerPriority,
    TakeOver,
    Rediscover,
    Identify,

    /// <summary>The firmware's measurements of its pace.</summary>
    Timing,

    /// <summary>For Prometheus.</summary>
    Metrics,

    /// <summary>The page for the first set-up; there only while the access point is open.
    /// </summary>
    SetupPage,

    /// <summary>Where that page sends the settings.</summary>
    Setup,

    /// <summary>Begins a session of the page.</summary>
    Login,

    /// <summary>Ends all sessions.</summary>
    Logout,

    Restart,
    FactoryReset,

    /// <summary>The settings.</summary>
    Config,

    /// <summary>The settings as a file, without secrets.</summary>
    ConfigExport,

    /// <summary>The certificate of who has signed that of the broker.</summary>
    MqttCa,

    /// <summary>What the box is and how it fares.</summary>
    Info,

    /// <summary>What has happened.</summary>
    Log,

    /// <summary>The last day.</summary>
    History,

    /// <summary>The description of all this for programs.</summary>
    OpenApi,
}
