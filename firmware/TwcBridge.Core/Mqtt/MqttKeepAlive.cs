namespace TwcBridge.Mqtt;

/// <summary>
/// When to ask the broker for a sign of life. A ping is due after silence in either direction: our
/// own publications alone would keep the broker content, but would not tell us that it is gone.
/// </summary>
public sealed class MqttKeepAlive
{
    private readonly int _pingAfterMs;

    private long _sentAtMs;
    private long _heardAtMs;
    private long _pongDueAtMs;      // Never: no ping is unanswered.

    public MqttKeepAlive(int keepAliveMs)
    {
        _pingAfterMs = MqttTiming.PingAfterMs(keepAliveMs);
    }

    /// <summary>When a ping or its answer is due.</summary>
    public long DueAtMs => AwaitsPong
        ? _pongDueAtMs
        : (_sentAtMs < _heardAtMs ? _sentAtMs : _heardAtMs) + _pingAfterMs;

    private bool AwaitsPong => _pongDueAtMs != MqttTiming.Never;

    public bool WantsPing(long nowMs)
    {
        return !AwaitsPong && nowMs >= DueAtMs;
    }

    public bool IsOverdue(long nowMs)
    {
        return AwaitsPong && nowMs >= DueAtMs;
    }

    public void OnConnected(long nowMs)
    {
        _sentAtMs = nowMs;
        _heardAtMs = nowMs;
        _pongDueAtMs = MqttTiming.Never;
    }

    public void OnSent(long nowMs)
    {
        _sentAtMs = nowMs;
    }

    /// <summary>A whole packet has come. Parts do not count, so that a packet that never ends is no
    /// sign of life.</summary>
    public void OnHeard(long nowMs)
    {
        _heardAtMs = nowMs;
    }

    public void OnPing(long nowMs)
    {
        _pongDueAtMs = nowMs + MqttTiming.AnswerTimeoutMs;
    }

    public void OnPong()
    {
        _pongDueAtMs = MqttTiming.Never;
    }
}
