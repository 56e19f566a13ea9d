namespace TwcBridge.Charging;

/// <summary>
/// What the charging side knows and has decided of one connector: what its car does, what it was
/// offered, and what it may be drawing at worst. Every transition of a connector's charging stands
/// in this file; the link to it is none of its business.
/// </summary>
public sealed class Connector
{
    public const int Unknown = -1;

    // A constant offset of the measurement, and a car that is only just off.
    internal const int NotDrawingCentiamps = 100;

    public readonly Pauses Pauses = new Pauses();

    /// <summary>What the user allows.</summary>
    public bool IsEnabled = true;

    /// <summary>Whoever has more is served first when there is not enough.</summary>
    public int Priority = Command.UsualPriority;

    /// <summary>The TWC id, or 0 for an empty place.</summary>
    public int Id;
    public bool IsLinked;
    public int Protocol;
    public int RatingCentiamps;
    public bool HasCar;

    /// <summary>Its car charges or wants to, also one that we paused by its contactor.</summary>
    public bool IsActive;
    public bool IsCharging;
    public bool IsContactorOpen;

    /// <summary>About to charge; offered nothing, at its minimum: somebody pressed start.</summary>
    public bool IsStarting;

    /// <summary>It reports state 02.</summary>
    public bool ReportsError;

    /// <summary>False: no heartbeats, so that it does not charge.</summary>
    public bool IsServed = true;

    /// <summary>The offer in force, 0 or at least <see cref="MinCentiamps"/>.</summary>
    public int OfferedCentiamps;
    public int AcceptedCentiamps;
    public int DrawnCentiamps;

    /// <summary>Last announced itself, served or not.</summary>
    public long SeenAtMs;

    /// <summary>It draws at an offer of 0 (PROTOCOL 4, 0 A), or its firmware knows no order to its
    /// contactor. Tried anew with the next charge, or once it was allowed again.</summary>
    public bool IsUnstoppable;

    public OrderStage Order;

    /// <summary>An order to close has left since the contactor was opened.</summary>
    public bool MayHaveClosed;

    /// <summary>Alarm of PROTOCOL 6 rule 7: it confirmed more than it was ever offered.</summary>
    public bool IsAcceptingTooMuch;

    private readonly OverdrawAlarm _overdraw = new OverdrawAlarm();
    private readonly HeldLimit _held = new HeldLimit();
    private bool _wasLeftAlone, _knowsOrders;
    private long _linkedAtMs;

    /// <summary>Alarm of PROTOCOL 6 rule 8.</summary>
    public bool IsOverdrawing => _overdraw.IsRaised;
    public bool IsStartingUnasked => IsStarting && OfferedCentiamps == 0;
    public bool IsBeingOrdered => Order == OrderStage.Pending;
    public bool IsSurelyOpen => IsContactorOpen && !MayHaveClosed;

    /// <summary>Lowest offer above 0.</summary>
    public int MinCentiamps => ChargingOptions.MinOf(Protocol);

    /// <summary>The limit it lives by: its minimum, where it draws that much at less.</summary>
    public int TakenCentiamps => AcceptedCentiamps < MinCentiamps
        && DrawnCentiamps >= MinCentiamps ? MinCentiamps : AcceptedCentiamps;

    /// <summary>When OnTime has something to decide, or long.MaxValue.</summary>
    public long DueAtMs => _overdraw.DueAtMs < _held.DueAtMs ? _overdraw.DueAtMs : _held.DueAtMs;

    /// <summary>The most that it may be drawing now, linked or not: the highest limit that it may
    /// hold, or what it shows to draw beyond that.</summary>
    public int ExposureCentiamps => WorstCase.DrawnCentiamps(this, _held.MostCentiamps);

    /// <summary>The same of what we gave it, without what it may have been given before.</summary>
    public int OwnExposureCentiamps => WorstCase.DrawnCentiamps(this, _held.OursCentiamps);

    /// <summary>Takes this place for another id, or gives an empty one its first.</summary>
    public void Assign(int id)
    {
        Id = id;
        Priority = Command.UsualPriority;
        IsEnabled = IsServed = true;
        IsLinked = IsUnstoppable = _wasLeftAlone = _knowsOrders = false;
        Pauses.OnLost(false);
        OnUnlinked();
        _held.OnReport(0, 0);
    }

    /// <summary>It announced itself. Unserved connectors do so too, and stay unlinked.</summary>
    public void OnLinkReady(int ratingCentiamps, int protocol, long nowMs)
    {
        RatingCentiamps = ratingCentiamps;
        Protocol = protocol;
        SeenAtMs = nowMs;
        if (!IsServed)
        {
            return;
        }
        if (!IsLinked)
        {
            OnUnlinked();
            _held.OnLinked(_wasLeftAlone ? 0 : ratingCentiamps);
            _linkedAtMs = nowMs;
        }
        IsLinked = true;
        IsContactorOpen = false;
        AcceptedCentiamps = Unknown;
    }

    /// <summary>A heartbeat answer.</summary>
    public void OnReport(ConnectorReport report, long nowMs)
    {
        SeenAtMs = nowMs;
        Protocol = report.Protocol;
        OnCar(report.HasCar);
        AcceptedCentiamps = report.AcceptedCentiamps;
        DrawnCentiamps = report.DrawnCentiamps;
        ReportsError = report.ReportsError;
        bool isDrawing = DrawnCentiamps >= NotDrawingCentiamps;
        IsStarting = report.IsStarting && !isDrawing;
        Pauses.OnSwitch(IsContactorOpen && isDrawing, nowMs);
        IsContactorOpen &= !isDrawing && !IsStartingUnasked;
        OnState(report, isDrawing);
        IsAcceptingTooMuch = HasDisobeyed(nowMs);
        _held.OnReport(AcceptedCentiamps, OfferedCentiamps);
        _overdraw.OnReport(DrawnCentiamps, OfferedCentiamps, nowMs);
    }

    public void OnEnabled(bool isEnabled)
    {
        IsEnabled = isEnabled;
        IsUnstoppable &= !isEnabled;
    }

    /// <summary>A car came or went, as the answer to a query told.</summary>
    public void OnCar(bool hasCar)
    {
        HasCar = hasCar;
        IsActive &= hasCar;
        IsUnstoppable &= hasCar;
    }

    /// <summary>How its orders stand. What closes a contactor is on time from its first order.
    /// </summary>
    public void OnOrders(bool isPending, bool isGivenUp, bool mayHaveClosed, long nowMs)
    {
        Pauses.OnSwitch(mayHaveClosed && !MayHaveClosed, nowMs);
        OrderStage ahead = isPending ? OrderStage.Pending : OrderStage.None;
        Order = isGivenUp ? OrderStage.GivenUp : ahead;
        MayHaveClosed = mayHaveClosed;
    }

    public void OnContactor(bool isOpen, long nowMs)
    {
        Pauses.OnSwitch(isOpen != IsContactorOpen, nowMs);
        IsContactorOpen = isOpen;
        _knowsOrders = true;
        IsUnstoppable &= !isOpen;
        OnOffer(isOpen ? 0 : OfferedCentiamps, nowMs);
        IsCharging &= !isOpen || DrawnCentiamps >= NotDrawingCentiamps;
    }

    /// <summary>The link is gone. It may have heard us to the last, so what it was allowed to
    /// draw stays reserved until its contactor must have opened. One that never told anything is
    /// not spoken to before that, so that it comes back with nothing.</summary>
    public void OnLost(long contactorOpensAtMs)
    {
        _wasLeftAlone = AcceptedCentiamps == Unknown;
        _held.OnLost(OwnExposureCentiamps, contactorOpensAtMs);
        IsLinked = false;
        Pauses.OnLost(!IsServed);
        OnUnlinked();
    }

    public void OnTime(long nowMs)
    {
        _held.OnTime(nowMs);
        _overdraw.OnTime(nowMs);
        bool isTried = Protocol == 1 || (Order == OrderStage.GivenUp && !_knowsOrders);
        IsUnstoppable |= isTried && IsOverdrawing && OfferedCentiamps == 0;
        Pauses.OnTime(IsCharging, OfferedCentiamps, nowMs);
    }

    /// <summary>The decision: this is the offer from now on.</summary>
    public void OnOffer(int centiamps, long nowMs)
    {
        if (centiamps == OfferedCentiamps)
        {
            return;
        }
        Pauses.OnOffer(OfferedCentiamps, centiamps, nowMs);
        OfferedCentiamps = centiamps;
        _held.OnOffer(centiamps);
    }

    /// <summary>The decision: whether it gets heartbeats from now on.</summary>
    public void OnServed(bool isServed, long nowMs)
    {
        IsServed = isServed;
        if (!isServed)
        {
            // Also one that was offered nothing may have been charging, at its minimum.
            OnOffer(0, nowMs);
            Pauses.OnSwitch(true, nowMs);
        }
    }

    private void OnState(ConnectorReport report, bool isDrawing)
    {
        IsCharging = isDrawing
            || (report.IsCharging && AcceptedCentiamps > 0 && !IsContactorOpen);
        IsActive = isDrawing || (HasCar && (report.WantsCurrent || IsContactorOpen));
        IsUnstoppable &= IsCharging;
    }

    // Protocol 2 makes its minimum of anything below.
    private bool HasDisobeyed(long nowMs)
    {
        bool hasHadTime = nowMs >= Pauses.MayChangeAtMs && nowMs >= _linkedAtMs + Pauses.ChangeMs;
        int most = OfferedCentiamps > MinCentiamps ? OfferedCentiamps : MinCentiamps;
        return hasHadTime && AcceptedCentiamps > most;
    }

    private void OnUnlinked()
    {
        HasCar = IsStarting = IsCharging = false;
        ReportsError = IsContactorOpen = IsAcceptingTooMuch = false;
        // Who was silenced for want of current still wants it.
        IsActive &= !IsServed;
        AcceptedCentiamps = DrawnCentiamps = Unknown;
        OfferedCentiamps = 0;
        _overdraw.Clear();
        Pauses.OnUnlinked();
    }
}
