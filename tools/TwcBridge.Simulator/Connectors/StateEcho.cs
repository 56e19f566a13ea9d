namespace TwcBridge.Simulator;

/// <summary>
/// What the state byte shows in place of the real state: an accepted limit's 09, the course of a
/// raise or lower (06 or 07, then 0A), and 05 while the contactor moves (PROTOCOL 3.2).
/// </summary>
internal sealed class StateEcho : IAlarmOwner
{
    private const int StepCentiamps = 200;
    private const int AdjustmentOverBeats = 2;
    private const long RaiseLastsUs = 44 * Micros.PerSecond;
    private const long LowerLastsUs = 13 * Micros.PerSecond;
    private const long LowerTakenBackUs = 10 * Micros.PerSecond;

    private readonly PowerStage _power;
    private readonly Alarm _takenBack;
    private readonly Alarm _over;
    private readonly int _limitBeats;
    private readonly bool _echoesRepeats;
    private ConnectorState _shown;
    private int _beatsLeft;
    private int _beforeCentiamps;

    public StateEcho(VirtualClock clock, PowerStage power, ConnectorOptions options, Dice dice)
    {
        _power = power;
        _takenBack = new Alarm(clock, this);
        _over = new Alarm(clock, this);
        _limitBeats = options.EchoBeats ?? dice.Between(1, 3);
        _echoesRepeats = options.EchoesRepeatedLimits;
    }

    /// <summary>05, 08 or 09 was taken.</summary>
    public void OnLimit(int command, int centiamps)
    {
        int beforeCentiamps = _power.AcceptedCentiamps;
        Cancel();
        _power.Accept(centiamps);
        bool isNew = _power.AcceptedCentiamps != beforeCentiamps;
        if (command == HeartbeatCommand.SessionLimit && (isNew || _echoesRepeats))
        {
            Show(ConnectorState.LimitEcho, isNew ? _limitBeats : 1);
        }
    }

    /// <summary>06 or 07 was taken. A lower is taken back after 10 s, a raise stays.</summary>
    public void OnAdjustment(int command)
    {
        Cancel();
        _beforeCentiamps = _power.AcceptedCentiamps;
        bool isRaise = command == HeartbeatCommand.Raise;
        _power.Accept(_beforeCentiamps + (isRaise ? StepCentiamps : -StepCentiamps));
        _shown = isRaise ? ConnectorState.RaiseEcho : ConnectorState.LowerEcho;
        _over.SetIn(isRaise ? RaiseLastsUs : LowerLastsUs);
        if (!isRaise)
        {
            _takenBack.SetIn(LowerTakenBackUs);
        }
    }

    /// <summary>The state for one answer.</summary>
    public ConnectorState Report()
    {
        if (_over.IsSet)
        {
            return _shown;
        }
        if (_beatsLeft > 0)
        {
            _beatsLeft--;
            return _shown;
        }
        return _power.Outlet.Contactor.IsMoving ? ConnectorState.Busy : _power.State;
    }

    public void Show(ConnectorState state, int beats)
    {
        _shown = state;
        _beatsLeft = beats;
    }

    public void Cancel()
    {
        _over.Stop();
        _takenBack.Stop();
        _beatsLeft = 0;
    }

    void IAlarmOwner.OnAlarm(Alarm alarm)
    {
        if (alarm == _over)
        {
            Show(ConnectorState.AdjustmentOver, AdjustmentOverBeats);
        }
        else if (_power.State == ConnectorState.Charging)
        {
            _power.Accept(_beforeCentiamps);
        }
    }
}
