using System;
using System.IO;
using System.Linq;

namespace TwcBridge.SystemTests.Rules;

/// <summary>Where things lie, found by walking up from the folder the tests run in.</summary>
internal static class Repository
{
    private const string Marker = "TwcBridge.sln";
    private static readonly string[] BuildFolders = ["bin", "obj"];

    public static readonly string Root = FindRoot();

    /// <summary>The listings of the device's libraries. Not part of this repository.</summary>
    public static readonly string ApiFolder =
        Path.GetFullPath(Path.Combine(Root, "..", "shared", "nanoframework-api"));

    public static string Absolute(string relativePath)
    {
        return Path.Combine(Root, relativePath);
    }

    public static string Relative(string path)
    {
        return Path.GetRelativePath(Root, path).Replace('\\', '/');
    }

    /// <summary>Every C# file below a folder of the repository that is not a build product.
    /// A file counts before it is tracked, so that a rule speaks before the commit.</summary>
    public static string[] SourceFiles(string relativeFolder)
    {
        string folder = Absolute(relativeFolder);
        if (!Directory.Exists(folder))
        {
            return [];
        }
        return Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(path => !Relative(path).Split('/').Any(BuildFolders.Contains))
            .Order(StringComparer.Ordinal)
            .ToArray();
    }

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder != null && !File.Exists(Path.Combine(folder.FullName, Marker)))
        {
            folder = folder.Parent;
        }
        return folder?.FullName
            ?? throw new DirectoryNotFoundException($"No {Marker} above the tests.");
    }
}
