namespace TwcBridge.Wire;

/// <summary>
/// The byte stuffing of the bus (PROTOCOL 2). An End inside the body travels as Escape EscapedEnd,
/// an Escape as Escape EscapedEscape, so an End on the wire is always a frame's edge.
/// </summary>
public static class Slip
{
    public const byte End = 0xC0;
    public const byte Escape = 0xDB;
    public const byte EscapedEnd = 0xDC;
    public const byte EscapedEscape = 0xDD;
}
