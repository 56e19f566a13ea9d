using System;

namespace TwcBridge.Simulator;

/// <summary>
/// What keeps a connector from taking part: faults for a time, and what forbidden frames do to it
/// (PROTOCOL 8).
/// </summary>
internal sealed class ConnectorHealth : IAlarmOwner
{
    private const long SilencedForUs = 5 * Micros.PerSecond;
    private const long DroppedForUs = 3 * Micros.PerSecond;

    /// <summary>Error bits that survive the reset button.</summary>
    private const int StubbornErrors = 0xF0;

    private readonly VirtualClock _clock;
    private readonly PowerStage _power;
    private readonly Alarm _recloses;
    private long _muteUntilUs;
    private long _deafUntilUs;

    public ConnectorHealth(VirtualClock clock, PowerStage power)
    {
        _clock = clock;
        _power = power;
        _recloses = new Alarm(clock, this);
    }

    public bool IsStuck { get; private set; }

    public bool NeedsPowerCycle { get; private set; }

    public bool IsMute => _clock.NowUs < _muteUntilUs;

    public bool IsDeaf => IsStuck || _clock.NowUs < _deafUntilUs;

    public void FallSilent(Silence silence, long durationUs)
    {
        long untilUs = _clock.NowUs + durationUs;
        if (silence == Silence.Mute)
        {
            _muteUntilUs = Math.Max(_muteUntilUs, untilUs);
        }
        else
        {
            _deafUntilUs = Math.Max(_deafUntilUs, untilUs);
        }
    }

    /// <summary>The contactor opens, and until a reset nothing more is heard or said.</summary>
    public void LatchError(int errors)
    {
        IsStuck = true;
        NeedsPowerCycle = (errors & StubbornErrors) != 0;
        _power.OnError();
    }

    /// <summary>A frame on no list of good ones.</summary>
    /// <returns>What harm it does.</returns>
    public HarmCause Suffer(int opcode)
    {
        switch (opcode)
        {
            case Opcodes.WriteSerial:
                return Stick(HarmCause.SerialWritten);
            case Opcodes.WriteModel:
                return Stick(HarmCause.ModelWritten);
            case Opcodes.Crash:
                return Stick(HarmCause.Crashed);
            case Opcodes.Silence:
                FallSilent(Silence.Deaf, SilencedForUs);
                FallSilent(Silence.Mute, SilencedForUs);
                return HarmCause.Silenced;
            case Opcodes.DropCharging:
                _power.OrderOpen();
                _recloses.SetIn(DroppedForUs);
                return HarmCause.ChargingDropped;
            case Opcodes.DebugWrite:
                return HarmCause.DebugWritten;
            default:
                return HarmCause.UnlistedCommand;
        }
    }

    public void Clear()
    {
        IsStuck = false;
        NeedsPowerCycle = false;
        _muteUntilUs = 0;
        _deafUntilUs = 0;
        _recloses.Stop();
    }

    void IAlarmOwner.OnAlarm(Alarm alarm)
    {
        _power.OrderClose();
    }

    private HarmCause Stick(HarmCause cause)
    {
        IsStuck = true;
        NeedsPowerCycle = true;
        return cause;
    }
}
