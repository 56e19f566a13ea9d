using System;
using System.Text.Json.Nodes;
using TwcBridge.Config;

namespace TwcBridge.Cli.Diagnosing;

/// <summary>Everything on the other side of the box: radio, broker, clock, Home Assistant.
/// </summary>
internal static class NetworkFindings
{
    private const int WeakDbm = -75;
    private const int UselessDbm = -85;
    private const int MostSkewSeconds = 60;

    public static Finding Wireless(JsonNode state)
    {
        const string Subject = "wi-fi";
        if (state["wifi_rssi_dbm"] is not JsonNode strength)
        {
            return Finding.Unknown(Subject, "the box does not tell: it has a cable, or is a PC");
        }
        int dbm = (int)strength;
        string text = $"{dbm} dBm";
        return dbm < UselessDbm
            ? Finding.Wrong(Subject, text, "Too weak. Move the antenna or the router, or take a "
                + "board with Ethernet.")
            : dbm < WeakDbm
                ? Finding.Doubtful(Subject, text, "Weak: commands may be late.")
                : Finding.Fine(Subject, text);
    }

    /// <param name="settings">Null where the box does not tell them.</param>
    public static Finding Broker(JsonNode state, JsonObject? settings)
    {
        const string Subject = "mqtt";
        string? host = (string?)settings?[SettingsTable.NameOf(SettingKey.MqttHost)];
        if ((bool)state["mqtt_connected"]!)
        {
            long reconnects = (long)state["mqtt_reconnects"]!;
            return reconnects == 0
                ? Finding.Fine(Subject, $"connected {(host == null ? "" : $"to {host}")}".Trim())
                : Finding.Doubtful(Subject, $"connected, after {reconnects} losses",
                    "Look at the broker's log, and at the Wi-Fi above.");
        }
        return host switch
        {
            null => Finding.Unknown(Subject, "not connected, and the box does not tell its broker"),
            "" => Finding.Doubtful(Subject, "no broker is set", "Without one neither Home "
                + "Assistant nor evcc reach the box: twcbridge configure --host ... --set "
                + "mqtt_host=..."),
            _ => Finding.Wrong(Subject, $"not connected to {host}", "Is the broker running, are "
                + "mqtt_host, mqtt_port, mqtt_user and mqtt_password right, and does its firewall "
                + $"let the box in? From here: mosquitto_sub -h {host} -t 'twcbridge/#' -v"),
        };
    }

    /// <param name="nowSeconds">Unix time of this machine.</param>
    public static Finding Clock(JsonNode state, long nowSeconds)
    {
        const string Subject = "clock";
        long seconds = (long)state["ts"]!;
        return seconds == 0
            ? Finding.Doubtful(Subject, "not set", "The box asks a time server of the Internet: "
                + "does the router let it (UDP 123)? Only times in messages depend on it.")
            : Math.Abs(seconds - nowSeconds) > MostSkewSeconds
                ? Finding.Doubtful(Subject, $"{Math.Abs(seconds - nowSeconds)} s beside this "
                    + "machine's", "One of the two is wrong. Only times in messages depend on it.")
                : Finding.Fine(Subject, "right");
    }

    /// <param name="settings">Null where the box does not tell them.</param>
    public static Finding HomeAssistant(JsonNode state, JsonObject? settings)
    {
        const string Subject = "home assistant";
        if (settings?[SettingsTable.NameOf(SettingKey.HaDiscovery)] is not JsonNode discovery)
        {
            return Finding.Unknown(Subject, "the box does not tell");
        }
        if (!(bool)discovery)
        {
            return Finding.Doubtful(Subject, "discovery is switched off",
                "If that is not wanted: --set ha_discovery=true");
        }
        string prefix = $"{settings[SettingsTable.NameOf(SettingKey.HaPrefix)]}";
        return !(bool)state["mqtt_connected"]!
            ? Finding.Unknown(Subject, "not before MQTT is connected")
            : prefix != new Settings().Text(SettingKey.HaPrefix)
                ? Finding.Doubtful(Subject, $"announced below {prefix}/", "Its MQTT integration "
                    + "must have the same discovery prefix.")
                : Finding.Fine(Subject, $"announced below {prefix}/");
    }
}
