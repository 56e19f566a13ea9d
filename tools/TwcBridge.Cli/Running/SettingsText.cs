using System.Collections.Generic;
using System.Globalization;
using TwcBridge.Config;
using TwcBridge.Control;

namespace TwcBridge.Cli.Running;

/// <summary>The settings of a run, as a settings file would have them. No texts: no names, no
/// secrets.</summary>
internal static class SettingsText
{
    public static string Describe(Settings settings)
    {
        List<string> parts = [];
        for (int i = 0; i < SettingsTable.Count; i++)
        {
            SettingKey key = (SettingKey)i;
            if (!SettingsTable.IsText(key) && key != SettingKey.MqttPort
                && key != SettingKey.MqttTls)
            {
                string value = Value(key, settings.Number(key));
                parts.Add($"\"{SettingsTable.NameOf(key)}\":{value}");
            }
        }
        return "{" + string.Join(',', parts) + "}";
    }

    private static string Value(SettingKey key, int number)
    {
        if (number == SettingsTable.Absent)
        {
            return "null";
        }
        return SettingsTable.KindOf(key) switch
        {
            SettingKind.Amps => (number / (decimal)Centiamps.PerAmp).ToString(
                "0.##", CultureInfo.InvariantCulture),
            SettingKind.Flag => number != 0 ? "true" : "false",
            SettingKind.Choice => $"\"{SettingsTable.WordsOf(key)[number]}\"",
            _ => number.ToString(CultureInfo.InvariantCulture),
        };
    }
}
