namespace TwcBridge.Config;

/// <summary>
/// When to join, when to give up waiting and open an access point for set-up, and when to close it
/// again. All transitions are in this file. The known network is tried for ever, also while the
/// access point is open: a router that comes back brings the box back.
/// </summary>
public sealed class WifiPlan
{
    /// <summary>Without the known network for this long, the owner may want to name another.
    /// </summary>
    public const int AccessPointAfterMs = 180_000;

    /// <summary>An access point that is not needed any more stays open this long: who holds the
    /// button has time to use it.</summary>
    public const int AccessPointLingersMs = 600_000;

    /// <summary>Time from one attempt to the next, doubled from the first to the longest.</summary>
    public const int FirstRetryMs = 5_000;
    public const int LongestRetryMs = 60_000;

    /// <summary>A change of the access point that did not happen is tried again after this.
    /// </summary>
    public const int ChangeRetryMs = 60_000;

    private readonly bool _isNetworkKnown;
    private readonly bool _isAccessPointOpen;
    private bool _isUp;
    private bool _isForced;
    private long _sinceMs;
    private long _joinDueAtMs;
    private long _changeDueAtMs;
    private int _retryMs = FirstRetryMs;

    /// <summary>Whether the access point is open is decided by the start before this one.
    /// </summary>
    public WifiPlan(bool isNetworkKnown, bool isAccessPointOpen, long nowMs)
    {
        _isNetworkKnown = isNetworkKnown;
        _isAccessPointOpen = isAccessPointOpen;
        _sinceMs = nowMs;
        _joinDueAtMs = nowMs;
        _changeDueAtMs = nowMs;
    }

    /// <summary>The known network is there, or it is not. Told as often as one likes.</summary>
    public void OnLink(bool isUp, long nowMs)
    {
        if (isUp == _isUp)
        {
            return;
        }
        _isUp = isUp;
        _sinceMs = nowMs;
        _retryMs = FirstRetryMs;
        _joinDueAtMs = nowMs;
    }

    /// <summary>Somebody at the box wants to set it up.</summary>
    public void OnButtonHeld()
    {
        _isForced = true;
    }

    /// <summary>What is due. Asking twice is harmless.</summary>
    public WifiAction Next(long nowMs)
    {
        WifiAction change = nowMs >= _changeDueAtMs ? WantedChange(nowMs) : WifiAction.None;
        if (change != WifiAction.None)
        {
            return change;
        }
        return _isNetworkKnown && !_isUp && nowMs >= _joinDueAtMs
            ? WifiAction.Join
            : WifiAction.None;
    }

    /// <summary>It was tried. Whether it worked is told by OnLink, or by the next start.</summary>
    public void OnTried(WifiAction action, long nowMs)
    {
        switch (action)
        {
            case WifiAction.Join:
                _joinDueAtMs = nowMs + _retryMs;
                _retryMs = _retryMs * 2 > LongestRetryMs ? LongestRetryMs : _retryMs * 2;
                break;
            case WifiAction.OpenAccessPoint:
            case WifiAction.CloseAccessPoint:
                _changeDueAtMs = nowMs + ChangeRetryMs;
                break;
        }
    }

    private WifiAction WantedChange(long nowMs)
    {
        if (_isAccessPointOpen)
        {
            return _isUp && nowMs >= _sinceMs + AccessPointLingersMs
                ? WifiAction.CloseAccessPoint
                : WifiAction.None;
        }
        bool isMissing = !_isUp && nowMs >= _sinceMs + AccessPointAfterMs;
        return !_isNetworkKnown || _isForced || isMissing
            ? WifiAction.OpenAccessPoint
            : WifiAction.None;
    }
}
