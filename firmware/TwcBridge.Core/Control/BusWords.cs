using TwcBridge.Bus;

namespace TwcBridge.Control;

/// <summary>The short words of the bus for programs. They are part of the interface: never reword.
/// </summary>
public static class BusWords
{
    /// <summary>A frame that was refused has the word of what counts it.</summary>
    public static string Of(FrameFate fate)
    {
        return fate switch
        {
            FrameFate.Sent => "sent",
            FrameFate.Heard => "heard",
            FrameFate.Echo => "echo",
            _ => Of(BusCount.BadLengths + (fate - FrameFate.BadLength)),
        };
    }

    public static string Of(BusCount count)
    {
        return count switch
        {
            BusCount.BytesReceived => "bytes_received",
            BusCount.FramesSent => "frames_sent",
            BusCount.FramesReceived => "frames_received",
            BusCount.Echoes => "echoes",
            BusCount.HeartbeatsAnswered => "heartbeats_answered",
            BusCount.HeartbeatsMissed => "heartbeats_missed",
            BusCount.QueriesMissed => "queries_missed",
            BusCount.ConnectorsLost => "connectors_lost",
            BusCount.ConnectorsRefused => "connectors_refused",
            BusCount.Runts => "runts",
            BusCount.BadLengths => "bad_length",
            BusCount.BadChecksums => "bad_checksum",
            BusCount.BadEscapes => "bad_escape",
            BusCount.TooLong => "too_long",
            BusCount.CutShort => "cut_short",
            BusCount.UnknownPairs => "unknown_pair",
            BusCount.WrongLengths => "wrong_length",
            BusCount.ZeroIds => "zero_id",
            BusCount.ImplausibleStates => "implausible_state",
            BusCount.SpoiltMarkers => "spoilt_marker",
            BusCount.Unconcerned => "unconcerned",
            BusCount.Strangers => "strangers",
            BusCount.Harmful => "harmful",
            BusCount.IdConflicts => "id_conflicts",
            BusCount.SendsRefused => "sends_refused",
            _ => "sends_clamped",
        };
    }
}
