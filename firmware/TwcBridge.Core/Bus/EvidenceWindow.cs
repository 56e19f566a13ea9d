namespace TwcBridge.Bus;

/// <summary>How much of each kind of evidence the last minute brought, in steps of five seconds.
/// </summary>
public sealed class EvidenceWindow
{
    public const int KindCount = (int)Evidence.Refused + 1;

    public const int StepMs = 5000;

    /// <summary>Steps of the whole window, the one that is still filling included.</summary>
    public const int StepCount = 12;

    /// <summary>Steps of its newest part: no less than 20 s, so that a connector which announces
    /// itself every 10 s has spoken twice.</summary>
    public const int RecentStepCount = 5;

    private readonly int[] _steps = new int[KindCount * StepCount];
    private long _stepEndsAtMs;
    private int _current;

    public EvidenceWindow(long nowMs)
    {
        _stepEndsAtMs = nowMs + StepMs;
    }

    /// <summary>Before anything is added.</summary>
    public void OnTime(long nowMs)
    {
        // After a whole window of standing still nothing is left that could be dropped.
        for (int i = 0; i < StepCount && nowMs >= _stepEndsAtMs; i++)
        {
            _current = (_current + 1) % StepCount;
            for (int at = _current; at < _steps.Length; at += StepCount)
            {
                _steps[at] = 0;
            }
            _stepEndsAtMs += StepMs;
        }
        if (nowMs >= _stepEndsAtMs)
        {
            _stepEndsAtMs = nowMs + StepMs;
        }
    }

    public void Add(Evidence kind, int count)
    {
        _steps[(int)kind * StepCount + _current] += count;
    }

    /// <summary>In the last 20 to 25 s.</summary>
    public int Recent(Evidence kind)
    {
        return Sum(kind, RecentStepCount);
    }

    /// <summary>In the last 55 to 60 s.</summary>
    public int Whole(Evidence kind)
    {
        return Sum(kind, StepCount);
    }

    public void Forget(Evidence kind)
    {
        for (int i = 0; i < StepCount; i++)
        {
            _steps[(int)kind * StepCount + i] = 0;
        }
    }

    private int Sum(Evidence kind, int stepCount)
    {
        int sum = 0;
        for (int i = 0; i < stepCount; i++)
        {
            sum += _steps[(int)kind * StepCount + (_current + StepCount - i) % StepCount];
        }
        return sum;
    }
}
