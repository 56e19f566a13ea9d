using System;
using System.IO;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace TwcBridge.Cli.Output;

/// <summary>One JSON object a line, each written whole, for programs that follow.</summary>
internal static class JsonLine
{
    private static readonly JsonWriterOptions Plain = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,  // Nobody puts this into a page.
    };

    public static void Write(TextWriter text, Action<Utf8JsonWriter> fill)
    {
        using MemoryStream line = new();
        using (Utf8JsonWriter json = new(line, Plain))
        {
            json.WriteStartObject();
            fill(json);
            json.WriteEndObject();
        }
        text.Write(Encoding.UTF8.GetString(line.ToArray()) + "\n");
        text.Flush();
    }

    /// <summary>A name of ours as JSON has it.</summary>
    public static string CamelCase(string name)
    {
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
