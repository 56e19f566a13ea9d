namespace TwcBridge.Diagnostics;

/// <summary>
/// How many restarts the box may still give itself: three, and one more for every 20 minutes that
/// it has run, so never more than six in an hour. The count is kept in the flash, because a restart
/// forgets everything else; there is no clock to trust, so running time is what counts.
/// </summary>
public sealed class RestartBudget
{
    public const int Most = 3;
    public const int EarnedEveryMs = 20 * 60_000;

    private readonly int _left;

    /// <param name="left">What the flash says; anything out of range counts as none, for who keeps
    /// spoiling the flash shall not restart for ever.</param>
    public RestartBudget(int left)
    {
        _left = left < 0 || left > Most ? 0 : left;
    }

    /// <summary>Restarts that are left.</summary>
    /// <param name="uptimeMs">Since this start.</param>
    public int LeftAt(long uptimeMs)
    {
        long left = _left + uptimeMs / EarnedEveryMs;
        return left > Most ? Most : (int)left;
    }
}
