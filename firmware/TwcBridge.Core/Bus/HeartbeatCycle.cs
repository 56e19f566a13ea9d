namespace TwcBridge.Bus;

/// <summary>
/// Where in each cycle the heartbeat of each peripheral has its place. They stand side by side, so
/// that the rest is one gap, in which the slowest query fits. Up to three peripherals have a cycle
/// of a second; with more, or with slow answers, it grows. Peripherals are content with a heartbeat
/// every 3 s (PROTOCOL 4, pace).
/// <code>
///   0        220      440                    1000
///   | A ...  | B ...  | C ...  | queries     | A ...
/// </code>
/// </summary>
public static class HeartbeatCycle
{
    // A turn of the loop takes up to 5 ms.
    private const int MarginMs = 6;
    private const int StepMs = 20;
    private const int SlackMs = 60;

    /// <summary>Spacing of heartbeats to different peripherals: at least Timing.SlotMs, and in
    /// steps, so that a cycle is not laid out anew for every millisecond that is learnt.</summary>
    /// <param name="exchangeMs">How long an exchange takes that is answered as usual.</param>
    public static int SlotMs(int exchangeMs)
    {
        int slotMs = (exchangeMs + MarginMs + StepMs - 1) / StepMs * StepMs;
        return slotMs > Timing.SlotMs ? slotMs : Timing.SlotMs;
    }

    /// <summary>Whether a cycle with these slots goes on: until they are too narrow, or much too
    /// wide.</summary>
    public static bool IsGoodEnough(int slotMs, int neededMs)
    {
        return neededMs <= slotMs && slotMs < neededMs + SlackMs;
    }

    /// <summary>From one heartbeat to the next of the same peripheral.</summary>
    public static int IntervalMs(int count, int slotMs)
    {
        int needed = count * slotMs + Timing.GapMs;
        return needed > Timing.HeartbeatIntervalMs ? needed : Timing.HeartbeatIntervalMs;
    }

    /// <summary>The first instant after now that is this place.</summary>
    /// <param name="placeMs">Any instant that was or will be this place.</param>
    public static long NextMs(long placeMs, int intervalMs, long nowMs)
    {
        return nowMs < placeMs
            ? placeMs
            : placeMs + ((nowMs - placeMs) / intervalMs + 1) * intervalMs;
    }
}
