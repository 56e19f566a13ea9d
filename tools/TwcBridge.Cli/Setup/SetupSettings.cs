using System.Collections.Generic;
using System.IO;
using System.Text.Json.Nodes;
using TwcBridge.Cli.Configuring;
using TwcBridge.Cli.Running;
using TwcBridge.Config;

namespace TwcBridge.Cli.Setup;

/// <summary>Puts settings together from the file and the answers.</summary>
internal static class SetupSettings
{
    /// <summary>The keys that a file names; empty without one.</summary>
    public static HashSet<string> NamesIn(string? file)
    {
        return file == null ? [] : [.. KeysOf(ReadFile(file))];
    }

    /// <summary>Checked by the firmware's own rules. Answers that are no settings are left out.
    /// </summary>
    /// <param name="trial">An answer that is not kept yet.</param>
    public static Settings Compose(string? file, Dictionary<string, string> answers,
        (string Name, string Answer)? trial = null)
    {
        JsonObject whole = file == null ? [] : ReadFile(file);
        foreach ((string name, string answer) in answers)
        {
            Put(whole, name, answer);
        }
        if (trial is (string tried, string value))
        {
            Put(whole, tried, value);
        }
        return SettingsJson.Read(whole.ToJsonString(), file ?? "settings");
    }

    private static void Put(JsonObject whole, string name, string answer)
    {
        if (SettingsJson.KeyNamed(name) is SettingKey key)
        {
            whole[name] = SettingsJson.ValueOf(key, answer);
        }
    }

    private static JsonObject ReadFile(string file)
    {
        return SettingsJson.WithoutHidden(SettingsJson.Parse(File.ReadAllText(file), file));
    }

    private static IEnumerable<string> KeysOf(JsonObject settings)
    {
        foreach ((string name, JsonNode? _) in settings)
        {
            yield return name;
        }
    }
}
