namespace TwcBridge.Bus;

/// <summary>What was seen of our pace since it was last cleared: for whoever measures, and for no
/// decision. At most one of each happens in a turn.</summary>
public sealed class BusPace
{
    /// <summary>It did not happen.</summary>
    public const int None = -1;

    /// <summary>How late a heartbeat that was due has been sent.</summary>
    public int HeartbeatLateMs = None;

    /// <summary>From the end of a request to the first byte of its answer.</summary>
    public int AnswerMs = None;

    /// <summary>A peripheral has been told of a new offer.</summary>
    public bool HasToldNews;

    public void Clear()
    {
        HeartbeatLateMs = None;
        AnswerMs = None;
        HasToldNews = false;
    }

    public void OnAnswered(int delayMs)
    {
        AnswerMs = delayMs;
    }

    /// <summary>The next heartbeat of this peripheral is about to be entered as sent.</summary>
    public void OnHeartbeat(Peripheral peripheral, long nowMs)
    {
        if (peripheral.Next(nowMs) == PeripheralAction.SendHeartbeat)
        {
            HeartbeatLateMs = (int)(nowMs - peripheral.HeartbeatDueAtMs);
        }
        HasToldNews = peripheral.IsOfferNews;
    }
}
