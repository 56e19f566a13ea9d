namespace TwcBridge.Charging;

/// <summary>
/// Whether a connector has drawn clearly more than it was offered for too long (PROTOCOL 6 rule 8).
/// </summary>
public sealed class OverdrawAlarm
{
    public const int DelayMs = 10000;

    private const int LeastToleranceCentiamps = 100;
    private const long Never = long.MaxValue;

    private bool _isRaised;
    private long _dueAtMs = Never;

    /// <summary>It draws too much, and has for long enough.</summary>
    public bool IsRaised => _isRaised;

    /// <summary>When the alarm will be raised if nothing better is reported, or Never.</summary>
    public long DueAtMs => _dueAtMs;

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
        else if (!_isRaised && _dueAtMs == Never)
        {
            _dueAtMs = nowMs + DelayMs;
        }
    }

    public void OnTime(long nowMs)
    {
        if (nowMs >= _dueAtMs)
        {
            _isRaised = true;
            _dueAtMs = Never;
        }
    }

    public void Clear()
    {
        _isRaised = false;
        _dueAtMs = Never;
    }
}
