using TwcBridge.Config;

namespace TwcBridge.Control;

/// <summary>Writes all settings as the JSON object that SettingsReader takes.</summary>
public static class SettingsWriter
{
    /// <param name="withSecrets">Only for the box's own flash. Without, a secret is null when it
    /// is not set and "***" when it is.</param>
    public static void Write(JsonWriter json, Settings settings, bool withSecrets)
    {
        json.BeginObject();
        for (int i = 0; i < SettingsTable.Count; i++)
        {
            SettingKey key = (SettingKey)i;
            json.Key(SettingsTable.NameOf(key));
            WriteValue(json, settings, key, withSecrets);
        }
        json.EndObject();
    }

    private static void WriteValue(
        JsonWriter json, Settings settings, SettingKey key, bool withSecrets)
    {
        int number = settings.Number(key);
        switch (SettingsTable.KindOf(key))
        {
            case SettingKind.Amps:
                json.AmpsOrNull(number, SettingsTable.Absent);
                break;
            case SettingKind.Number:
                json.Number(number);
                break;
            case SettingKind.Flag:
                json.Bool(settings.Flag(key));
                break;
            case SettingKind.Choice:
                json.Text(SettingsTable.WordsOf(key)[number]);
                break;
            case SettingKind.Secret when !withSecrets:
                WriteRedacted(json, settings.Text(key));
                break;
            default:
                json.Text(settings.Text(key));
                break;
        }
    }

    private static void WriteRedacted(JsonWriter json, string secret)
    {
        if (secret.Length == 0)
        {
            json.Null();
            return;
        }
        json.Text("***");
    }
}
