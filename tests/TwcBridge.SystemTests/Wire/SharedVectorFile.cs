using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace TwcBridge.SystemTests.Wire;

/// <summary>The frames beside the repository. They are not part of it, so a test that wants them
/// is inconclusive where they are absent.</summary>
internal static class SharedVectorFile
{
    public static IReadOnlyList<SharedVector> Read()
    {
        string path = Path.Combine(RepositoryRoot(), "..", "shared", "vectors", "frames.json");
        if (!File.Exists(path))
        {
            Assert.Inconclusive($"{Path.GetFullPath(path)} is absent.");
        }
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(path));
        SharedVector[] vectors = document.RootElement.GetProperty("vectors").EnumerateArray()
            .Select(element => new SharedVector(element.Clone())).ToArray();
        Assert.IsNotEmpty(vectors);
        return vectors;
    }

    private static string RepositoryRoot()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "TwcBridge.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }
        return folder ?? throw new DirectoryNotFoundException("No TwcBridge.sln above the tests.");
    }
}
