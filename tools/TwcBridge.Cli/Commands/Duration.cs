using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace TwcBridge.Cli.Commands;

/// <summary>The option --for, the same wherever something goes on until it is stopped.</summary>
internal static class Duration
{
    public static Option<int?> Option()
    {
        Option<int?> option = new("--for")
        {
            HelpName = "SECONDS",
            Description = "Ends by itself after this time.",
        };
        // Otherwise the library would name its own types in the message.
        option.CustomParser = Parse;
        return option;
    }

    private static int? Parse(ArgumentResult argument)
    {
        string text = argument.Tokens[0].Value;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int seconds))
        {
            return seconds;
        }
        argument.AddError($"--for: '{text}' is no time. Give whole seconds: --for 60.");
        return null;
    }
}
