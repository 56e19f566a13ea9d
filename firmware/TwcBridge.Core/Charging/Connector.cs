namespace TwcBridge.Charging;

/// <summary>
/// What the charging side knows and has decided of one connector: what its car does, what it was
/// offered, and what it may be drawing at worst. Every transition of a connector's charging stands
/// in this file; the link to it is none of its business.
/// </summary>
public sealed class Connector
{
    public const int Unknown = -1;

    /// <summary>Between two changes of one offer (PROTOCOL 4, steps).</summary>
    public const int ChangePauseMs = 5000;

    /// <summary>Between on and off (PROTOCOL 6 rule 6).</summary>
    public const int SwitchPauseMs = 60000;

    /// <summary>Drawing too much for this long is a fault (PROTOCOL 6 rule 8).</summary>
    public const int OverdrawMs = 10000;

    /// <summary>A constant offset of the measurement, and a car that is only just off.</summary>
    private const int NotDrawingCentiamps = 100;

    private const long LongAgo = -SwitchPauseMs;

    private long _overdrawSinceMs;
    private long _changedAtMs;
    private long _switchedAtMs;

    /// <summary>The TWC id, or 0 for an empty place.</summary>
    public int Id { get; private set; }

    public bool IsLinked { get; private set; }

    /// <summary>1 or 2.</summary>
    public int Protocol { get; private set; }

    public int RatingCentiamps { get; private set; }

    public bool HasCar { get; private set; }

    /// <summary>Its car charges or wants to. One that we paused by its contactor still wants.
    /// </summary>
    public bool IsActive { get; private set; }

    public bool IsCharging { get; private set; }

    /// <summary>It reports state 02.</summary>
    public bool ReportsError { get; private set; }

    /// <summary>What the user allows.</summary>
    public bool IsEnabled { get; private set; } = true;

    /// <summary>False: no heartbeats, so that it does not charge.</summary>
    public bool IsServed { get; private set; } = true;

    public bool IsContactorOpen { get; private set; }

    /// <summary>The offer in force, 0 or at least <see cref="MinCentiamps"/>.</summary>
    public int OfferedCentiamps { get; private set; }

    public int AcceptedCentiamps { get; private set; }

    public int DrawnCentiamps { get; private set; }

    /// <summary>What a connector may still draw that we have lost; 0 once it is certainly off.
    /// </summary>
    public int ReservedCentiamps { get; private set; }

    public long ReservedUntilMs { get; private set; }

    /// <summary>Last announced itself, served or not.</summary>
    public long SeenAtMs { get; private set; }

    /// <summary>Alarm of PROTOCOL 6 rule 8.</summary>
    public bool IsOverdrawing { get; private set; }

    /// <summary>When the alarm will be due, or long.MaxValue.</summary>
    public long OverdrawDueAtMs =>
        IsOverdrawing || _overdrawSinceMs == Unknown
            ? long.MaxValue
            : _overdrawSinceMs + OverdrawMs;

    /// <summary>Alarm of PROTOCOL 6 rule 7: it confirmed more than it was ever offered.</summary>
    public bool IsAcceptingTooMuch { get; private set; }

    /// <summary>Lowest offer above 0.</summary>
    public int MinCentiamps => Protocol == 1
        ? ChargingOptions.MinProtocol1Centiamps
        : ChargingOptions.MinProtocol2Centiamps;

    /// <summary>When the offer may change again.</summary>
    public long MayChangeAtMs => _changedAtMs + ChangePauseMs;

    /// <summary>When the offer may go from 0 to something or back.</summary>
    public long MaySwitchAtMs => _switchedAtMs + SwitchPauseMs;

    /// <summary>The most that it may be drawing now: what it is offered, what it still holds as
    /// its limit, and what it shows to draw beyond both.</summary>
    public int ExposureCentiamps
    {
        get
        {
            if (!IsLinked)
            {
                return ReservedCentiamps;
            }
            if (IsContactorOpen && DrawnCentiamps < NotDrawingCentiamps)
            {
                return 0;
            }
            int most = AcceptedCentiamps == Unknown ? RatingCentiamps : AcceptedCentiamps;
            most = OfferedCentiamps > most ? OfferedCentiamps : most;
            return DrawnCentiamps > Tolerated(most) ? DrawnCentiamps : most;
        }
    }

    /// <summary>Takes this place for another id, or gives an empty one its first.</summary>
    public void Assign(int id)
    {
        Id = id;
        IsLinked = false;
        IsEnabled = true;
        IsServed = true;
        ReservedCentiamps = 0;
        _switchedAtMs = LongAgo;
        OnUnlinked();
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
        }
        IsLinked = true;
        ReservedCentiamps = 0;
        IsContactorOpen = false;
        AcceptedCentiamps = Unknown;
    }

    /// <summary>A heartbeat answer.</summary>
    public void OnReport(ConnectorReport report, long nowMs)
    {
        SeenAtMs = nowMs;
        HasCar = report.HasCar;
        AcceptedCentiamps = report.AcceptedCentiamps;
        DrawnCentiamps = report.DrawnCentiamps;
        ReportsError = report.ReportsError;
        bool isDrawing = DrawnCentiamps >= NotDrawingCentiamps;
        IsCharging = isDrawing || (report.IsCharging && AcceptedCentiamps > 0);
        IsActive = isDrawing || (HasCar && (report.WantsCurrent || IsContactorOpen));
        int highest = OfferedCentiamps > MinCentiamps ? OfferedCentiamps : MinCentiamps;
        IsAcceptingTooMuch = AcceptedCentiamps > highest && nowMs >= MayChangeAtMs;
        NoteOverdraw(nowMs);
    }

    /// <summary>A car came or went, as the answer to a query told.</summary>
    public void OnCar(bool hasCar)
    {
        HasCar = hasCar;
        IsActive &= hasCar;
    }

    public void OnContactor(bool isOpen)
    {
        IsContactorOpen = isOpen;
    }

    public void OnEnabled(bool isEnabled)
    {
        IsEnabled = isEnabled;
    }

    /// <summary>The link is gone. It may have heard us to the last, so what it was allowed to
    /// draw stays reserved until its contactor must have opened.</summary>
    public void OnLost(long reservedUntilMs)
    {
        ReservedCentiamps = ExposureCentiamps;
        ReservedUntilMs = reservedUntilMs;
        IsLinked = false;

        // A pause by silence keeps its dwell; a lost link may be taken up again at once.
        _switchedAtMs = IsServed ? LongAgo : _switchedAtMs;
        OnUnlinked();
    }

    public void OnTime(long nowMs)
    {
        if (!IsLinked && nowMs >= ReservedUntilMs)
        {
            ReservedCentiamps = 0;
        }
        IsOverdrawing |= nowMs >= OverdrawDueAtMs;
    }

    /// <summary>The decision: this is the offer from now on.</summary>
    public void OnOffer(int centiamps, long nowMs)
    {
        if (centiamps == OfferedCentiamps)
        {
            return;
        }
        if ((centiamps == 0) != (OfferedCentiamps == 0))
        {
            _switchedAtMs = nowMs;
        }
        OfferedCentiamps = centiamps;
        _changedAtMs = nowMs;
    }

    public void OnServed(bool isServed)
    {
        IsServed = isServed;
    }

    private void OnUnlinked()
    {
        HasCar = false;

        // Who was silenced for want of current still wants it.
        IsActive &= !IsServed;
        IsCharging = false;
        ReportsError = false;
        IsContactorOpen = false;
        IsOverdrawing = false;
        IsAcceptingTooMuch = false;
        AcceptedCentiamps = Unknown;
        DrawnCentiamps = Unknown;
        OfferedCentiamps = 0;
        _overdrawSinceMs = Unknown;
        _changedAtMs = LongAgo;
    }

    private void NoteOverdraw(long nowMs)
    {
        if (DrawnCentiamps <= Tolerated(OfferedCentiamps))
        {
            _overdrawSinceMs = Unknown;
            IsOverdrawing = false;
        }
        else if (_overdrawSinceMs == Unknown)
        {
            _overdrawSinceMs = nowMs;
        }
    }

    // Ten percent or one ampere, whichever is more.
    private static int Tolerated(int centiamps)
    {
        int tenth = centiamps / 10;
        return centiamps + (tenth > NotDrawingCentiamps ? tenth : NotDrawingCentiamps);
    }
}
