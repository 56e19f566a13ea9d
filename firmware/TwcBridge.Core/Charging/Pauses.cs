namespace TwcBridge.Charging;

/// <summary>
/// When the offer of a connector may change again: a while after its last change, and longer after
/// it went on or off, by us or by itself. A change is old from the moment that it was told.
/// </summary>
public sealed class Pauses
{
    /// <summary>Between two changes of one offer (PROTOCOL 4, steps).</summary>
    public const int ChangeMs = 5000;

    /// <summary>Between on and off (PROTOCOL 6 rule 6).</summary>
    public const int SwitchMs = 60000;

    /// <summary>When the offer may change again.</summary>
    public long MayChangeAtMs;

    /// <summary>When the offer may go from 0 to something or back.</summary>
    public long MaySwitchAtMs;

    private bool _isSwitchToTell;
    private bool _wasCharging;

    /// <summary>The offer changes.</summary>
    public void OnOffer(int beforeCentiamps, int centiamps, long nowMs)
    {
        MayChangeAtMs = nowMs + ChangeMs;
        bool isSwitch = centiamps == 0 || beforeCentiamps == 0;
        _isSwitchToTell |= isSwitch;
        OnSwitch(isSwitch, nowMs);
    }

    /// <summary>The changed offer has left the box.</summary>
    public void OnTold(long nowMs)
    {
        MayChangeAtMs = nowMs + ChangeMs;
        OnSwitch(_isSwitchToTell, nowMs);
        _isSwitchToTell = false;
    }

    /// <param name="isSwitch">It goes on or off now.</param>
    public void OnSwitch(bool isSwitch, long nowMs)
    {
        MaySwitchAtMs = isSwitch ? nowMs + SwitchMs : MaySwitchAtMs;
    }

    /// <summary>The link begins anew, or is gone.</summary>
    public void OnUnlinked()
    {
        MayChangeAtMs = 0;
        _isSwitchToTell = false;
    }

    /// <summary>The link is gone. It may be taken up again at once.</summary>
    /// <param name="isOurDoing">A pause by silence lasts as long as any other.</param>
    public void OnLost(bool isOurDoing)
    {
        MaySwitchAtMs = isOurDoing ? MaySwitchAtMs : 0;
        _wasCharging = false;
    }

    /// <summary>Offered nothing it may begin all the same, and it ends when it obeys.</summary>
    public void OnTime(bool isCharging, int offeredCentiamps, long nowMs)
    {
        OnSwitch(isCharging != _wasCharging && offeredCentiamps == 0, nowMs);
        _wasCharging = isCharging;
    }
}
