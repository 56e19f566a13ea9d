namespace TwcBridge.Bus;

/// <summary>What is counted on the bus since start, each cause by itself. The refusals stand in the
/// order of DecodeStatus, then of MessageStatus, so that one can be counted out of the other.
/// </summary>
public enum BusCount : byte
{
    BytesReceived,
    FramesSent,
    FramesReceived,
    Echoes,
    HeartbeatsAnswered,
    HeartbeatsMissed,
    QueriesMissed,
    ConnectorsLost,
    ConnectorsRefused,

    // As DecodeStatus.
    Runts,
    BadLengths,
    BadChecksums,
    BadEscapes,
    TooLong,
    CutShort,

    // As MessageStatus.
    UnknownPairs,
    WrongLengths,
    ZeroIds,
    ImplausibleStates,

    SpoiltMarkers,
    Unconcerned,
    Strangers,
    Harmful,
    IdConflicts,
    SendsRefused,
    SendsClamped,
}
