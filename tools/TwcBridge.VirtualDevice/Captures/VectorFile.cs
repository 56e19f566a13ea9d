using System;
using System.Collections.Generic;
using System.IO;
using System.Text.Json;

namespace TwcBridge.VirtualDevice.Captures;

/// <summary>A JSON file of frames: {"vectors":[{"name":"...","wire_hex":"C0 FC ..."}]}.</summary>
internal static class VectorFile
{
    /// <param name="firstLine">The line with the opening brace, already read.</param>
    /// <param name="lineNumber">The number of that line.</param>
    public static List<CaptureRecord> Read(string firstLine, TextReader rest, int lineNumber)
    {
        string more = rest.ReadToEnd();
        string json = more.Length == 0 ? firstLine : firstLine + "\n" + more;
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            return Records(document.RootElement, lineNumber);
        }
        catch (JsonException fault)
        {
            int line = lineNumber + (int)(fault.LineNumber ?? 0);
            throw new CaptureFormatException(CaptureError.NotJson, line, "this is not JSON");
        }
    }

    private static List<CaptureRecord> Records(JsonElement root, int lineNumber)
    {
        if (!root.TryGetProperty("vectors", out JsonElement vectors)
            || vectors.ValueKind != JsonValueKind.Array)
        {
            throw new CaptureFormatException(CaptureError.NoVectors, lineNumber,
                "JSON without an array \"vectors\"");
        }
        List<CaptureRecord> records = [];
        foreach (JsonElement vector in vectors.EnumerateArray())
        {
            string name = TextOf(vector, "name") ?? $"vector {records.Count + 1}";
            string hex = TextOf(vector, "wire_hex")
                ?? throw new CaptureFormatException(CaptureError.NoVectors, lineNumber,
                    $"{name} has no text \"wire_hex\"");
            records.Add(RecordOf(name, hex, lineNumber));
        }
        return records;
    }

    private static CaptureRecord RecordOf(string name, string hex, int lineNumber)
    {
        byte[] bytes = CaptureLine.ParseBytes(CaptureLine.SplitWords(hex), lineNumber);
        return new CaptureRecord(CaptureDirection.Unknown, bytes) { VectorName = name };
    }

    private static string? TextOf(JsonElement element, string name)
    {
        return element.ValueKind == JsonValueKind.Object
            && element.TryGetProperty(name, out JsonElement value)
            && value.ValueKind == JsonValueKind.String
                ? value.GetString()
                : null;
    }
}
