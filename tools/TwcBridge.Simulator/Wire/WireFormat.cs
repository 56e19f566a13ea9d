namespace TwcBridge.Simulator;

/// <summary>
/// Stuffing bytes, lengths and offsets of the wire (PROTOCOL 2). Offsets count from the marker.
/// </summary>
internal static class WireFormat
{
    public const byte End = 0xC0;
    public const byte Escape = 0xDB;
    public const byte EscapedEnd = 0xDC;
    public const byte EscapedEscape = 0xDD;

    /// <summary>The shortest request a real unit was seen to answer.</summary>
    public const int ShortestBody = 13;
    public const int ProtocolOneBody = 14;
    public const int ProtocolTwoBody = 16;
    public const int InfoBody = 20;
    public const int LongestBody = InfoBody;

    public const int SenderOffset = 2;
    public const int SignOffset = 4;
    public const int HardwareLimitOffset = 5;
    public const int ReceiverOffset = 4;
    public const int CommandOffset = 6;
    public const int LimitOffset = 7;
    public const int DrawnOffset = 9;

    /// <summary>Delimiters, every body byte escaped, and a tail byte.</summary>
    public const int LongestFrame = (2 * LongestBody) + 3;
}
