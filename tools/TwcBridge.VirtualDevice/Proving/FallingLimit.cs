namespace TwcBridge.VirtualDevice.Proving;

/// <summary>A limit that counts at once when it rises, and after a while when it falls.</summary>
internal sealed class FallingLimit
{
    private int _before;
    private long _beforeUntilUs;

    public int Value { get; private set; }

    /// <summary>The old value excuses until now + grace.</summary>
    public void Set(int value, long nowUs, long graceUs)
    {
        int allowed = AllowedAt(nowUs);
        if (value < allowed)
        {
            _before = allowed;
            _beforeUntilUs = nowUs + graceUs;
        }
        Value = value;
    }

    /// <summary>Something happened that the old value may still stand for.</summary>
    public void Excuse(int before, long untilUs)
    {
        _before = AllowedAt(untilUs) > before ? AllowedAt(untilUs) : before;
        _beforeUntilUs = untilUs > _beforeUntilUs ? untilUs : _beforeUntilUs;
    }

    public int AllowedAt(long nowUs)
    {
        return nowUs < _beforeUntilUs && _before > Value ? _before : Value;
    }
}
