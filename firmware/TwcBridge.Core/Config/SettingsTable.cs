namespace TwcBridge.Config;

/// <summary>
/// The one table of names, kinds and ranges. A new setting is a line in SettingKey and one here;
/// reading, writing, checking and documenting follow it.
/// </summary>
public static class SettingsTable
{
    public const int Count = (int)SettingKey.HttpPassword + 1;

    /// <summary>A number that is not set. Only a setting that may be absent has it.</summary>
    public const int Absent = -1;

    public const int MaxTextLength = 64;
    public const int MaxBoxLength = 32;
    public const int MaxPrefixLength = 32;

    /// <summary>What a radio network may be called, and how long a WPA2 password is.</summary>
    public const int MaxSsidLength = 32;
    public const int MinWpaLength = 8;
    public const int MaxWpaLength = 63;

    /// <summary>Ports of a broker unless another is set.</summary>
    public const int MqttUsualPort = 1883;
    public const int MqttTlsPort = 8883;

    private const int AmpsMin = 600;
    private const int AmpsMax = 8000;

    /// <summary>The words of stop_mode, in the order of Charging.StopMode.</summary>
    private static readonly string[] StopModes =
    {
        "minimum", "contactor", "silence", "vehicle",
    };

    /// <summary>The words of failsafe_mode, in the order of Charging.FailsafeMode.</summary>
    private static readonly string[] FailsafeModes = { "amount", "keep", "stop" };

    /// <summary>The words of energy_unit, in the order of Charging.EnergyUnit.</summary>
    private static readonly string[] EnergyUnits = { "auto", "kwh", "wh" };

    /// <summary>The words of mqtt_compat, in the order of Control.CompatTopics.</summary>
    private static readonly string[] Compats = { "off", "twcmanager", "twc_controller" };

    private static readonly string[] NoWords = { };

    public static string NameOf(SettingKey key)
    {
        switch (key)
        {
            case SettingKey.SiteLimit:
                return "site_limit_amps";
            case SettingKey.ConnectorLimit:
                return "connector_limit_amps";
            case SettingKey.DefaultAmps:
                return "default_amps";
            case SettingKey.FailsafeAmps:
                return "failsafe_amps";
            case SettingKey.FailsafeMode:
                return "failsafe_mode";
            case SettingKey.LeaseSeconds:
                return "lease_seconds";
            case SettingKey.StopMode:
                return "stop_mode";
            case SettingKey.MaxConnectors:
                return "max_connectors";
            case SettingKey.Passive:
                return "passive";
            case SettingKey.Box:
                return "box";
            case SettingKey.MqttHost:
                return "mqtt_host";
            case SettingKey.MqttPort:
                return "mqtt_port";
            case SettingKey.MqttTls:
                return "mqtt_tls";
            case SettingKey.MqttUser:
                return "mqtt_user";
            case SettingKey.MqttPassword:
                return "mqtt_password";
            case SettingKey.MqttCompat:
                return "mqtt_compat";
            case SettingKey.HaDiscovery:
                return "ha_discovery";
            case SettingKey.HaPrefix:
                return "ha_prefix";
            case SettingKey.EnergyUnit:
                return "energy_unit";
            case SettingKey.PublishVin:
                return "publish_vin";
            case SettingKey.WifiSsid:
                return "wifi_ssid";
            case SettingKey.WifiPassword:
                return "wifi_password";
            case SettingKey.SetupPassword:
                return "setup_password";
            default:
                return "http_password";
        }
    }

    public static SettingKind KindOf(SettingKey key)
    {
        switch (key)
        {
            case SettingKey.SiteLimit:
            case SettingKey.ConnectorLimit:
            case SettingKey.DefaultAmps:
            case SettingKey.FailsafeAmps:
                return SettingKind.Amps;
            case SettingKey.LeaseSeconds:
            case SettingKey.MaxConnectors:
            case SettingKey.MqttPort:
                return SettingKind.Number;
            case SettingKey.Passive:
            case SettingKey.MqttTls:
            case SettingKey.HaDiscovery:
            case SettingKey.PublishVin:
                return SettingKind.Flag;
            case SettingKey.StopMode:
            case SettingKey.FailsafeMode:
            case SettingKey.EnergyUnit:
            case SettingKey.MqttCompat:
                return SettingKind.Choice;
            case SettingKey.MqttPassword:
            case SettingKey.WifiPassword:
            case SettingKey.SetupPassword:
            case SettingKey.HttpPassword:
                return SettingKind.Secret;
            default:
                return SettingKind.Text;
        }
    }

    /// <summary>Lowest number, or fewest bytes of a text.</summary>
    public static int MinOf(SettingKey key)
    {
        switch (key)
        {
            case SettingKey.SiteLimit:
            case SettingKey.ConnectorLimit:
                return AmpsMin;
            case SettingKey.LeaseSeconds:
            case SettingKey.MaxConnectors:
            case SettingKey.Box:
            case SettingKey.HaPrefix:
                return 1;
            default:
                return 0;
        }
    }

    /// <summary>Highest number, or most bytes of a text.</summary>
    public static int MaxOf(SettingKey key)
    {
        switch (key)
        {
            case SettingKey.SiteLimit:
            case SettingKey.ConnectorLimit:
            case SettingKey.DefaultAmps:
            case SettingKey.FailsafeAmps:
                return AmpsMax;
            case SettingKey.LeaseSeconds:
                return 86400;
            case SettingKey.MaxConnectors:
                return 8;
            case SettingKey.MqttPort:
                return 65535;
            case SettingKey.Passive:
            case SettingKey.MqttTls:
            case SettingKey.HaDiscovery:
            case SettingKey.PublishVin:
                return 1;
            case SettingKey.StopMode:
            case SettingKey.FailsafeMode:
            case SettingKey.EnergyUnit:
            case SettingKey.MqttCompat:
                return WordsOf(key).Length - 1;
            case SettingKey.Box:
                return MaxBoxLength;
            case SettingKey.HaPrefix:
                return MaxPrefixLength;
            case SettingKey.WifiSsid:
                return MaxSsidLength;
            case SettingKey.WifiPassword:
            case SettingKey.SetupPassword:
            case SettingKey.HttpPassword:
                return MaxWpaLength;
            default:
                return MaxTextLength;
        }
    }

    /// <summary>The number of a fresh box. Sixteen amps until the owner has said what the breaker
    /// carries, six when nobody claims anything.</summary>
    public static int DefaultOf(SettingKey key)
    {
        switch (key)
        {
            case SettingKey.SiteLimit:
                return 1600;
            case SettingKey.ConnectorLimit:
                return 3200;
            case SettingKey.DefaultAmps:
                return Absent;
            case SettingKey.FailsafeAmps:
                return 600;
            case SettingKey.LeaseSeconds:
                return 120;
            case SettingKey.MaxConnectors:
                return 3;
            case SettingKey.HaDiscovery:
                return 1;
            default:
                return 0;
        }
    }

    /// <summary>Whether null is a value of its own.</summary>
    public static bool MayBeAbsent(SettingKey key)
    {
        return key == SettingKey.DefaultAmps;
    }

    /// <summary>Whether a change is in force at once; the others wait for the next start.
    /// </summary>
    public static bool TakesEffectAtOnce(SettingKey key)
    {
        return key <= SettingKey.LeaseSeconds || key == SettingKey.HttpPassword;
    }

    /// <summary>The words of a Choice; empty for the others.</summary>
    public static string[] WordsOf(SettingKey key)
    {
        return key == SettingKey.StopMode ? StopModes
            : key == SettingKey.FailsafeMode ? FailsafeModes
            : key == SettingKey.EnergyUnit ? EnergyUnits
            : key == SettingKey.MqttCompat ? Compats
            : NoWords;
    }

    public static bool IsText(SettingKey key)
    {
        SettingKind kind = KindOf(key);
        return kind == SettingKind.Text || kind == SettingKind.Secret;
    }
}
