namespace TwcBridge.Bus;

/// <summary>What became of a frame. The refusals stand in the order of DecodeStatus, then of
/// MessageStatus, so that one can be counted out of the other.</summary>
public enum FrameFate : byte
{
    /// <summary>Ours.</summary>
    Sent,

    /// <summary>Heard, and it made sense.</summary>
    Heard,

    /// <summary>Ours, given back by the adapter.</summary>
    Echo,

    // As DecodeStatus.
    BadLength,
    BadChecksum,
    BadEscape,
    TooLong,
    CutShort,

    // As MessageStatus.
    UnknownPair,
    LengthNotOfKind,
    ZeroId,
    ImplausibleState,
}
