namespace TwcBridge.Mqtt;

/// <summary>What the broker was last told on one topic, and when it is to be told again.</summary>
public sealed class MqttTold
{
    private readonly int _pauseMs;
    private readonly int _refreshMs;

    private bool _told;
    private int _value;
    private long _toldAtMs;

    /// <summary>At least <paramref name="pauseMs"/> pass between two publications, and at most
    /// <paramref name="refreshMs"/>, or any time when that is 0.</summary>
    public MqttTold(int pauseMs, int refreshMs)
    {
        _pauseMs = pauseMs;
        _refreshMs = refreshMs;
    }

    /// <summary>When to tell, as long as the value stays what it is. 0: at once.</summary>
    public long DueAtMs(int value)
    {
        return !_told ? 0
            : value != _value ? _toldAtMs + _pauseMs
            : _refreshMs == 0 ? MqttTiming.Never
            : _toldAtMs + _refreshMs;
    }

    public void OnTold(int value, long nowMs)
    {
        _told = true;
        _value = value;
        _toldAtMs = nowMs;
    }

    /// <summary>The broker may know nothing any more.</summary>
    public void Forget()
    {
        _told = false;
    }
}
