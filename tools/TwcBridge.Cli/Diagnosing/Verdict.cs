namespace TwcBridge.Cli.Diagnosing;

/// <summary>What a look at one thing came to.</summary>
internal enum Verdict
{
    Fine,

    /// <summary>Worth a look.</summary>
    Doubtful,
    Wrong,

    /// <summary>Could not be looked at.</summary>
    Unknown,
}
