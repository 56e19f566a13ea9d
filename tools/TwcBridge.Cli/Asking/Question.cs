using System;

namespace TwcBridge.Cli.Asking;

/// <summary>Something that only the user knows.</summary>
/// <param name="Text">What is asked, without a question mark.</param>
/// <param name="Option">How it is given without being asked.</param>
internal sealed record Question(string Text, string Option)
{
    /// <summary>Taken when the answer is empty; null where there must be one.</summary>
    public string? Default { get; init; }

    /// <summary>Not shown while it is typed.</summary>
    public bool IsSecret { get; init; }

    /// <summary>What is wrong with an answer; null when nothing is.</summary>
    public Func<string, string?> Fault { get; init; } = _ => null;
}
