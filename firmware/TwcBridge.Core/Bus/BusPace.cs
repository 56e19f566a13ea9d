namespace TwcBridge.Bus;

/// <summary>What was seen of our pace since it was last cleared: for whoever measures, and for no
/// decision. At most one of each happens in a turn.</summary>
public sealed class BusPace
{
    /// <summary>It did not happen.</summary>
    public const int None = -1;

    private int _heartbeatLateMs = None;
    private int _answerMs = None;
    private bool _hasToldNews;

    /// <summary>How late a heartbeat that was due has been sent.</summary>
    public int HeartbeatLateMs => _heartbeatLateMs;

    /// <summary>From the end of a request to the first byte of its answer.</summary>
    public int AnswerMs => _answerMs;

    /// <summary>A peripheral has been told of a new offer.</summary>
    public bool HasToldNews => _hasToldNews;

    public void Clear()
    {
        _heartbeatLateMs = None;
        _answerMs = None;
        _hasToldNews = false;
    }

    public void OnAnswered(int delayMs)
    {
        _answerMs = delayMs;
    }

    /// <summary>The next heartbeat of this peripheral is about to be entered as sent.</summary>
    public void OnHeartbeat(Peripheral peripheral, long nowMs)
    {
        if (peripheral.Next(nowMs) == PeripheralAction.SendHeartbeat)
        {
            _heartbeatLateMs = (int)(nowMs - peripheral.HeartbeatDueAtMs);
        }
        _hasToldNews = peripheral.IsOfferNews;
    }
}
