using TwcBridge.Config;

namespace TwcBridge.Control;

/// <summary>Writes all settings as the JSON object that SettingsReader takes.</summary>
public static class SettingsWriter
{
    /// <summary>Stands for a secret that is set.</summary>
    public const string Hidden = "***";

    /// <summary>So many fit a piece of an answer, whatever their values.</summary>
    private const int PartLength = 4;

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

    /// <summary>The next part of one object without the values of secrets.</summary>
    /// <param name="isExport">Leaves secrets out; they would be in nobody's way in a file.</param>
    /// <returns>True for the last.</returns>
    public static bool WritePart(JsonWriter json, int part, Settings settings, bool isExport)
    {
        if (part == 0)
        {
            json.BeginObject();
        }
        int end = (part + 1) * PartLength;
        for (int i = part * PartLength; i < end && i < SettingsTable.Count; i++)
        {
            SettingKey key = (SettingKey)i;
            if (!isExport || SettingsTable.KindOf(key) != SettingKind.Secret)
            {
                json.Key(SettingsTable.NameOf(key));
                WriteValue(json, settings, key, false);
            }
        }
        if (end < SettingsTable.Count)
        {
            return false;
        }
        json.EndObject();
        return true;
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
        json.Text(Hidden);
    }
}
