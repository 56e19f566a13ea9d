namespace TwcBridge.UnitTests.Wire;

/// <summary>
/// Bytes from a line, and what they are worth. The expectations come from PROTOCOL and from the
/// logs, not from the code that is tested.
/// </summary>
internal sealed class FrameVector
{
    /// <summary>Bytes that give no frame.</summary>
    public FrameVector(string name, string says, string wire)
        : this(name, says, wire, "", "")
    {
    }

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
            int at = System.Array.IndexOf(Wire, (byte)0xC0);
            while (Wire[at] == 0xC0)
            {
                at++;
            }
            return at;
        }
    }
}
