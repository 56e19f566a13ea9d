using System;

namespace TwcBridge.Simulator;

/// <summary>
/// One deadline of one owner. Postponing it costs nothing: the entry in the clock's queue stays
/// where it is, and moves only when its old instant comes up.
/// </summary>
internal sealed class Alarm
{
    private readonly VirtualClock _clock;
    private readonly IAlarmOwner _owner;

    public Alarm(VirtualClock clock, IAlarmOwner owner)
    {
        _clock = clock;
        _owner = owner;
    }

    public long DueAtUs { get; private set; } = Micros.Never;

    public bool IsSet => DueAtUs != Micros.Never;

    /// <summary>Where the one valid queue entry of this alarm stands, or never.</summary>
    internal long QueuedAtUs { get; set; } = Micros.Never;

    /// <summary>Replaces the deadline. An instant in the past means now.</summary>
    public void Set(long dueAtUs)
    {
        DueAtUs = Math.Max(dueAtUs, _clock.NowUs);
        if (DueAtUs < QueuedAtUs)
        {
            _clock.Queue(this, DueAtUs);
        }
    }

    public void SetIn(long delayUs)
    {
        Set(_clock.NowUs + delayUs);
    }

    public void Stop()
    {
        DueAtUs = Micros.Never;
    }

    internal void Fire()
    {
        QueuedAtUs = Micros.Never;
        DueAtUs = Micros.Never;
        _owner.OnAlarm(this);
    }
}
