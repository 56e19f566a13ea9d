namespace TwcBridge.Charging;

/// <summary>When a connector may go from off to on or back (PROTOCOL 6 rule 6): a while after it
/// last did, by us or by itself.</summary>
public sealed class SwitchPause
{
    /// <summary>Between on and off.</summary>
    public const int LengthMs = 60000;

    /// <summary>When it is over.</summary>
    public long EndsAtMs;

    private bool _wasCharging;

    /// <summary>Nothing is known that would have to be waited for.</summary>
    public void Clear()
    {
        EndsAtMs = 0;
        _wasCharging = false;
    }

    /// <param name="isSwitch">It goes on or off now.</param>
    public void OnSwitch(bool isSwitch, long nowMs)
    {
        EndsAtMs = isSwitch ? nowMs + LengthMs : EndsAtMs;
    }

    /// <summary>The link is gone, and may be taken up again at once.</summary>
    /// <param name="isOurDoing">A pause by silence lasts as long as any other.</param>
    public void OnLost(bool isOurDoing)
    {
        EndsAtMs = isOurDoing ? EndsAtMs : 0;
        _wasCharging = false;
    }

    /// <summary>Offered nothing it may begin all the same, and it ends when it obeys.</summary>
    public void OnTime(bool isCharging, int offeredCentiamps, long nowMs)
    {
        OnSwitch(isCharging != _wasCharging && offeredCentiamps == 0, nowMs);
        _wasCharging = isCharging;
    }
}
