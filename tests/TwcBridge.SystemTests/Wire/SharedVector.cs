using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;

namespace TwcBridge.SystemTests.Wire;

/// <summary>One row of frames.json: bytes, what to do with them, and what they mean.</summary>
internal sealed class SharedVector(JsonElement row)
{
    private static readonly string[] Controllers =
        ["master->slave", "own transmission heard back"];

    public string Name => row.GetProperty("name").GetString()!;

    /// <summary>accept, reject, ignore or never_send.</summary>
    public string Expect => row.GetProperty("expect").GetString()!;

    public bool IsAccepted => Expect == "accept";

    public bool IsFromController => Controllers.Contains(row.GetProperty("direction").GetString());

    /// <summary>With whatever noise and tail bytes the log shows.</summary>
    public byte[] Wire => Bytes(row.GetProperty("wire_hex").GetString()!);

    /// <summary>Marker to checksum; empty where the file gives none.</summary>
    public byte[] Body => Has(row, "payload_hex") && Has(row, "checksum")
        ? Bytes(row.GetProperty("payload_hex").GetString() + row.GetProperty("checksum"))
        : [];

    /// <summary>Where the file gives no body, any will do.</summary>
    public bool IsBody(byte[] body)
    {
        return Body.Length == 0 || body.AsSpan().SequenceEqual(Body);
    }

    /// <summary>The bytes of Wire up to the last delimiter.</summary>
    public byte[] WireWithoutTail => Wire[..(Array.LastIndexOf(Wire, (byte)0xC0) + 1)];

    public bool Knows(string field)
    {
        return Has(row, "decoded") && Has(row.GetProperty("decoded"), field);
    }

    public IEnumerable<JsonProperty> Fields =>
        Has(row, "decoded") ? row.GetProperty("decoded").EnumerateObject() : [];

    /// <summary>A number that the file writes in hex: an id, a marker, a sign.</summary>
    public int Hex(string field)
    {
        return int.Parse(Decoded(field).GetString()!, NumberStyles.HexNumber);
    }

    public int Number(string field)
    {
        return Decoded(field).GetInt32();
    }

    public string Text(string field)
    {
        return Decoded(field).GetString()!;
    }

    public override string ToString()
    {
        return $"{Name} ({Convert.ToHexString(Wire)})";
    }

    private JsonElement Decoded(string field)
    {
        return row.GetProperty("decoded").GetProperty(field);
    }

    private static bool Has(JsonElement element, string field)
    {
        return element.TryGetProperty(field, out JsonElement value)
            && value.ValueKind != JsonValueKind.Null;
    }

    private static byte[] Bytes(string hex)
    {
        return Convert.FromHexString(hex.Replace(" ", ""));
    }
}
