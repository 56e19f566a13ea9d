using TwcBridge.Charging;

namespace TwcBridge.Control;

/// <summary>What a refusal has to tell when the command never reached the bus side.</summary>
public static class InForce
{
    /// <summary>
    /// Takes the claim in force and the range out of the last status: of the whole site, or of one
    /// connector. Of a connector that was never seen the claim is ConnectorStatus.Unknown and the
    /// range 0 to 0.
    /// </summary>
    public static void Read(BoxStatus status, int peripheralId, CommandResult into)
    {
        into.AppliedCentiamps = ConnectorStatus.Unknown;
        into.MinCentiamps = 0;
        into.MaxCentiamps = 0;
        if (peripheralId == Command.WholeSite)
        {
            into.AppliedCentiamps = status.RequestedCentiamps;
            into.MinCentiamps = LowestMinimum(status);
            into.MaxCentiamps = status.SiteLimitCentiamps;
            return;
        }
        ConnectorStatus connector = status.Find(peripheralId);
        if (connector != null)
        {
            into.AppliedCentiamps = connector.RequestedCentiamps;
            into.MinCentiamps = connector.MinCentiamps;
            into.MaxCentiamps = connector.MaxCentiamps;
        }
    }

    private static int LowestMinimum(BoxStatus status)
    {
        int lowest = 0;
        for (int i = 0; i < status.ConnectorCount; i++)
        {
            int minimum = status.Connector(i).MinCentiamps;
            lowest = i == 0 || minimum < lowest ? minimum : lowest;
        }
        return lowest;
    }
}
