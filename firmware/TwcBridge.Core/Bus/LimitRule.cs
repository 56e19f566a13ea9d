using TwcBridge.Messages;

namespace TwcBridge.Bus;

/// <summary>
/// Which heartbeat command carries the offer: the rule of PROTOCOL 4 that satisfies every source.
/// A limit is told until it is confirmed, repeated every 10 s and whenever the car changes its
/// mind, and left alone in between.
/// </summary>
public static class LimitRule
{
    /// <param name="protocol">1 or 2.</param>
    /// <param name="state">The last real ChargerState, or Peripheral.Unknown.</param>
    /// <param name="isConfirmed">The accepted limit equals the offer.</param>
    /// <param name="isRepeatDue">The limit was not told for 10 s, or the state has changed.</param>
    public static int CommandFor(int protocol, int state, bool isConfirmed, bool isRepeatDue)
    {
        if (state == ChargerState.Starting)
        {
            return HeartbeatCommand.StartLimit;
        }
        if (isConfirmed && !isRepeatDue)
        {
            return HeartbeatCommand.NoChange;
        }
        return protocol == 2 && IsCharging(state)
            ? HeartbeatCommand.SessionLimit
            : HeartbeatCommand.InitialLimit;
    }

    /// <summary>Within the limit that it holds the car draws, or may begin to without asking.
    /// </summary>
    public static bool MayDraw(int state)
    {
        return IsCharging(state) || state == ChargerState.WantsLimit;
    }

    private static bool IsCharging(int state)
    {
        return state == ChargerState.Charging || state == ChargerState.AdjustmentOver;
    }
}
