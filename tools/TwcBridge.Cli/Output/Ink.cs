namespace TwcBridge.Cli.Output;

/// <summary>What a colour stands for. The terminal's own palette decides how it looks.</summary>
internal enum Ink
{
    Plain,

    /// <summary>What the controller says.</summary>
    Asked,

    /// <summary>What connectors answer.</summary>
    Answered,

    /// <summary>Something that happens seldom.</summary>
    Notable,

    /// <summary>Something that is wrong.</summary>
    Bad,

    /// <summary>Something that is right.</summary>
    Good,

    /// <summary>Of less importance.</summary>
    Faint,
}
