using System;
using Spectre.Console;

namespace TwcBridge.Cli.Asking;

/// <summary>Chooses who is asked.</summary>
internal static class Prompters
{
    /// <param name="isYes">Nobody is to be asked.</param>
    public static IPrompter For(bool isYes)
    {
        return isYes ? new NobodyPrompter()
            : Console.IsInputRedirected || Console.IsOutputRedirected
                ? new LinePrompter(Console.In, Console.Error)
                : new TerminalPrompter(AnsiConsole.Console);
    }
}
