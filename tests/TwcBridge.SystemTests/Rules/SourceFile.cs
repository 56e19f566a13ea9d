using System.IO;

namespace TwcBridge.SystemTests.Rules;

/// <summary>One C# file: path below the repository's root, with slashes, and text.</summary>
internal sealed record SourceFile(string Path, string Text)
{
    public static SourceFile Load(string path)
    {
        return new SourceFile(Repository.Relative(path), File.ReadAllText(path));
    }
}
