namespace TwcBridge.Charging;

/// <summary>Turns what is known of the connectors into one question to the allocator.</summary>
public sealed class RoundBuilder
{
    /// <summary>A connector that is not served announces itself every 10 s; after this it has
    /// gone.</summary>
    public const int UnservedSeenMs = 40000;

    private const int WholeAmp = 100;

    private readonly ChargingOptions _options;
    private readonly Claims _claims;
    private readonly Connector[] _connectors;

    public RoundBuilder(ChargingOptions options, Claims claims, Connector[] connectors)
    {
        _options = options;
        _claims = claims;
        _connectors = connectors;
    }

    public void Fill(AllocationRound round, int count, bool isSiteAllowed, long nowMs)
    {
        round.Count = count;
        round.HardCentiamps = _options.SiteLimitCentiamps;
        round.ReservedCentiamps = 0;
        for (int i = 0; i < count; i++)
        {
            Connector connector = _connectors[i];
            round.IsPresent[i] = connector.IsServed
                ? connector.IsLinked
                : IsWaiting(connector, nowMs);
            round.IsActive[i] = connector.IsActive;
            round.Priority[i] = connector.Priority;
            round.MinCentiamps[i] = connector.MinCentiamps;
            round.FloorCentiamps[i] = CanPause(connector) ? 0 : connector.MinCentiamps;
            round.PauseCentiamps[i] = IsPauseToCome(connector, nowMs) ? connector.MinCentiamps : 0;
            round.CapCentiamps[i] = isSiteAllowed ? CapOf(i) : 0;
            round.ReservedCentiamps += OutOfOurHands(connector, round.FloorCentiamps[i]);
        }
        round.SoftCentiamps = _claims.SiteBudgetCentiamps(round);
    }

    /// <summary>The highest offer that its rating and the settings allow, in whole amps.</summary>
    public int CeilingOf(int index)
    {
        // The rating is told at link-up only, and who listens to another controller may miss it.
        int rating = _connectors[index].RatingCentiamps;
        bool isMissed = rating == 0 && _options.Passive;
        int ceiling = isMissed || _options.ConnectorLimitCentiamps < rating
            ? _options.ConnectorLimitCentiamps
            : rating;
        ceiling = _options.SiteLimitCentiamps < ceiling ? _options.SiteLimitCentiamps : ceiling;
        return ceiling / WholeAmp * WholeAmp;
    }

    private int CapOf(int index)
    {
        if (!_connectors[index].IsEnabled)
        {
            return 0;
        }
        int ceiling = CeilingOf(index);
        int claimed = _claims.CentiampsOf(index);
        return (claimed < ceiling ? claimed : ceiling) / WholeAmp * WholeAmp;
    }

    // On protocol 2 a limit once given cannot be taken back below 6 A by an offer. Before the
    // first one the connector waits for it; after that it takes the stop mode to end a charge. One
    // that is kept waiting in silence for want of current stays so until its minimum fits.
    private bool CanPause(Connector connector)
    {
        if (connector.Protocol == 1)
        {
            return !connector.IsUnstoppable;
        }
        if (connector.IsStartingUnasked)
        {
            return false;       // It begins at its minimum, whatever it is told.
        }
        if (connector.IsSurelyOpen || HasNoLimit(connector))
        {
            return true;
        }
        // One that may be closed again is told its minimum like any other that does not charge.
        return connector.IsActive && !connector.IsContactorOpen && CanStop(connector);
    }

    // It has to charge before its contactor can be opened.
    private bool CanStop(Connector connector)
    {
        return _options.StopMode == StopMode.Silence || (!connector.IsStarting
            && _options.StopMode == StopMode.Contactor && !connector.IsUnstoppable);
    }

    private static bool HasNoLimit(Connector connector)
    {
        return connector.AcceptedCentiamps <= 0 && connector.OwnExposureCentiamps == 0
            && !connector.IsCharging && connector.IsLinked;
    }

    // What a silenced one may still be drawing is reserved; it takes part again once that is over.
    private static bool IsWaiting(Connector connector, long nowMs)
    {
        return nowMs - connector.SeenAtMs < UnservedSeenMs && connector.OwnExposureCentiamps == 0;
    }

    // It has just been switched on, or its contactor is still to be opened.
    private bool IsPauseToCome(Connector connector, long nowMs)
    {
        bool isTooSoon = connector.OfferedCentiamps > 0 && nowMs < connector.Pauses.MaySwitchAtMs;
        return isTooSoon || HasContactorToOpen(connector);
    }

    private bool HasContactorToOpen(Connector connector)
    {
        return _options.StopMode == StopMode.Contactor && connector.Protocol == 2
            && connector.IsCharging && !connector.IsContactorOpen;
    }

    private static int OutOfOurHands(Connector connector, int floorCentiamps)
    {
        if (!connector.IsLinked || !connector.IsServed)
        {
            return connector.OwnExposureCentiamps;
        }
        int allowed = connector.AcceptedCentiamps > connector.OfferedCentiamps
            ? connector.AcceptedCentiamps
            : connector.OfferedCentiamps;
        allowed = floorCentiamps > allowed ? floorCentiamps : allowed;
        bool isBeyond = connector.DrawnCentiamps > OverdrawAlarm.Tolerated(allowed);
        return connector.IsOverdrawing && isBeyond ? connector.DrawnCentiamps - allowed : 0;
    }
}
