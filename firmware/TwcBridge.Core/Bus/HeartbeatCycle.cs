namespace TwcBridge.Bus;

/// <summary>
/// Where in each cycle the heartbeat of each peripheral has its place. They stand side by side, so
/// that the rest is one gap in which queries fit. Up to three peripherals have a cycle of a second;
/// with more it grows, so that a slot always holds the slowest exchange and one is left for a
/// query. Peripherals are content with a heartbeat every 3 s (PROTOCOL 4, pace).
/// <code>
///   0        220      440                    1000
///   | A ...  | B ...  | C ...  | queries     | A ...
/// </code>
/// </summary>
public static class HeartbeatCycle
{
    /// <summary>From one heartbeat to the next of the same peripheral.</summary>
    public static int IntervalMs(int count)
    {
        int needed = (count + 1) * Timing.SlotMs;
        return needed > Timing.HeartbeatIntervalMs ? needed : Timing.HeartbeatIntervalMs;
    }

    /// <summary>The first instant after now that is the place of this peripheral.</summary>
    /// <param name="position">0..count-1 among those that are talked to.</param>
    /// <param name="startedAtMs">Any instant at which a cycle began.</param>
    public static long NextPlaceMs(int position, int count, long startedAtMs, long nowMs)
    {
        int intervalMs = IntervalMs(count);
        long place = startedAtMs + position * Timing.SlotMs;
        long sincePlace = nowMs - place;
        return sincePlace < 0
            ? place
            : place + (sincePlace / intervalMs + 1) * intervalMs;
    }
}
