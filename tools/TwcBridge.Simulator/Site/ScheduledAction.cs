using System;

namespace TwcBridge.Simulator;

/// <summary>Something a scenario does at its instant.</summary>
internal sealed class ScheduledAction : IAlarmOwner
{
    private readonly Action _action;

    public ScheduledAction(VirtualClock clock, long atUs, Action action)
    {
        _action = action;
        new Alarm(clock, this).Set(atUs);
    }

    public void OnAlarm(Alarm alarm)
    {
        _action();
    }
}
