using System;
using Spectre.Console;

namespace TwcBridge.Cli.Output;

/// <summary>
/// Colours for whole lines. Not through Spectre's writers, which break long lines: lines of ours
/// are there to be copied and searched.
/// </summary>
internal sealed class Paint
{
    private const string Start = "\e[";
    private const string End = "\e[0m";

    private readonly bool _isOn;

    public Paint(ColorChoice choice)
    {
        _isOn = choice switch
        {
            ColorChoice.Always => true,
            ColorChoice.Never => false,
            _ => IsWelcome,
        };
    }

    // https://no-color.org: any value that is not empty.
    private static bool IsWelcome => !Console.IsOutputRedirected
        && AnsiConsole.Profile.Capabilities.Ansi
        && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    public string Of(Ink ink, string text)
    {
        string code = ink switch
        {
            Ink.Asked => "36",
            Ink.Answered => "32",
            Ink.Notable => "33",
            Ink.Bad => "31",
            Ink.Good => "32",
            Ink.Faint => "2",
            _ => "",
        };
        return _isOn && code.Length > 0 ? $"{Start}{code}m{text}{End}" : text;
    }
}
