using System.IO;
using System.Linq;

namespace TwcBridge.SystemTests.Rules.Referee;

/// <summary>
/// One assembly of the device: its sources, the listed libraries it may use, and those of our own
/// projects that it uses. An .nfproj in its folder says all this; without one, every source file of
/// the folder belongs to it.
/// </summary>
internal sealed record FirmwareProject(string Name, string Folder)
{
    /// <summary>Absolute paths.</summary>
    public required string[] Sources { get; init; }

    /// <summary>Names of listings.</summary>
    public required string[] Libraries { get; init; }

    /// <summary>Names of other firmware projects.</summary>
    public required string[] Projects { get; init; }

    public bool IsProgram { get; init; }

    /// <summary>Namespaces that every file sees, as the desktop's project file does for MSTest.
    /// </summary>
    public string[] GlobalUsings { get; init; } = [];

    /// <summary>The same project as its .nfproj tells it, where there is one.</summary>
    public FirmwareProject OrProjectFile()
    {
        string folder = Repository.Absolute(Folder);
        string? file = Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*.nfproj").SingleOrDefault() : null;
        return file == null ? this : ProjectFile.Read(this, file);
    }
}
