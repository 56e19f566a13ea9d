namespace TwcBridge.SystemTests.Rules.Referee;

/// <summary>One assembly of the device, as its .nfproj tells it: its sources, the listed libraries
/// it may use, and those of our own projects that it uses.</summary>
/// <param name="Folder">Where the project file lies, below the root.</param>
internal sealed record FirmwareProject(string Name, string Folder)
{
    /// <summary>Absolute paths; a file that is named twice is here twice.</summary>
    public required string[] Sources { get; init; }

    /// <summary>Names of listings.</summary>
    public required string[] Libraries { get; init; }

    /// <summary>Names of other firmware projects.</summary>
    public required string[] Projects { get; init; }

    public bool IsProgram { get; init; }
}
