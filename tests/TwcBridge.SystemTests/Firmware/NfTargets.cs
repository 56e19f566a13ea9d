using System.IO;
using System.Linq;
using System.Text.Json;
using TwcBridge.SystemTests.Rules;

namespace TwcBridge.SystemTests.Firmware;

/// <summary>nf-targets.json and its schema.</summary>
internal static class NfTargets
{
    public static JsonElement Document => Load("nf-targets.json");

    public static JsonElement Schema => Load("nf-targets.schema.json");

    public static JsonElement[] Boards => [.. Document.GetProperty("boards").EnumerateArray()];

    /// <summary>One board of each image, as boards that share an image share their pins.</summary>
    public static JsonElement[] Images =>
        [.. Boards.GroupBy(board => Text(board, "target")).Select(boards => boards.First())];

    public static string Text(JsonElement board, string property)
    {
        return board.GetProperty(property).GetString()!;
    }

    public static int? Pin(JsonElement board, string name)
    {
        JsonElement pin = board.GetProperty("pins").GetProperty(name);
        return pin.ValueKind == JsonValueKind.Null ? null : pin.GetInt32();
    }

    private static JsonElement Load(string name)
    {
        return JsonDocument.Parse(File.ReadAllText(Repository.Absolute(name))).RootElement;
    }
}
