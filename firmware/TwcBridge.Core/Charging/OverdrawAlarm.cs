namespace TwcBridge.Charging;

/// <summary>
/// Whether a connector has drawn clearly more than it was offered for too long (PROTOCOL 6 rule 8).
/// </summary>
public sealed class OverdrawAlarm
{
    public const int DelayMs = 10000;

    private const int LeastToleranceCentiamps = 100;
    private const long Never = long.MaxValue;

    /// <summary>It draws too much, and has for long enough.</summary>
    public bool IsRaised;

    /// <summary>When the alarm will be raised if nothing better is reported, or Never.</summary>
    public long DueAtMs = Never;

    /// <summary>Ten percent above this or one ampere, whichever is more: cars and their meters are
    /// not exact.</summary>
    public static int Tolerated(int centiamps)
    {
        int tenth = centiamps / 10;
        return centiamps
            + (tenth > LeastToleranceCentiamps ? tenth : LeastToleranceCentiamps);
    }

    public void OnReport(int drawnCentiamps, int offeredCentiamps, long nowMs)
    {
        if (drawnCentiamps <= Tolerated(offeredCentiamps))
        {
            Clear();
        }
        else if (!IsRaised && DueAtMs == Never)
        {
            DueAtMs = nowMs + DelayMs;
        }
    }

    public void OnTime(long nowMs)
    {
        if (nowMs >= DueAtMs)
        {
            IsRaised = true;
            DueAtMs = Never;
        }
    }

    public void Clear()
    {
        IsRaised = false;
        DueAtMs = Never;
    }
}
