namespace TwcBridge.UnitTests.Wire;

/// <summary>
/// Bytes from a line, and what they are worth. The expectations come from PROTOCOL and from the
/// logs, not from the code that is tested.
/// </summary>
internal sealed class FrameVector
{
    /// <param name="says">The statuses of a new decoder, Pending left out.</param>
    /// <param name="body">The last frame's body, with marker and checksum.</param>
    /// <param name="means">The last frame as Meaning tells it, or why it is refused.</param>
    public FrameVector(string name, string says, string wire, string body, string means)
    {
        Name = name;
        Says = says;
        Wire = Hex.Parse(wire);
        Body = body;
        Means = means;
    }

    public string Name { get; }

    public string Says { get; }

    public byte[] Wire { get; }

    public string Body { get; }

    public string Means { get; }

    /// <summary>Just one frame, and it is a message.</summary>
    public bool IsSingle => Says == "Frame" && Means.StartsWith("F");

    /// <summary>Where the marker of a single frame is in Wire.</summary>
    public int MarkerAt
    {
        get
        {
            int at = 0;
            while (Wire[at] != 0xC0)
            {
                at++;
            }
            while (Wire[at] == 0xC0)
            {
                at++;
            }
            return at;
        }
    }

    /// <summary>One frame without escapes: its body is what the delimiters enclose.</summary>
    public static FrameVector Plain(string name, string wire, string means)
    {
        int from = wire.IndexOf("C0 ") + 3;
        string body = wire.Substring(from, wire.LastIndexOf(" C0") - from);
        return new FrameVector(name, "Frame", wire, body, means);
    }

    /// <summary>Bytes that give no frame.</summary>
    public static FrameVector Refused(string name, string says, string wire)
    {
        return new FrameVector(name, says, wire, "", "");
    }
}
