using TwcBridge.Messages;

namespace TwcBridge.Bus;

/// <summary>
/// The link with one peripheral: what it last told, what it is to be told, and when. Every
/// transition of the link stands in this file. It knows nothing of the other peripherals, of the
/// line, or of why an offer is what it is.
/// </summary>
public sealed class Peripheral
{
    /// <summary>A number that has not been heard yet.</summary>
    public const int Unknown = -1;

    // Answers to 09 show 09 in place of the state, and 09 may be wrong for it: look now and then.
    private const int MaxBlindAnswers = 3;

    public readonly PeripheralInfo Info = new PeripheralInfo();
    public readonly QueryPlan Queries = new QueryPlan();

    /// <summary>1..65535.</summary>
    public int Id;

    public LinkState Link;

    /// <summary>The last real state, never an echo of a command; or Unknown.</summary>
    public int State;

    /// <summary>The limit it confirmed, 0.01 A, or Unknown.</summary>
    public int AcceptedCentiamps;

    /// <summary>What it uses, 0.01 A, or Unknown.</summary>
    public int DrawnCentiamps;

    /// <summary>The most it may use, 0.01 A; told with the next heartbeat.</summary>
    public int OfferedCentiamps;

    /// <summary>False: no heartbeat goes to it, so that its contactor opens.</summary>
    public bool IsServed;

    /// <summary>The offer has changed since the last heartbeat: worth an extra one.</summary>
    public bool IsOfferNews;

    /// <summary>Last answered anything, or began to announce itself.</summary>
    public long HeardAtMs;

    /// <summary>Last announced itself, answered or not.</summary>
    public long AnnouncedAtMs;

    /// <summary>Heartbeats answered since it linked.</summary>
    public long AnsweredCount;

    /// <summary>It has answered since it got this place: no ghost of a spoilt id.</summary>
    public bool HasAnswered;

    private readonly Nameplate _plate = new Nameplate();
    private int _heartbeatIntervalMs = Timing.HeartbeatIntervalMs;
    private int _blindAnswers;
    private int _mayHoldCentiamps;      // What it confirmed, or was told since; or Unknown.
    private bool _mustRepeat, _linkReadyPending, _isOfferUntold;
    private bool _isUnsure;     // Was told anew, and what it confirmed before says nothing.
    private long _assertedAtMs, _dueAtMs, _placeAtMs, _leftAloneUntilMs;

    /// <summary>1 or 2.</summary>
    public int Protocol => _plate.Protocol;

    /// <summary>What its hardware can do, 0.01 A.</summary>
    public int RatingCentiamps => _plate.RatingCentiamps;

    /// <summary>Its next place in the cycle; a link-ready without an answer is overdue.</summary>
    public long HeartbeatDueAtMs => _linkReadyPending ? HeardAtMs : _dueAtMs;

    public bool IsTalkedTo => Link == LinkState.Linked && IsServed;

    /// <summary>Makes this slot the home of another id.</summary>
    public void Assign(int id)
    {
        Id = id;
        Link = LinkState.Absent;
        IsServed = true;
        OfferedCentiamps = 0;
        HasAnswered = IsOfferNews = _isOfferUntold = _linkReadyPending = false;
        _leftAloneUntilMs = 0;
        Info.Clear();
        _plate.Clear();
        ForgetReports();
    }

    /// <summary>It announced itself: it is new, was reset, or has lost us.</summary>
    /// <param name="protocol">1 or 2, by the length of the frame.</param>
    public void OnLinkReady(int ratingCentiamps, int protocol, long nowMs)
    {
        _plate.OnRating(ratingCentiamps);
        _plate.OnProtocol(protocol);
        AnnouncedAtMs = nowMs;
        if (!IsServed || IsLeftAlone(nowMs))
        {
            return;
        }
        // The first one after an answer is news; any further one only shows that it is deaf.
        HeardAtMs = AnsweredCount > 0 || Link == LinkState.Absent ? nowMs : HeardAtMs;
        _linkReadyPending = _mustRepeat = true;
        AcceptedCentiamps = Unknown;
        AnsweredCount = 0;
        if (Link == LinkState.Absent)
        {
            ForgetReports();
            Link = LinkState.Linked;
            _dueAtMs = _placeAtMs = nowMs + Timing.HeartbeatIntervalMs;
            Queries.OnLinked();
        }
    }

    public void OnAnswer(Message answer, long nowMs)
    {
        HeardAtMs = nowMs;
        AnsweredCount++;
        HasAnswered = true;
        _plate.OnProtocol(answer.Protocol);
        _mayHoldCentiamps = AcceptedCentiamps = answer.AcceptedCentiamps;
        DrawnCentiamps = answer.DrawnCentiamps;
        _mustRepeat &= !_isUnsure;
        _isUnsure = false;
        bool isReal = ChargerState.IsReal(answer.State);
        _blindAnswers = isReal ? 0 : _blindAnswers + 1;
        if (isReal && answer.State != State)
        {
            State = answer.State;
            _mustRepeat = true;
            Queries.OnStateChanged(nowMs);
        }
    }

    /// <summary>Its announcements are not to be answered yet.</summary>
    public bool IsLeftAlone(long nowMs)
    {
        return Link == LinkState.Absent && nowMs < _leftAloneUntilMs;
    }

    /// <summary>It said something else than a heartbeat answer.</summary>
    public void OnHeard(long nowMs) => HeardAtMs = nowMs;

    /// <summary>The allocation has decided.</summary>
    public void OnOffer(int centiamps)
    {
        if (centiamps != OfferedCentiamps)
        {
            OfferedCentiamps = centiamps;
            IsOfferNews = _isOfferUntold = true;
        }
    }

    public void OnServed(bool isServed)
    {
        IsServed = isServed;
        _linkReadyPending &= isServed;
    }

    /// <summary>Gives its heartbeat another place in the cycle, from the next one on. The one that
    /// was due before comes all the same, so that no pause is longer than a cycle.</summary>
    public void OnRephased(long placeAtMs, int intervalMs)
    {
        _placeAtMs = placeAtMs;
        _dueAtMs = placeAtMs < _dueAtMs ? placeAtMs : _dueAtMs;
        _heartbeatIntervalMs = intervalMs;
    }

    /// <summary>What to do now. Pure: asking twice is harmless.</summary>
    public PeripheralAction Next(long nowMs)
    {
        if (Link == LinkState.Absent)
        {
            return PeripheralAction.None;
        }
        if (nowMs - HeardAtMs >= Timing.PeripheralLostMs)
        {
            return PeripheralAction.ReportLost;
        }
        if (_linkReadyPending)
        {
            return PeripheralAction.AnswerLinkReady;
        }
        bool isDue = IsServed && nowMs >= _dueAtMs;
        return isDue ? PeripheralAction.SendHeartbeat : PeripheralAction.None;
    }

    /// <summary>Which command the next heartbeat carries. Pure.</summary>
    public int HeartbeatCommandAt(long nowMs)
    {
        bool hasNothing = OfferedCentiamps == 0
            && LimitRule.HoldsNothing(Protocol, State, _mayHoldCentiamps);
        if (hasNothing || (Protocol == 2 && _blindAnswers >= MaxBlindAnswers))
        {
            return HeartbeatCommand.NoChange;
        }
        bool isConfirmed = AcceptedCentiamps == OfferedCentiamps && OfferedCentiamps != 0;
        bool isRepeatDue = _mustRepeat || nowMs - _assertedAtMs >= Timing.ReassertMs;
        return LimitRule.CommandFor(Protocol, State, isConfirmed, isRepeatDue);
    }

    /// <summary>A heartbeat with this command has left.</summary>
    public void OnHeartbeatSent(int command, long nowMs)
    {
        _linkReadyPending = false;
        IsOfferNews = false;
        if (nowMs >= _dueAtMs)
        {
            _dueAtMs = HeartbeatCycle.NextMs(_placeAtMs, _heartbeatIntervalMs, nowMs);
        }
        if (command == HeartbeatCommand.NoChange)
        {
            _blindAnswers = 0;      // One look is enough: its answer may be lost.
        }
        else
        {
            _mayHoldCentiamps = OfferedCentiamps > _mayHoldCentiamps
                ? OfferedCentiamps
                : _mayHoldCentiamps;
            _assertedAtMs = nowMs;
            _isUnsure |= OfferedCentiamps != AcceptedCentiamps;
            _mustRepeat = _isUnsure;
        }
    }

    /// <summary>A heartbeat has left, and this is the limit it was last told.</summary>
    /// <returns>Whether that is the changed offer, uncut, for the first time.</returns>
    public bool OnTold(int centiamps)
    {
        bool isUntold = _isOfferUntold;
        _isOfferUntold &= centiamps != OfferedCentiamps;
        return isUntold && !_isOfferUntold;
    }

    /// <summary>One that announced itself and answered nothing may hear us all the same. Nobody
    /// speaks to it for a while, so that its contactor opens and frees its current.</summary>
    public void OnLost(long nowMs)
    {
        _leftAloneUntilMs = AnsweredCount == 0 ? nowMs + Timing.ContactorOpensMs : nowMs;
        Link = LinkState.Absent;
        _linkReadyPending = false;
        ForgetReports();
    }

    private void ForgetReports()
    {
        State = AcceptedCentiamps = _mayHoldCentiamps = DrawnCentiamps = Unknown;
        AnsweredCount = _blindAnswers = 0;
        _mustRepeat = true;
    }
}
