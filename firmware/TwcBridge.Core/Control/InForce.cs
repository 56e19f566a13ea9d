using TwcBridge.Charging;

namespace TwcBridge.Control;

/// <summary>The claim and the range that an answer tells.</summary>
public static class InForce
{
    /// <summary>
    /// For a command that never reached the bus side: takes range and claim, cut to the ceiling as
    /// there, out of the last status, of the whole site or of one connector. Of a connector that
    /// was never seen the claim is ConnectorStatus.Unknown and the range 0 to 0.
    /// </summary>
    public static void Read(BoxStatus status, int peripheralId, CommandResult into)
    {
        into.AppliedCentiamps = ConnectorStatus.Unknown;
        into.MinCentiamps = 0;
        into.MaxCentiamps = 0;
        into.Effect = CommandEffect.None;
        if (peripheralId == Command.WholeSite)
        {
            into.MinCentiamps = LowestMinimum(status);
            into.MaxCentiamps = status.SiteLimitCentiamps;
            into.AppliedCentiamps = status.SiteLimitCentiamps == 0      // No status yet.
                ? ConnectorStatus.Unknown
                : Cut(status.RequestedCentiamps, status.SiteLimitCentiamps);
            return;
        }
        ConnectorStatus connector = status.Find(peripheralId);
        if (connector != null)
        {
            into.AppliedCentiamps = Cut(connector.RequestedCentiamps, connector.MaxCentiamps);
            into.MinCentiamps = connector.MinCentiamps;
            into.MaxCentiamps = connector.MaxCentiamps;
        }
    }

    /// <summary>The claim in force in 0.01 A, or ConnectorStatus.Unknown where there is nothing for
    /// it to be in force on.</summary>
    public static int Of(ParsedCommand asked, CommandResult result)
    {
        bool unseen = asked.Status == ParseStatus.Ok && result.Code == CommandCode.UnknownCharger;
        return unseen ? ConnectorStatus.Unknown : result.AppliedCentiamps;
    }

    private static int LowestMinimum(BoxStatus status)
    {
        int lowest = ChargingOptions.MinProtocol2Centiamps;
        for (int i = 0; i < status.ConnectorCount; i++)
        {
            int minimum = status.Connector(i).MinCentiamps;
            lowest = minimum < lowest ? minimum : lowest;
        }
        return lowest;
    }

    private static int Cut(int claimedCentiamps, int mostCentiamps)
    {
        return claimedCentiamps < mostCentiamps ? claimedCentiamps : mostCentiamps;
    }
}
