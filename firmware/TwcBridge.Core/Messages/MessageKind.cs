namespace TwcBridge.Messages;

/// <summary>
/// Every message of PROTOCOL 3, named by marker and command (the value is marker * 256 + command).
/// Marker FB asks, FC orders or announces, FD answers or reports.
/// </summary>
public enum MessageKind : ushort
{
    None = 0,

    // 3.1 Link-up
    ControllerLinkReady1 = 0xFCE1,
    ControllerLinkReady2 = 0xFBE2,
    PeripheralLinkReady = 0xFDE2,

    /// <summary>Link-ready 2 with the wrong marker, as one other project sends it.</summary>
    MarkedControllerLinkReady2 = 0xFCE2,
    Idle = 0xFC1D,

    // 3.2 Heartbeat
    Heartbeat = 0xFBE0,
    HeartbeatAnswer = 0xFDE0,

    // 3.3 Queries and their answers
    MeterQuery = 0xFBEB,
    MeterAnswer = 0xFDEB,
    VersionQuery = 0xFBEC,
    VersionAnswer = 0xFDEC,
    SerialQuery = 0xFBED,
    SerialAnswer = 0xFDED,
    VinStartQuery = 0xFBEE,
    VinStartAnswer = 0xFDEE,
    VinMiddleQuery = 0xFBEF,
    VinMiddleAnswer = 0xFDEF,
    VinEndQuery = 0xFBF1,
    VinEndAnswer = 0xFDF1,

    // 3.4 Older queries: every connector on the bus answers at once
    LegacySerialQuery = 0xFB19,
    LegacySerialAnswer = 0xFD19,
    LegacyModelQuery = 0xFB1A,
    LegacyModelAnswer = 0xFD1A,
    LegacyVersionQuery = 0xFB1B,
    LegacyVersionAnswer = 0xFD1B,
    PlugQuery = 0xFBB4,
    PlugAnswer = 0xFDB4,

    // 3.5 Contactor orders
    CloseContactor = 0xFCB1,
    CloseContactorAnswer = 0xFDB1,
    OpenContactor = 0xFCB2,
    OpenContactorAnswer = 0xFDB2,

    // 3.6 and 8: heard at most, never sent
    UnexplainedQuery = 0xFBA4,
    UnexplainedAnnouncement = 0xFBE1,
    WriteSerial = 0xFC19,
    WriteModel = 0xFC1A,
    CrashQuery = 0xFBE8,
    SilenceOrder = 0xFCA1,
    InterruptOrder = 0xFCE5,
    UselessOrder = 0xFCE7,
}
