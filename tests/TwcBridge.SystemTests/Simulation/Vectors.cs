using System;
using System.Collections.Generic;
using System.IO;
using System.Text.Json;

namespace TwcBridge.SystemTests.Simulation;

/// <summary>
/// The captured frames beside the repository, which are the referee for the simulator.
/// </summary>
internal static class Vectors
{
    public static IEnumerable<JsonElement> All()
    {
        string path = Path.Combine(RepositoryRoot(), "..", "shared", "vectors", "frames.json");
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(path));
        foreach (JsonElement vector in document.RootElement.GetProperty("vectors").EnumerateArray())
        {
            yield return vector.Clone();
        }
    }

    public static string Text(this JsonElement element, string name)
    {
        return element.GetProperty(name).GetString()!;
    }

    public static int Number(this JsonElement element, string name)
    {
        JsonElement value = element.GetProperty(name);
        return value.ValueKind == JsonValueKind.Number
            ? value.GetInt32()
            : Convert.ToInt32(value.GetString(), 16);
    }

    public static byte[] Bytes(string hex)
    {
        return Convert.FromHexString(hex.Replace(" ", string.Empty));
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
