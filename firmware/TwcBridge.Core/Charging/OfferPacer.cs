namespace TwcBridge.Charging;

/// <summary>
/// Leads the offers to what the allocator wishes, at the pace that cars and connectors stand:
/// lower first, raise only into current that is surely free, whole steps with pauses between.
/// A breach of the site limit ends all patience.
/// </summary>
public sealed class OfferPacer
{
    private const int WholeAmp = 100;

    /// <summary>Until then somebody whom we have not heard yet may hold a limit from before: nobody
    /// gets more than it has.</summary>
    public long HoldUntilMs;

    private readonly ChargingOptions _options;
    private readonly Connector[] _connectors;
    private long _dueAtMs = long.MaxValue;

    public OfferPacer(ChargingOptions options, Connector[] connectors)
    {
        _options = options;
        _connectors = connectors;
    }

    /// <summary>When an offer that could not change yet may, or long.MaxValue.</summary>
    public long DueAtMs => _dueAtMs;

    public void Apply(AllocationRound round, long nowMs)
    {
        _dueAtMs = long.MaxValue;
        bool isBreach = AllowedSum(round) + round.ReservedCentiamps > round.HardCentiamps;
        for (int i = 0; i < round.Count; i++)
        {
            Serve(round, i, isBreach, nowMs);
            if (round.OfferCentiamps[i] < _connectors[i].OfferedCentiamps)
            {
                Lower(round, i, isBreach, nowMs);
            }
        }
        for (int i = 0; i < round.Count; i++)
        {
            bool isTalkedTo = _connectors[i].IsLinked && _connectors[i].IsServed;
            if (isTalkedTo && round.OfferCentiamps[i] > _connectors[i].OfferedCentiamps)
            {
                Raise(round, i, nowMs);
            }
        }
    }

    private void Serve(AllocationRound round, int i, bool isBreach, long nowMs)
    {
        Connector connector = _connectors[i];
        bool isServed = round.IsServed[i] && !IsPausedBySilence(round, i);
        if (!round.IsPresent[i] || isServed == connector.IsServed)
        {
            return;
        }
        bool hasTime = isServed || (round.IsServed[i] && !isBreach);
        if (!hasTime || IsTime(connector.MaySwitchAtMs, nowMs))
        {
            connector.OnServed(isServed, nowMs);
        }
    }

    // Silence takes the place of an offer of 0 for a connector that would otherwise go on at its
    // minimum.
    private bool IsPausedBySilence(AllocationRound round, int i)
    {
        return round.OfferCentiamps[i] == 0 && _options.StopMode == StopMode.Silence
            && _connectors[i].Protocol == 2 && _connectors[i].AcceptedCentiamps > 0;
    }

    private void Lower(AllocationRound round, int i, bool isBreach, long nowMs)
    {
        Connector connector = _connectors[i];
        int wish = round.OfferCentiamps[i];
        if (isBreach)
        {
            connector.OnOffer(wish, nowMs);
            return;
        }
        if (!IsTime(connector.MayChangeAtMs, nowMs))
        {
            return;
        }
        if (wish == 0 && !IsTime(connector.MaySwitchAtMs, nowMs))
        {
            wish = connector.MinCentiamps;
        }
        connector.OnOffer(wish, nowMs);
    }

    private void Raise(AllocationRound round, int i, long nowMs)
    {
        Connector connector = _connectors[i];
        if (connector.IsStartingUnasked && round.CapCentiamps[i] == 0)
        {
            return;     // Nobody wants it to charge: the others just make room for it.
        }
        int wish = RoomFor(round, i, nowMs);
        wish = round.OfferCentiamps[i] < wish ? round.OfferCentiamps[i] : wish;
        if (wish <= connector.OfferedCentiamps || wish < connector.MinCentiamps)
        {
            return;
        }
        bool isSwitch = connector.OfferedCentiamps == 0 && !IsOn(connector);
        if (IsTime(connector.MayChangeAtMs, nowMs)
            && (!isSwitch || IsTime(connector.MaySwitchAtMs, nowMs)))
        {
            connector.OnOffer(wish, nowMs);
        }
    }

    private int RoomFor(AllocationRound round, int index, long nowMs)
    {
        int soft = round.SoftCentiamps;
        for (int i = 0; i < round.Count; i++)
        {
            soft -= i == index ? 0 : _connectors[i].OfferedCentiamps;
        }
        soft = soft < round.FloorCentiamps[index] ? round.FloorCentiamps[index] : soft;
        int hard = HardRoom(round, index, nowMs);
        return (hard < soft ? hard : soft) / WholeAmp * WholeAmp;
    }

    // What the others may draw at worst is taken, whether it was offered to them or is left over
    // from before: that is the wait for the echo. What its own car charges with is no raise.
    private int HardRoom(AllocationRound round, int index, long nowMs)
    {
        int room = IsTime(HoldUntilMs, nowMs) ? round.HardCentiamps : 0;
        for (int i = 0; i < round.Count; i++)
        {
            room -= i == index ? 0 : _connectors[i].ExposureCentiamps;
        }
        Connector connector = _connectors[index];
        int charged = IsOn(connector) ? connector.AcceptedCentiamps : 0;
        return room < charged ? charged : room / WholeAmp * WholeAmp;
    }

    // An offer counts from its decision on, and what a connector says to hold until its echo: one
    // that comes back may still hold what has been given to others meanwhile.
    private int AllowedSum(AllocationRound round)
    {
        int sum = 0;
        for (int i = 0; i < round.Count; i++)
        {
            Connector connector = _connectors[i];
            if (connector.IsLinked && connector.IsServed)
            {
                int held = connector.IsContactorOpen ? 0 : connector.AcceptedCentiamps;
                sum += held > connector.OfferedCentiamps ? held : connector.OfferedCentiamps;
            }
        }
        return sum;
    }

    private static bool IsOn(Connector connector)
    {
        return connector.IsCharging && !connector.IsContactorOpen;
    }

    private bool IsTime(long atMs, long nowMs)
    {
        if (nowMs >= atMs)
        {
            return true;
        }
        _dueAtMs = atMs < _dueAtMs ? atMs : _dueAtMs;
        return false;
    }
}
