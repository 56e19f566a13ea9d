namespace TwcBridge.Cli.Output;

/// <summary>Whether lines are coloured.</summary>
internal enum ColorChoice
{
    /// <summary>On a terminal that can, unless NO_COLOR is set.</summary>
    Auto,
    Always,
    Never,
}
