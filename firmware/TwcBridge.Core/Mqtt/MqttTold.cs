namespace TwcBridge.Mqtt;

/// <summary>What the broker was last told of each item, and when it is to be told again.</summary>
public sealed class MqttTold
{
    private readonly bool[] _told;
    private readonly int[] _values;
    private readonly long[] _toldAtMs;

    public MqttTold(int capacity)
    {
        _told = new bool[capacity];
        _values = new int[capacity];
        _toldAtMs = new long[capacity];
    }

    /// <summary>When to tell, as long as the value stays what it is. 0: at once. At least
    /// <paramref name="pauseMs"/> pass between two publications, and at most
    /// <paramref name="refreshMs"/>, or any time when that is 0.</summary>
    public long DueAtMs(int item, int value, int pauseMs, int refreshMs)
    {
        return !_told[item] ? 0
            : value != _values[item] ? _toldAtMs[item] + pauseMs
            : refreshMs == 0 ? MqttTiming.Never
            : _toldAtMs[item] + refreshMs;
    }

    public void OnTold(int item, int value, long nowMs)
    {
        _told[item] = true;
        _values[item] = value;
        _toldAtMs[item] = nowMs;
    }

    /// <summary>The broker may know nothing any more.</summary>
    public void Forget()
    {
        for (int i = 0; i < _told.Length; i++)
        {
            _told[i] = false;
        }
    }
}
