namespace TwcBridge.Bus;

/// <summary>
/// Where in each second the heartbeat of each peripheral has its place. They stand side by side, so
/// that the rest of the second is one gap in which queries fit.
/// <code>
///   0        220      440                    1000
///   | A ...  | B ...  | C ...  | queries     | A ...
/// </code>
/// </summary>
public static class HeartbeatCycle
{
    /// <summary>The first instant after now that is the place of this peripheral.</summary>
    /// <param name="position">0..count-1 among those that are talked to.</param>
    /// <param name="startedAtMs">Any instant at which a cycle began.</param>
    public static long NextPlaceMs(int position, int count, long startedAtMs, long nowMs)
    {
        int even = Timing.HeartbeatIntervalMs / (count + 1);
        int slotMs = even < Timing.WidestSlotMs ? even : Timing.WidestSlotMs;
        long place = startedAtMs + position * slotMs;
        long sincePlace = nowMs - place;
        if (sincePlace < 0)
        {
            return place;
        }
        return place + (sincePlace / Timing.HeartbeatIntervalMs + 1) * Timing.HeartbeatIntervalMs;
    }
}
