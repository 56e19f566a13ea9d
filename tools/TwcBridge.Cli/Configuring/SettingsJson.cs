using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using TwcBridge.Cli.Running;
using TwcBridge.Config;
using TwcBridge.Control;

namespace TwcBridge.Cli.Configuring;

/// <summary>Settings as the firmware reads and writes them, between files, boxes and people.
/// </summary>
internal static class SettingsJson
{
    /// <summary>Instead of a secret, in what a box tells.</summary>
    public const string Redacted = "***";

    private const int MostBytes = 4096;

    public static SettingKey? KeyNamed(string name)
    {
        return Enumerable.Range(0, SettingsTable.Count).Select(i => (SettingKey?)i)
            .FirstOrDefault(key => SettingsTable.NameOf(key!.Value) == name);
    }

    /// <summary>The whole of them, with secrets: for a board or a file that is private.</summary>
    public static string Write(Settings settings)
    {
        ByteWriter bytes = new(MostBytes);
        SettingsWriter.Write(new JsonWriter(bytes), settings, withSecrets: true);
        return Encoding.UTF8.GetString(bytes.Buffer, 0, bytes.Length);
    }

    /// <summary>Checks a whole set by the firmware's own rules.</summary>
    /// <param name="name">How the user knows it.</param>
    public static Settings Read(string json, string name)
    {
        SettingsDraft draft = new();
        draft.Read(Encoding.UTF8.GetBytes(json), name);
        return draft.Finish();
    }

    /// <summary>What a box tells, without what is hidden and without what only a newer box knows.
    /// </summary>
    public static JsonObject Shown(JsonObject told)
    {
        JsonObject shown = [];
        foreach ((string name, JsonNode? value) in told)
        {
            if (KeyNamed(name) is SettingKey key
                && SettingsTable.KindOf(key) != SettingKind.Secret)
            {
                shown[name] = value?.DeepClone();
            }
        }
        return shown;
    }

    /// <summary>Drops secrets that are hidden, as in an export: they stay what they are.</summary>
    public static JsonObject WithoutHidden(JsonObject settings)
    {
        JsonObject rest = [];
        foreach ((string name, JsonNode? value) in settings)
        {
            bool isSecret = KeyNamed(name) is SettingKey key
                && SettingsTable.KindOf(key) == SettingKind.Secret;
            bool isHidden = value == null || value.ToJsonString() == $"\"{Redacted}\"";
            if (!isSecret || !isHidden)
            {
                rest[name] = value?.DeepClone();
            }
        }
        return rest;
    }

    /// <summary>One setting as it is typed, as JSON. Whether it is in range is for the reader to
    /// say.</summary>
    public static JsonNode? ValueOf(SettingKey key, string text)
    {
        if (text == "null")
        {
            return null;
        }
        switch (SettingsTable.KindOf(key))
        {
            case SettingKind.Flag when text is "true" or "false":
                return text == "true";
            case SettingKind.Amps or SettingKind.Number
                when decimal.TryParse(text, NumberStyles.AllowDecimalPoint,
                    CultureInfo.InvariantCulture, out decimal number):
                return number;
            default:
                return text;
        }
    }

    public static JsonObject Parse(string json, string name)
    {
        try
        {
            return JsonNode.Parse(json) as JsonObject
                ?? throw new RunException(ExitCode.BadInput, $"{name}: no JSON object");
        }
        catch (JsonException fault)
        {
            throw new RunException(ExitCode.BadInput,
                $"{name}: no JSON object; it goes wrong in line {fault.LineNumber + 1}");
        }
    }
}
