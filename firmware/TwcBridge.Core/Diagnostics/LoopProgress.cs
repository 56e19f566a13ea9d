namespace TwcBridge.Diagnostics;

/// <summary>Since when a loop has stood still.</summary>
public sealed class LoopProgress
{
    private long _turns;
    private long _movedAtMs;

    public LoopProgress(long nowMs)
    {
        _movedAtMs = nowMs;
    }

    /// <returns>True when it has moved since it was last looked at.</returns>
    public bool OnTurns(long turns, long nowMs)
    {
        if (turns == _turns)
        {
            return false;
        }
        _turns = turns;
        _movedAtMs = nowMs;
        return true;
    }

    /// <summary>Its time counts from now.</summary>
    public void OnExcused(long nowMs)
    {
        _movedAtMs = nowMs;
    }

    public bool IsStalled(int limitMs, long nowMs)
    {
        return nowMs >= _movedAtMs + limitMs;
    }
}
