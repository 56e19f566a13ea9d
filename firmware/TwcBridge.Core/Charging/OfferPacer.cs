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

    /// <summary>When an offer that could not change yet may, or long.MaxValue.</summary>
    public long DueAtMs = long.MaxValue;

    private readonly ChargingOptions _options;
    private readonly Connector[] _connectors;
    private readonly LimitsInForce _limits;
    private bool _isStuck;

    public OfferPacer(ChargingOptions options, Connector[] connectors)
    {
        _options = options;
        _connectors = connectors;
        _limits = new LimitsInForce(connectors);
    }

    public void Apply(AllocationRound round, long nowMs)
    {
        DueAtMs = long.MaxValue;
        bool isBreach = _limits.Sum(round.Count) + round.ReservedCentiamps > round.HardCentiamps;
        for (int i = 0; i < round.Count; i++)
        {
            Serve(round, i, isBreach, nowMs);
            int wish = isBreach ? SurelyFree(round, i, nowMs) : round.OfferCentiamps[i];
            if (wish < _connectors[i].OfferedCentiamps)
            {
                Lower(i, wish, isBreach, nowMs);
            }
        }
        _isStuck = isBreach && !_limits.IsAnyoneLowered(round.Count);
        for (int i = 0; i < round.Count; i++)
        {
            if (IsToRaise(round, i))
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
        if (!hasTime || IsTime(connector.Pauses.MaySwitchAtMs, nowMs))
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

    // In a breach a raise that is not confirmed is undone as far as others still hold the current.
    private int SurelyFree(AllocationRound round, int i, long nowMs)
    {
        Connector connector = _connectors[i];
        int wish = round.OfferCentiamps[i];
        int most = HardRoom(round, i, nowMs);
        most = connector.AcceptedCentiamps > most ? connector.AcceptedCentiamps : most;
        return most < connector.MinCentiamps || wish < most ? wish : most;
    }

    private void Lower(int i, int wish, bool isBreach, long nowMs)
    {
        Connector connector = _connectors[i];
        if (!isBreach && !IsTime(connector.Pauses.MayChangeAtMs, nowMs))
        {
            return;
        }
        if (!isBreach && wish == 0 && !IsTime(connector.Pauses.MaySwitchAtMs, nowMs))
        {
            wish = connector.MinCentiamps;
        }
        connector.OnOffer(wish, nowMs);
    }

    // Who starts and is not wanted to is not told so, unless it holds more: the others just make
    // room for it.
    private bool IsToRaise(AllocationRound round, int i)
    {
        Connector connector = _connectors[i];
        int wish = round.OfferCentiamps[i];
        bool isUnwanted = connector.IsStartingUnasked && round.CapCentiamps[i] == 0;
        return connector.IsLinked && connector.IsServed && !connector.IsBeingOrdered
            && wish > connector.OfferedCentiamps
            && (!isUnwanted || HoldsMore(connector, wish));
    }

    private void Raise(AllocationRound round, int i, long nowMs)
    {
        Connector connector = _connectors[i];
        int wish = RoomFor(round, i, nowMs);
        wish = round.OfferCentiamps[i] < wish ? round.OfferCentiamps[i] : wish;
        if (wish <= connector.OfferedCentiamps || wish < connector.MinCentiamps)
        {
            return;
        }
        if (IsTime(connector.Pauses.MayChangeAtMs, nowMs)
            && (!IsSwitchOn(connector, wish) || IsTime(connector.Pauses.MaySwitchAtMs, nowMs)))
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
        // One that came back with its car charging goes on; the others are lowered meanwhile.
        int own = IsOn(_connectors[index]) ? _connectors[index].AcceptedCentiamps : 0;
        soft = soft < own ? own : soft;
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
        int held = IsOn(connector) ? HeldByItself(round, index, nowMs)
            : _isStuck && MayBegin(round, index) ? connector.MinCentiamps
            : 0;
        return room < held ? held : room / WholeAmp * WholeAmp;
    }

    // Who lives by its minimum in spite of its limit is told so once it fits beside what the others
    // hold, whatever they draw. Who was lowered may have heard it, though it has not said so yet.
    private int HeldByItself(AllocationRound round, int index, long nowMs)
    {
        Connector connector = _connectors[index];
        int taken = connector.TakenCentiamps;
        if (IsTime(HoldUntilMs, nowMs)
            && _limits.OfOthers(round.Count, index, false) + taken <= round.HardCentiamps)
        {
            return taken;
        }
        int offered = connector.OfferedCentiamps;
        int accepted = connector.AcceptedCentiamps;
        return offered > 0 && offered < accepted ? offered : accepted;
    }

    private static bool IsSwitchOn(Connector connector, int centiamps)
    {
        return connector.OfferedCentiamps == 0 && !IsOn(connector)
            && !HoldsMore(connector, centiamps);
    }

    // On protocol 2 it may begin with that at any moment, and is told less, which switches nothing
    // on. A 0 it would not be told at all (LimitRule).
    private static bool HoldsMore(Connector connector, int centiamps)
    {
        return connector.Protocol == 2 && !connector.IsSurelyOpen
            && connector.AcceptedCentiamps > centiamps;
    }

    // Idle ones that hold too much leave no room to each other, and on protocol 2 none can be told
    // 0. Where nobody else gives way they are told their minimum, which is less than they hold.
    private bool MayBegin(AllocationRound round, int index)
    {
        Connector connector = _connectors[index];
        bool mayDraw = !connector.IsSurelyOpen && !connector.IsStartingUnasked
            && !connector.ReportsError;
        return mayDraw && connector.Protocol == 2
            && connector.AcceptedCentiamps >= connector.MinCentiamps
            && _limits.OfOthers(round.Count, index, true) + connector.MinCentiamps
                <= round.HardCentiamps;
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
        DueAtMs = atMs < DueAtMs ? atMs : DueAtMs;
        return false;
    }
}
