using System;
using System.Text.RegularExpressions;
using TwcBridge.Cli.Output;
using TwcBridge.Config;

namespace TwcBridge.Cli.Setup;

/// <summary>What the owner wants to know when all is done: where the box is, and what to tell the
/// programs that are to give it orders.</summary>
internal static class Farewell
{
    private static readonly Regex Recipe =
        new("```yaml\n(chargers:\n.*?)```", RegexOptions.Singleline);

    public static string To(string address, Settings settings)
    {
        string box = settings.Text(SettingKey.Box);
        string broker = settings.Text(SettingKey.MqttHost);
        string page = $"The box {box} is at {address}";
        string secret = $"\nIts password: {settings.Text(SettingKey.HttpPassword)}"
            + $"\nOf its own access point twcbridge-...: {settings.Text(SettingKey.SetupPassword)}"
            + "\nKeep both: they are shown this once.";
        return broker.Length == 0
            ? $"{page}{secret}\n\nIt has no broker. For Home Assistant and evcc give it one: "
                + $"twcbridge configure --host {new Uri(address).Authority} --set mqtt_host=..."
            : $"{page}{secret}\n\n{HomeAssistant(box, broker, settings)}\n\n{Evcc(box)}";
    }

    private static string HomeAssistant(string box, string broker, Settings settings)
    {
        return settings.Flag(SettingKey.HaDiscovery)
            ? "Home Assistant: set up its MQTT integration with the broker "
                + $"{broker}:{settings.BrokerPort()}; the box and its connectors "
                + $"appear there by themselves. A limit by hand:\n\n"
                + "actions:\n  - action: mqtt.publish\n    data:\n"
                + $"      topic: twcbridge/{box}/set_amps\n"
                + "      payload: '{\"amps\":13,\"ttl\":3600}'"
            : "Home Assistant: discovery is switched off (ha_discovery).";
    }

    // The recipe of docs/evcc.md, with the name of this box.
    private static string Evcc(string box)
    {
        string yaml = Recipe.Match(Resource.Read("evcc.md").Replace("\r", "")).Groups[1].Value;
        return "evcc: the same broker, and this in evcc.yaml; replace 1a2b by the id of your "
            + $"connector, which the page shows:\n\n{yaml.Replace("a1b2c3", box).TrimEnd()}";
    }
}
