namespace TwcBridge.Charging;

/// <summary>What a connector may be drawing that we do not see.</summary>
internal static class WorstCase
{
    /// <param name="heldCentiamps">The highest limit that it may hold.</param>
    public static int DrawnCentiamps(Connector connector, int heldCentiamps)
    {
        int drawn = connector.DrawnCentiamps;
        if (connector.IsSurelyOpen && connector.OfferedCentiamps == 0
            && drawn < Connector.NotDrawingCentiamps)
        {
            return 0;
        }
        return drawn > OverdrawAlarm.Tolerated(heldCentiamps) ? drawn : heldCentiamps;
    }
}
