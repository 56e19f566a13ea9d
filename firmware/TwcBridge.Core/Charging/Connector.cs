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

    // A constant offset of the measurement, and a car that is only just off.
    private const int NotDrawingCentiamps = 100;
    private const long LongAgo = -SwitchPauseMs;

    /// <summary>What the user allows.</summary>
    public bool IsEnabled = true;

    /// <summary>Whoever has more is served first when there is not enough.</summary>
    public int Priority = Command.UsualPriority;

    private readonly OverdrawAlarm _overdraw = new OverdrawAlarm();
    private readonly HeldLimit _held = new HeldLimit();
    private int _id, _protocol, _ratingCentiamps;
    private int _offeredCentiamps, _acceptedCentiamps, _drawnCentiamps;
    private bool _isLinked, _hasCar, _isActive, _isCharging, _reportsError, _isContactorOpen;
    private bool _isServed = true;
    private bool _wasLeftAlone, _isStartingUnasked, _isUnstoppable, _isAcceptingTooMuch;
    private long _seenAtMs, _linkedAtMs, _changedAtMs, _switchedAtMs;

    /// <summary>The TWC id, or 0 for an empty place.</summary>
    public int Id => _id;
    public bool IsLinked => _isLinked;

    public int Protocol => _protocol;
    public int RatingCentiamps => _ratingCentiamps;
    public bool HasCar => _hasCar;

    /// <summary>Its car charges or wants to. One that we paused by its contactor still wants.
    /// </summary>
    public bool IsActive => _isActive;
    public bool IsCharging => _isCharging;

    /// <summary>About to charge at its minimum, offered nothing: somebody pressed start.</summary>
    public bool IsStartingUnasked => _isStartingUnasked;

    /// <summary>It reports state 02.</summary>
    public bool ReportsError => _reportsError;

    /// <summary>False: no heartbeats, so that it does not charge.</summary>
    public bool IsServed => _isServed;
    public bool IsContactorOpen => _isContactorOpen;

    /// <summary>The offer in force, 0 or at least <see cref="MinCentiamps"/>.</summary>
    public int OfferedCentiamps => _offeredCentiamps;

    public int AcceptedCentiamps => _acceptedCentiamps;
    public int DrawnCentiamps => _drawnCentiamps;

    /// <summary>Last announced itself, served or not.</summary>
    public long SeenAtMs => _seenAtMs;

    /// <summary>Alarm of PROTOCOL 6 rule 8.</summary>
    public bool IsOverdrawing => _overdraw.IsRaised;

    /// <summary>It was offered 0 and draws all the same (PROTOCOL 4, 0 A).</summary>
    public bool IsUnstoppable => _isUnstoppable;

    /// <summary>Alarm of PROTOCOL 6 rule 7: it confirmed more than it was ever offered.</summary>
    public bool IsAcceptingTooMuch => _isAcceptingTooMuch;

    /// <summary>Lowest offer above 0.</summary>
    public int MinCentiamps => ChargingOptions.MinOf(_protocol);

    /// <summary>When the offer may change again.</summary>
    public long MayChangeAtMs => _changedAtMs + ChangePauseMs;

    /// <summary>When the offer may go from 0 to something or back.</summary>
    public long MaySwitchAtMs => _switchedAtMs + SwitchPauseMs;

    /// <summary>When OnTime has something to decide, or long.MaxValue.</summary>
    public long DueAtMs => _overdraw.DueAtMs < _held.DueAtMs ? _overdraw.DueAtMs : _held.DueAtMs;

    /// <summary>The most that it may be drawing now, linked or not: the highest limit that it may
    /// hold, or what it shows to draw beyond that.</summary>
    public int ExposureCentiamps => DrawnAtWorst(_held.MostCentiamps);

    /// <summary>The same of what we gave it, without what it may have been given before.</summary>
    public int OwnExposureCentiamps => DrawnAtWorst(_held.OursCentiamps);

    /// <summary>Takes this place for another id, or gives an empty one its first.</summary>
    public void Assign(int id)
    {
        _id = id;
        _isLinked = false;
        IsEnabled = true;
        Priority = Command.UsualPriority;
        _isServed = true;
        _isUnstoppable = false;
        _wasLeftAlone = false;
        _switchedAtMs = LongAgo;
        OnUnlinked();
        _held.OnReport(0, 0);
    }

    /// <summary>It announced itself. Unserved connectors do so too, and stay unlinked.</summary>
    public void OnLinkReady(int ratingCentiamps, int protocol, long nowMs)
    {
        _ratingCentiamps = ratingCentiamps;
        _protocol = protocol;
        _seenAtMs = nowMs;
        if (!_isServed)
        {
            return;
        }
        if (!_isLinked)
        {
            OnUnlinked();
            _held.OnLinked(_wasLeftAlone ? 0 : ratingCentiamps);
            _linkedAtMs = nowMs;
        }
        _isLinked = true;
        _isContactorOpen = false;
        _acceptedCentiamps = Unknown;
    }

    /// <summary>A heartbeat answer.</summary>
    public void OnReport(ConnectorReport report, long nowMs)
    {
        _seenAtMs = nowMs;
        _protocol = report.Protocol;
        OnCar(report.HasCar);
        _acceptedCentiamps = report.AcceptedCentiamps;
        _drawnCentiamps = report.DrawnCentiamps;
        _reportsError = report.ReportsError;
        bool isDrawing = _drawnCentiamps >= NotDrawingCentiamps;
        _isStartingUnasked = report.IsStarting && _offeredCentiamps == 0;
        _isContactorOpen &= !isDrawing && !_isStartingUnasked;
        _isCharging = isDrawing
            || (report.IsCharging && _acceptedCentiamps > 0 && !_isContactorOpen);
        _isActive = isDrawing || (_hasCar && (report.WantsCurrent || _isContactorOpen));
        _isAcceptingTooMuch = HasDisobeyed(nowMs);
        _held.OnReport(_acceptedCentiamps, _offeredCentiamps);
        _overdraw.OnReport(_drawnCentiamps, _offeredCentiamps, nowMs);
    }

    /// <summary>A car came or went, as the answer to a query told.</summary>
    public void OnCar(bool hasCar)
    {
        _hasCar = hasCar;
        _isActive &= hasCar;
        _isUnstoppable &= hasCar;
    }

    public void OnContactor(bool isOpen, long nowMs)
    {
        _switchedAtMs = isOpen != _isContactorOpen ? nowMs : _switchedAtMs;
        _isContactorOpen = isOpen;
        OnOffer(isOpen ? 0 : _offeredCentiamps, nowMs);
        _isCharging &= !isOpen || _drawnCentiamps >= NotDrawingCentiamps;
    }

    /// <summary>The link is gone. It may have heard us to the last, so what it was allowed to
    /// draw stays reserved until its contactor must have opened. One that never told anything is
    /// not spoken to before that, so that it comes back with nothing.</summary>
    public void OnLost(long contactorOpensAtMs)
    {
        _wasLeftAlone = _acceptedCentiamps == Unknown;
        _held.OnLost(OwnExposureCentiamps, contactorOpensAtMs);
        _isLinked = false;
        // A pause by silence keeps its dwell; a lost link may be taken up again at once.
        _switchedAtMs = _isServed ? LongAgo : _switchedAtMs;
        OnUnlinked();
    }

    public void OnTime(long nowMs)
    {
        _held.OnTime(nowMs);
        _overdraw.OnTime(nowMs);
        _isUnstoppable |= IsOverdrawing && _offeredCentiamps == 0;
        _switchedAtMs = _isCharging && _offeredCentiamps == 0 ? nowMs : _switchedAtMs;
    }

    /// <summary>The decision: this is the offer from now on.</summary>
    public void OnOffer(int centiamps, long nowMs)
    {
        if (centiamps == _offeredCentiamps)
        {
            return;
        }
        _switchedAtMs = centiamps == 0 || _offeredCentiamps == 0 ? nowMs : _switchedAtMs;
        _offeredCentiamps = centiamps;
        _held.OnOffer(centiamps);
        _changedAtMs = nowMs;
    }

    /// <summary>The decision: whether it gets heartbeats from now on.</summary>
    public void OnServed(bool isServed, long nowMs)
    {
        _isServed = isServed;
        if (!isServed)
        {
            // Also one that was offered nothing may have been charging, at its minimum.
            OnOffer(0, nowMs);
            _switchedAtMs = nowMs;
        }
    }

    private int DrawnAtWorst(int heldCentiamps)
    {
        if (_isContactorOpen && _offeredCentiamps == 0 && _drawnCentiamps < NotDrawingCentiamps)
        {
            return 0;
        }
        return _drawnCentiamps > OverdrawAlarm.Tolerated(heldCentiamps)
            ? _drawnCentiamps
            : heldCentiamps;
    }

    // Protocol 2 makes its minimum of anything below (PROTOCOL 4, minimum).
    private bool HasDisobeyed(long nowMs)
    {
        bool hasHadTime = nowMs >= MayChangeAtMs && nowMs >= _linkedAtMs + ChangePauseMs;
        int most = _offeredCentiamps > MinCentiamps ? _offeredCentiamps : MinCentiamps;
        return hasHadTime && _acceptedCentiamps > most;
    }

    private void OnUnlinked()
    {
        _hasCar = false;
        _isStartingUnasked = false;
        // Who was silenced for want of current still wants it.
        _isActive &= !_isServed;
        _isCharging = false;
        _reportsError = false;
        _isContactorOpen = false;
        _isAcceptingTooMuch = false;
        _acceptedCentiamps = Unknown;
        _drawnCentiamps = Unknown;
        _offeredCentiamps = 0;
        _overdraw.Clear();
        _changedAtMs = LongAgo;
    }
}
