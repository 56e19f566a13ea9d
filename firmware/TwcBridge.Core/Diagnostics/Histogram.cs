namespace TwcBridge.Diagnostics;

/// <summary>How often a duration was how long, in steps that grow with it. Whole milliseconds,
/// because that is what the clock of the board counts.</summary>
public sealed class Histogram
{
    /// <summary>Steps with an upper bound; one more holds what is above them all.</summary>
    public const int BoundCount = 20;

    private static readonly int[] Bounds =
    {
        0, 1, 2, 3, 5, 7, 10, 15, 20, 30, 50, 70, 100, 150, 200, 300, 500, 1000, 2000, 5000,
    };

    public long SumMs;
    public long MaxMs;

    private readonly long[] _counts = new long[BoundCount + 1];

    /// <summary>Of all steps together.</summary>
    public long Count
    {
        get
        {
            long count = 0;
            for (int step = 0; step <= BoundCount; step++)
            {
                count += _counts[step];
            }
            return count;
        }
    }

    /// <summary>The longest duration that the step holds.</summary>
    public static int BoundMs(int step)
    {
        return Bounds[step];
    }

    /// <summary>How often; the step BoundCount is the one above all bounds.</summary>
    public long CountOf(int step)
    {
        return _counts[step];
    }

    /// <summary>A duration below 0 counts as 0.</summary>
    public void Add(long durationMs)
    {
        long ms = durationMs < 0 ? 0 : durationMs;
        int step = 0;
        while (step < BoundCount && ms > Bounds[step])
        {
            step++;
        }
        _counts[step]++;
        SumMs += ms;
        if (ms > MaxMs)
        {
            MaxMs = ms;
        }
    }

    /// <summary>What so many of a thousand did not exceed: the bound of the step in which the last
    /// of them lies, or the maximum when that is less. 0 without durations.</summary>
    public long PercentileMs(int perMille)
    {
        long wanted = (Count * perMille + 999) / 1000;
        long seen = 0;
        for (int step = 0; step < BoundCount; step++)
        {
            seen += _counts[step];
            if (seen >= wanted)
            {
                return Bounds[step] < MaxMs ? Bounds[step] : MaxMs;
            }
        }
        return MaxMs;
    }

    public void CopyFrom(Histogram other)
    {
        System.Array.Copy(other._counts, 0, _counts, 0, _counts.Length);
        SumMs = other.SumMs;
        MaxMs = other.MaxMs;
    }
}
