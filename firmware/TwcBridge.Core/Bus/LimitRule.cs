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

    /// <summary>
    /// Whether one that is offered nothing has nothing to give up, so that it is not told 0. Who
    /// has told nothing yet is not stopped for want of a decision. Protocol 2 makes 6 A of a 0 and
    /// lets the car start on it, so only who holds more and draws, or may begin to without asking,
    /// is told. Protocol 1 wants its 0 repeated, or its relay chatters (PROTOCOL 4, 0 A).
    /// </summary>
    /// <param name="heldCentiamps">The most of what it confirmed and was told since; or
    /// Peripheral.Unknown.</param>
    public static bool HoldsNothing(int protocol, int state, int heldCentiamps)
    {
        if (protocol == 1)
        {
            return heldCentiamps == Peripheral.Unknown;
        }
        return heldCentiamps <= 0 || !MayDraw(state);
    }

    private static bool MayDraw(int state)
    {
        return IsCharging(state)
            || state == ChargerState.WantsLimit || state == Peripheral.Unknown;
    }

    private static bool IsCharging(int state)
    {
        return state == ChargerState.Charging || state == ChargerState.AdjustmentOver;
    }
}
