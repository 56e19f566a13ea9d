using TwcBridge.Messages;

namespace TwcBridge.Bus;

/// <summary>What happened on the bus since start. Noise is counted by the decoder, what we sent by
/// the transmitter; these are the causes above them.</summary>
public sealed class BusCounters
{
    /// <summary>One more than the last status.</summary>
    public const int StatusCount = (int)MessageStatus.ImplausibleState + 1;

    private readonly long[] _refused = new long[StatusCount];

    /// <summary>Everything that the line brought, noise and echoes included.</summary>
    public long Bytes;

    /// <summary>Messages that made sense.</summary>
    public long Accepted;

    /// <summary>Our own frames, given back by the adapter.</summary>
    public long Echoes;

    /// <summary>Well-formed messages that concern nobody here.</summary>
    public long Unconcerned;

    /// <summary>Frames that claim to come from a controller but bear the id of one of our
    /// peripherals: a spoilt marker, which the checksum does not cover.</summary>
    public long SpoiltMarkers;

    /// <summary>Frames of another controller.</summary>
    public long Strangers;

    /// <summary>Frames of PROTOCOL 8 that somebody else sent.</summary>
    public long Harmful;

    /// <summary>Reports of linked peripherals.</summary>
    public long HeartbeatsAnswered;

    /// <summary>Heartbeats without an answer.</summary>
    public long HeartbeatsMissed;

    /// <summary>Queries without an answer. Some units do not know some of them.</summary>
    public long QueriesMissed;

    public long Lost;

    /// <summary>Peripherals that speak with our id.</summary>
    public long IdConflicts;

    public long RefusedFor(MessageStatus status)
    {
        return _refused[(int)status];
    }

    public void OnJudged(MessageStatus status)
    {
        if (status == MessageStatus.Accepted)
        {
            Accepted++;
            return;
        }
        _refused[(int)status]++;
    }
}
