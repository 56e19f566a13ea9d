namespace TwcBridge.Wire;

/// <summary>What one more byte, or the lack of one, meant. All after Frame are refusals.</summary>
public enum DecodeStatus : byte
{
    /// <summary>Nothing to say yet.</summary>
    Pending,

    /// <summary>A body with a valid length and checksum is ready to be read.</summary>
    Frame,

    /// <summary>Fewer bytes between two Ends than any frame has: a tail byte or noise.</summary>
    Runt,

    /// <summary>A length that no frame has.</summary>
    BadLength,

    BadChecksum,

    /// <summary>An Escape that is not followed by one of its two partners.</summary>
    BadEscape,

    /// <summary>More bytes without an End than the longest frame has.</summary>
    TooLong,

    /// <summary>The line fell silent in the middle of a frame.</summary>
    CutShort,
}
