namespace TwcBridge.Bus;

/// <summary>
/// Whether we may speak (PROTOCOL 6 rule 5). Every transition of the role stands in this file.
/// One stranger's frame makes us silent at once, because two voices spoil the bus; only a second
/// one proves a rival, because a checksum of eight bits lets a spoilt frame through now and then,
/// and standing down for a minute stops every car.
/// <code>
///   Listening -- quiet for ListenMs ------------------> Controlling
///   Controlling -- stranger --> Listening (suspicion)
///   Listening -- second stranger --> StandingDown -- quiet for RivalGoneMs, or told --> Listening
/// </code>
/// </summary>
public sealed class RivalMonitor
{
    private bool _suspicious;
    private long _decideAtMs;
    private BusRole _role;
    private int _rivalId;

    /// <param name="passive">True: never speak, whatever happens.</param>
    public RivalMonitor(bool passive, long nowMs)
    {
        _role = passive ? BusRole.Passive : BusRole.Listening;
        _decideAtMs = passive ? Timing.Never : nowMs + Timing.ListenMs;
    }

    public BusRole Role => _role;

    /// <summary>Id of the last stranger, or 0. It may be our own id, spoken by another.</summary>
    public int RivalId => _rivalId;

    /// <summary>When <see cref="OnTime"/> has something to decide.</summary>
    public long DueAtMs => _decideAtMs;

    /// <summary>A controller's frame that is neither ours nor our echo.</summary>
    public void OnStranger(int senderId, long nowMs)
    {
        if (_role == BusRole.Passive)
        {
            _rivalId = senderId;
            return;
        }
        if (_role == BusRole.StandingDown || (_role == BusRole.Listening && _suspicious))
        {
            _role = BusRole.StandingDown;
            _decideAtMs = nowMs + Timing.RivalGoneMs;
        }
        else
        {
            _role = BusRole.Listening;
            _decideAtMs = nowMs + Timing.SuspicionMs;
        }
        _suspicious = true;
        _rivalId = senderId;
    }

    public void OnTime(long nowMs)
    {
        if (nowMs < _decideAtMs)
        {
            return;
        }
        if (_role == BusRole.StandingDown)
        {
            Listen(nowMs);
            return;
        }
        if (_role == BusRole.Listening)
        {
            _role = BusRole.Controlling;
            _suspicious = false;
            _rivalId = 0;
        }
        _decideAtMs = Timing.Never;
    }

    /// <summary>The owner says that the rival is gone. We listen first all the same.</summary>
    public void OnTakeOver(long nowMs)
    {
        if (_role == BusRole.StandingDown)
        {
            Listen(nowMs);
        }
    }

    private void Listen(long nowMs)
    {
        _role = BusRole.Listening;
        _suspicious = false;
        _decideAtMs = nowMs + Timing.ListenMs;
    }
}
