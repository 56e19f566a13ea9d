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
    public BusRole Role;

    /// <summary>Id of the last stranger, or 0. It may be our own id, spoken by another.</summary>
    public int RivalId;

    /// <summary>When <see cref="OnTime"/> has something to decide.</summary>
    public long DueAtMs;

    private bool _suspicious;

    /// <param name="passive">True: never speak, whatever happens.</param>
    public RivalMonitor(bool passive, long nowMs)
    {
        Role = passive ? BusRole.Passive : BusRole.Listening;
        DueAtMs = passive ? Timing.Never : nowMs + Timing.ListenMs;
    }

    /// <summary>A controller's frame that is neither ours nor our echo.</summary>
    public void OnStranger(int senderId, long nowMs)
    {
        if (Role == BusRole.Passive)
        {
            RivalId = senderId;
            return;
        }
        if (Role == BusRole.StandingDown || (Role == BusRole.Listening && _suspicious))
        {
            Role = BusRole.StandingDown;
            DueAtMs = nowMs + Timing.RivalGoneMs;
        }
        else
        {
            Role = BusRole.Listening;
            DueAtMs = nowMs + Timing.SuspicionMs;
        }
        _suspicious = true;
        RivalId = senderId;
    }

    public void OnTime(long nowMs)
    {
        if (nowMs < DueAtMs)
        {
            return;
        }
        if (Role == BusRole.StandingDown)
        {
            Listen(nowMs);
            return;
        }
        if (Role == BusRole.Listening)
        {
            Role = BusRole.Controlling;
            _suspicious = false;
            RivalId = 0;
        }
        DueAtMs = Timing.Never;
    }

    /// <summary>The owner says that the rival is gone. We listen first all the same.</summary>
    public void OnTakeOver(long nowMs)
    {
        if (Role == BusRole.StandingDown)
        {
            Listen(nowMs);
        }
    }

    private void Listen(long nowMs)
    {
        Role = BusRole.Listening;
        _suspicious = false;
        DueAtMs = nowMs + Timing.ListenMs;
    }
}
