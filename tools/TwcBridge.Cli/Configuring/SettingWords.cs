using System.CommandLine.Parsing;
using System.Linq;
using TwcBridge.Config;

namespace TwcBridge.Cli.Configuring;

/// <summary>The words behind --set and --ask.</summary>
internal static class SettingWords
{
    public static void Check(OptionResult option)
    {
        bool hasValue = option.Option.Name == "--set";
        foreach (string word in option.Tokens.Select(token => token.Value))
        {
            string[] parts = word.Split('=', 2);
            if (hasValue != (parts.Length == 2))
            {
                option.AddError($"{option.Option.Name}: '{word}' must be "
                    + (hasValue ? "KEY=VALUE." : "the name of a setting."));
            }
            else if (SettingsJson.KeyNamed(parts[0]) == null)
            {
                option.AddError($"there is no setting '{parts[0]}'. There are: "
                    + $"{string.Join(", ", Names())}.");
            }
        }
    }

    private static string[] Names()
    {
        return [.. Enumerable.Range(0, SettingsTable.Count)
            .Select(i => SettingsTable.NameOf((SettingKey)i))];
    }
}
