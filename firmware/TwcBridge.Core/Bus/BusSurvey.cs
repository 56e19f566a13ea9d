using TwcBridge.Messages;
using TwcBridge.Wire;

namespace TwcBridge.Bus;

/// <summary>Reads off the engine what its diagnosis needs.</summary>
public static class BusSurvey
{
    // Longer than the 10 s between two announcements of a connector that nobody claims.
    private const int AnnouncesMs = 15000;

    public static void Fill(BusFacts facts, BusEngine bus, long nowMs)
    {
        FillTotals(facts.Totals, bus);
        facts.Role = bus.Rivals.Role;
        facts.RivalId = bus.Rivals.RivalId;
        facts.IsRivalConnector = bus.Roster.IndexOf(facts.RivalId) != Peripheral.Unknown;
        facts.RefusedId = bus.Roster.RefusedId;
        facts.DeafId = 0;
        facts.SilentId = 0;
        facts.FailingId = 0;
        facts.HasUnserved = false;
        for (int i = 0; i < bus.Roster.Count; i++)
        {
            FillPeripheral(facts, bus.Roster.At(i), nowMs);
        }
    }

    /// <summary>Frames that did not arrive whole, or made no sense, since start.</summary>
    public static long SpoiltCount(BusEngine bus)
    {
        long count = bus.Counters.SpoiltMarkers;
        for (int i = (int)DecodeStatus.BadLength; i < FrameDecoder.StatusCount; i++)
        {
            count += bus.Decoder.CountOf((DecodeStatus)i);
        }
        for (int i = (int)MessageStatus.UnknownPair; i < BusCounters.StatusCount; i++)
        {
            count += bus.Counters.RefusedFor((MessageStatus)i);
        }
        return count;
    }

    private static void FillTotals(long[] totals, BusEngine bus)
    {
        BusCounters counters = bus.Counters;
        totals[(int)Evidence.Bytes] = counters.Bytes;
        totals[(int)Evidence.ForeignFrames] = counters.Accepted - counters.Echoes;
        totals[(int)Evidence.Echoes] = counters.Echoes;
        totals[(int)Evidence.Spoilt] = SpoiltCount(bus);
        totals[(int)Evidence.Answered] = counters.HeartbeatsAnswered;
        totals[(int)Evidence.Missed] = counters.HeartbeatsMissed;
        totals[(int)Evidence.Refused] = bus.Roster.RefusedCount;
    }

    private static void FillPeripheral(BusFacts facts, Peripheral peripheral, long nowMs)
    {
        facts.HasUnserved |= !peripheral.IsServed;
        if (IsDeaf(peripheral, nowMs))
        {
            facts.DeafId = peripheral.Id;
        }
        else if (peripheral.Link == LinkState.Linked)
        {
            facts.FailingId =
                peripheral.State == ChargerState.Error ? peripheral.Id : facts.FailingId;
        }
        else if (peripheral.IsServed && peripheral.HasAnswered)
        {
            facts.SilentId = peripheral.Id;
        }
    }

    private static bool IsDeaf(Peripheral peripheral, long nowMs)
    {
        return peripheral.IsServed && peripheral.AnsweredCount == 0
            && peripheral.AnnouncedAtMs > 0 && nowMs - peripheral.AnnouncedAtMs < AnnouncesMs;
    }
}
