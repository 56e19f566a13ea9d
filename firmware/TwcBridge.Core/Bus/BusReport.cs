using TwcBridge.Messages;
using TwcBridge.Wire;

namespace TwcBridge.Bus;

/// <summary>
/// Everything that is known about the bus itself at one instant, for whoever looks for a fault.
/// Filled by the bus side when it is asked for, and then read by the network side alone.
/// </summary>
public sealed class BusReport
{
    public const int CountCount = (int)BusCount.SendsClamped + 1;

    private readonly long[] _counts = new long[CountCount];

    public long AtMs;

    /// <summary>How long we wait for an answer; learnt from the answers.</summary>
    public int AnswerWaitMs;

    public readonly TraceRing Trace = new TraceRing();

    public long CountOf(BusCount count)
    {
        return _counts[(int)count];
    }

    public void Fill(BusEngine bus, long nowMs)
    {
        AtMs = nowMs;
        AnswerWaitMs = bus.AnswerWaitMs;
        Trace.CopyFrom(bus.Trace);
        Set(BusCount.FramesSent, bus.Transmitter.SentCount);
        Set(BusCount.SendsRefused, bus.Transmitter.RefusedCount);
        Set(BusCount.SendsClamped, bus.Transmitter.ClampedCount);
        Set(BusCount.ConnectorsRefused, bus.Roster.RefusedCount);
        FillHeard(bus.Counters);
        for (DecodeStatus i = DecodeStatus.Runt; i <= DecodeStatus.CutShort; i++)
        {
            Set(BusCount.Runts + (i - DecodeStatus.Runt), bus.Decoder.CountOf(i));
        }
        for (MessageStatus i = MessageStatus.UnknownPair; i <= MessageStatus.ImplausibleState; i++)
        {
            Set(BusCount.UnknownPairs + (i - MessageStatus.UnknownPair),
                bus.Counters.RefusedFor(i));
        }
    }

    private void FillHeard(BusCounters counters)
    {
        Set(BusCount.BytesReceived, counters.Bytes);
        Set(BusCount.FramesReceived, counters.Accepted);
        Set(BusCount.Echoes, counters.Echoes);
        Set(BusCount.HeartbeatsAnswered, counters.HeartbeatsAnswered);
        Set(BusCount.HeartbeatsMissed, counters.HeartbeatsMissed);
        Set(BusCount.QueriesMissed, counters.QueriesMissed);
        Set(BusCount.ConnectorsLost, counters.Lost);
        Set(BusCount.SpoiltMarkers, counters.SpoiltMarkers);
        Set(BusCount.Unconcerned, counters.Unconcerned);
        Set(BusCount.Strangers, counters.Strangers);
        Set(BusCount.Harmful, counters.Harmful);
        Set(BusCount.IdConflicts, counters.IdConflicts);
    }

    private void Set(BusCount count, long value)
    {
        _counts[(int)count] = value;
    }
}
