namespace TwcBridge.Diagnostics;

/// <summary>What was offered and drawn in all during the last day, one sample a minute. In memory
/// only, in half amps, for that is what a byte takes.</summary>
public sealed class History
{
    public const int Capacity = 24 * 60;
    public const int StepMs = 60_000;

    /// <summary>There was no status at that minute.</summary>
    public const int None = 255;

    private const int CentiampsPerStep = 50;

    /// <summary>Samples so far; the last Capacity of them are kept.</summary>
    public int Total;

    private readonly byte[] _offered = new byte[Capacity];
    private readonly byte[] _drawn = new byte[Capacity];
    private long _dueAtMs;

    public void OnStatus(int offeredCentiamps, int drawnCentiamps, long nowMs)
    {
        if (Total == 0)
        {
            _dueAtMs = nowMs;
        }
        while (nowMs >= _dueAtMs + StepMs)
        {
            Add(None, None);
        }
        if (nowMs >= _dueAtMs)
        {
            Add(StepsOf(offeredCentiamps), StepsOf(drawnCentiamps));
        }
    }

    /// <summary>Half amps, or None.</summary>
    /// <param name="sample">Total-Capacity..Total-1, not below 0.</param>
    public int Offered(int sample)
    {
        return _offered[sample % Capacity];
    }

    public int Drawn(int sample)
    {
        return _drawn[sample % Capacity];
    }

    private void Add(int offered, int drawn)
    {
        _offered[Total % Capacity] = (byte)offered;
        _drawn[Total % Capacity] = (byte)drawn;
        Total++;
        _dueAtMs += StepMs;
    }

    private static int StepsOf(int centiamps)
    {
        int steps = (centiamps + CentiampsPerStep / 2) / CentiampsPerStep;
        return steps < 0 ? 0 : steps < None ? steps : None - 1;
    }
}
