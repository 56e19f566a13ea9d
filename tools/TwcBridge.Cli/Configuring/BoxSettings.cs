using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using TwcBridge.Cli.Boxes;
using TwcBridge.Cli.Running;

namespace TwcBridge.Cli.Configuring;

/// <summary>The settings of a box over HTTP: read with the tag of their state, checked here by the
/// firmware's own rules, and written only if nobody has changed them meanwhile.</summary>
internal sealed class BoxSettings
{
    private const string Path = "api/v1/config";
    private const string ExportPath = "api/v1/config/export";

    private readonly BoxClient _box;
    private readonly string? _tag;

    private BoxSettings(BoxClient box, JsonObject values, string? tag)
    {
        _box = box;
        Values = values;
        _tag = tag;
    }

    /// <summary>As the box tells them, secrets hidden.</summary>
    public JsonObject Values { get; }

    public static BoxSettings Read(BoxClient box)
    {
        BoxAnswer answer = box.Read(Path);
        return answer.Expect(box.Address) is JsonObject values
            ? new BoxSettings(box, values, answer.Tag)
            : throw new RunException(ExitCode.Network,
                $"{box.Address} answers, but not as a box does. Is the address right?");
    }

    public static JsonNode Export(BoxClient box)
    {
        return box.Read(ExportPath).Expect(box.Address);
    }

    /// <summary>The keys whose values would change.</summary>
    public string[] Differing(JsonObject changes)
    {
        return changes.Where(change =>
                !JsonNode.DeepEquals(Values[change.Key], change.Value))
            .Select(change => change.Key).ToArray();
    }

    /// <summary>Refuses what the box would refuse, without asking it.</summary>
    public void Check(JsonObject changes)
    {
        JsonObject whole = SettingsJson.Shown(Values);
        foreach ((string name, JsonNode? value) in changes)
        {
            whole[name] = value?.DeepClone();
        }
        // A secret of the box that is hidden from us counts as there, not as too short.
        SettingsJson.Read(whole.ToJsonString(), "these settings");
    }

    public BoxAnswer Write(JsonObject changes)
    {
        BoxAnswer answer = _box.Patch(Path, changes.ToJsonString(), _tag);
        answer.Expect(_box.Address);
        return answer;
    }

    /// <summary>For people: a name and a value a line.</summary>
    public static IEnumerable<string> Lines(JsonObject values)
    {
        int width = values.Max(value => value.Key.Length);
        return values.Select(value =>
            $"{value.Key.PadRight(width)}  {value.Value?.ToString() ?? "null"}");
    }
}
