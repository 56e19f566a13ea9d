using System;
using TwcBridge.Simulator;

namespace TwcBridge.VirtualDevice.Proving;

/// <summary>
/// One connector as a careful listener at our port sees it, beside the simulator's truth. It knows
/// nothing of the bridge.
/// </summary>
internal sealed class ConnectorWatch
{
    public const long Never = long.MinValue / 2;
    public const int NotTold = -1;

    /// <summary>0.01 A (PROTOCOL 4, minimum).</summary>
    public const int ProtocolTwoMinimum = 600;

    /// <summary>Without a word from a connector for this long, the bridge may forget it.</summary>
    public const long LostUs = 26 * Micros.PerSecond;

    private const int ToleratedCentiamps = 100;
    private const int WholeAmp = 100;

    private int _toldBefore;
    private int _drawnCentiamps;
    private bool _isCharging;
    private bool _isEcho;
    private long _freeUs = Never;

    public ConnectorWatch(int index, WallConnector truth, ConnectorOptions options)
    {
        Index = index;
        Truth = truth;
        KnownId = truth.Id;
        Options = options;
    }

    /// <summary>Among all connectors of the site.</summary>
    public int Index { get; }

    public WallConnector Truth { get; }

    public ConnectorOptions Options { get; }

    public bool IsProtocolTwo => Options.Protocol == 2;

    /// <summary>Lowest offer above 0 (PROTOCOL 4, minimum).</summary>
    public int MinCentiamps => IsProtocolTwo ? ProtocolTwoMinimum : 500;

    /// <summary>The highest limit that it may be obeying, as far as the wire tells: what it last
    /// confirmed, and whatever it was told since. A lower limit counts from its echo on, a higher
    /// one from its first bit on.</summary>
    public int BookCentiamps { get; private set; }

    /// <summary>The last limit that this boot of the bridge told it since it was last linked, as
    /// the connector obeys it, or NotTold.</summary>
    public int ToldCentiamps { get; private set; } = NotTold;

    /// <summary>When ToldCentiamps last changed, or Never: the earliest instant at which that can
    /// have been decided. One whose last answer was missed, or showed an echo in place of its
    /// state, is told a new limit later.</summary>
    public long ToldChangedUs { get; private set; } = Never;

    /// <summary>The same of the last change that switched a car on or off.</summary>
    public long ToldSwitchedUs { get; private set; } = Never;

    /// <summary>Under which the bridge knows it; a conflict of ids gives it another.</summary>
    public int KnownId { get; set; }

    /// <summary>Ids that it has had since boot.</summary>
    public int IdCount { get; set; }

    /// <summary>Our last heartbeat for it began, or Never since boot.</summary>
    public long BeatUs { get; private set; } = Never;

    /// <summary>The one before.</summary>
    public long EarlierBeatUs { get; private set; } = Never;

    /// <summary>It answered us, or Never since boot.</summary>
    public long AnsweredUs { get; private set; } = Never;

    /// <summary>Its last answer to a heartbeat, also one that came too late, or Never.</summary>
    public long ReportedUs { get; private set; } = Never;

    /// <summary>Its last frame of any kind, or Never; in time before it was given up.</summary>
    public long HeardUs { get; set; } = Never;
    public long HeardInTimeUs { get; set; } = Never;

    /// <summary>It last said no longer to charge, or Never.</summary>
    public long StoppedUs { get; private set; } = Never;

    /// <summary>Its last link-ready, or Never.</summary>
    public long LinkReadyUs { get; private set; } = Never;

    /// <summary>We ordered its contactor (FC B1 or B2): the order, and when it was first sent.
    /// </summary>
    public int OrderOpcode { get; private set; }

    public long OrderedUs { get; private set; } = Never;

    /// <summary>What it may take now without another word from us. Nothing once its contactor is
    /// open because it has missed every controller for so long, or by our order.</summary>
    public int ReservedCentiamps
    {
        get
        {
            bool isPaused = !Truth.IsLinked || OrderOpcode == Opcodes.OpenContactor;
            return isPaused && !Truth.IsContactorClosed ? 0 : BookCentiamps;
        }
    }

    /// <summary>The same as somebody knows who has forgotten our order to open its contactor.
    /// </summary>
    public int HeldCentiamps => BeyondTolerance(BookCentiamps);

    /// <summary>ReservedCentiamps, or what it takes beyond that.</summary>
    public int CommittedCentiamps => BeyondTolerance(ReservedCentiamps);

    /// <summary>What it is allowed to draw at this instant, in truth; 0 if it obeys a limit that
    /// only a fault of the line can have made, for nobody tells anything but whole amps.</summary>
    public int InForceCentiamps
    {
        get
        {
            int accepted = Truth.AcceptedCentiamps;
            bool isSpoilt = accepted % WholeAmp != 0;
            return !Truth.IsContactorClosed || isSpoilt ? 0
                : IsProtocolTwo ? Math.Max(accepted, MinCentiamps)
                : accepted;
        }
    }

    /// <summary>What it last said to draw, or 0.</summary>
    public int ReportedCentiamps => _drawnCentiamps;

    /// <summary>More than ten percent above this limit, or one ampere: PROTOCOL 6 rule 8.
    /// </summary>
    public bool IsBeyond(int centiamps)
    {
        int tolerated = centiamps + Math.Max(centiamps / 10, ToleratedCentiamps);
        return _drawnCentiamps > tolerated;
    }

    /// <summary>What it makes of a limit: protocol 2 knows nothing below 6 A, not even 0.</summary>
    public int Obeyed(int limitCentiamps)
    {
        return IsProtocolTwo ? Math.Max(limitCentiamps, MinCentiamps) : limitCentiamps;
    }

    /// <summary>Any controller puts a limit for it on the line.</summary>
    public void OnLimit(int centiamps)
    {
        BookCentiamps = Math.Max(BookCentiamps, Obeyed(centiamps));
    }

    public void OnBeat(long nowUs)
    {
        _freeUs = ReportedUs > BeatUs && !_isEcho ? nowUs : _freeUs;
        EarlierBeatUs = BeatUs;
        BeatUs = nowUs;
    }

    public void OnTold(int limitCentiamps)
    {
        int centiamps = Obeyed(limitCentiamps);

        // A 0 that protocol 2 makes 6 A of is not told as long as it holds nothing to give up.
        long decidedUs = limitCentiamps < centiamps ? Never : _freeUs;
        int before = ToldCentiamps == NotTold ? _toldBefore : ToldCentiamps;
        ToldSwitchedUs = IsSwitch(before, centiamps) ? decidedUs : ToldSwitchedUs;
        ToldChangedUs = centiamps != before ? decidedUs : ToldChangedUs;
        ToldCentiamps = centiamps;
    }

    /// <summary>Off goes who said that it charges, on who has a car and said that it does not.
    /// </summary>
    public bool IsSwitch(int before, int centiamps)
    {
        return (centiamps == 0) != (before == 0)
            && _isCharging == (centiamps == 0) && Truth.Car is not null;
    }

    public void OnOrder(int opcode, long nowUs)
    {
        if (opcode != OrderOpcode)
        {
            OrderOpcode = opcode;
            OrderedUs = nowUs;
        }
    }

    /// <summary>It told, in a good frame, which limit it has accepted.</summary>
    public void OnReport(WireFrame answer, long nowUs)
    {
        ReportedUs = nowUs;
        _isEcho = answer.State is ConnectorState.RaiseEcho or ConnectorState.LowerEcho
            or ConnectorState.LimitEcho;
        _drawnCentiamps = answer.DrawnCentiamps;
        bool wasCharging = _isCharging;
        _isCharging = answer.State == ConnectorState.Charging
            || answer.DrawnCentiamps >= ToleratedCentiamps;
        StoppedUs = wasCharging && !_isCharging ? nowUs : StoppedUs;

        // One that asks to start goes on at its floor by itself when nobody answers.
        bool isStarting = answer.State == ConnectorState.Starting;
        BookCentiamps = isStarting ? Obeyed(answer.LimitCentiamps) : answer.LimitCentiamps;
    }

    public void OnAnswer(long nowUs)
    {
        AnsweredUs = nowUs;
    }

    public void OnLinkReady(long nowUs)
    {
        bool isBack = nowUs - Math.Max(LinkReadyUs, AnsweredUs) >= LostUs;
        _freeUs = isBack ? nowUs : _freeUs;
        LinkReadyUs = nowUs;
    }

    /// <summary>The link has ended, or the bridge knows nothing of it any more.</summary>
    public void OnUnlinked()
    {
        _toldBefore = Math.Max(ToldCentiamps, 0);
        ToldCentiamps = NotTold;
        ToldChangedUs = Never;
        ToldSwitchedUs = Never;
    }

    /// <summary>Another bridge, or the same one without its memory.</summary>
    public void OnBoot()
    {
        OnUnlinked();
        _toldBefore = 0;
        _freeUs = Never;
        IdCount = 0;
        BeatUs = Never;
        EarlierBeatUs = Never;
        AnsweredUs = Never;
        LinkReadyUs = Never;
        OrderOpcode = 0;
        OrderedUs = Never;
    }

    // That much is within what cars and their meters do.
    private int BeyondTolerance(int centiamps)
    {
        return IsBeyond(centiamps) ? _drawnCentiamps : centiamps;
    }
}
