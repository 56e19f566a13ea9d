namespace TwcBridge.Simulator;

/// <summary>
/// The course of a session. Every change of the connector's own state is in this file; the echoes
/// that hide it on the wire are in <see cref="StateEcho"/>. A session runs Ready, WantsPower (asks
/// for a limit), Starting (asks again), Charging, NotCharging.
/// </summary>
internal sealed class PowerStage : IAlarmOwner
{
    private const long StepTakesUs = 2 * Micros.PerSecond;
    private const long UnansweredUs = 5 * Micros.PerSecond;
    private const long FallsAsleepUs = 60 * Micros.PerSecond;

    private readonly VirtualClock _clock;
    private readonly LimitRules _rules;
    private readonly Alarm _step;
    private readonly bool _forgetsLimitAtStart;
    private Pause _pause;
    private bool _hasStarted;
    private bool _hasLimit;

    public PowerStage(VirtualClock clock, ConnectorOptions options, LimitRules rules)
    {
        _clock = clock;
        _rules = rules;
        _forgetsLimitAtStart = options.ForgetsLimitAtStart;
        _step = new Alarm(clock, this);
        Outlet = new Outlet(clock, options, rules);
    }

    public Outlet Outlet { get; }

    public ConnectorState State { get; private set; }

    public int AcceptedCentiamps { get; private set; }

    /// <summary>A controller was heard within the last 10 s: without one no charge begins.
    /// </summary>
    public bool IsClaimed { get; set; }

    public void Plug(Car car)
    {
        Outlet.Plug(car);
        car.OnPlugged(this, _clock);
        _step.SetIn(StepTakesUs);
        if (car.IsFull)
        {
            OnCarStopped();
        }
    }

    public void Unplug()
    {
        Outlet.Unplug();
        Settle();
    }

    /// <summary>Boots: nothing is remembered but the car in the socket.</summary>
    public void Reboot()
    {
        Outlet.Cut();
        Settle();
        AcceptedCentiamps = 0;
        _step.SetIn(StepTakesUs);
    }

    public void Accept(int centiamps)
    {
        AcceptedCentiamps = _rules.Accepted(centiamps);
        bool isEnough = _rules.IsEnough(AcceptedCentiamps);
        if (State == ConnectorState.Charging)
        {
            Outlet.Offer(AcceptedCentiamps);
        }
        else if (isEnough)
        {
            TakeUp();
        }
    }

    // A limit that is enough to begin with, or to go on after a pause.
    private void TakeUp()
    {
        switch (State)
        {
            case ConnectorState.WantsPower when !_step.IsSet:
                _step.SetIn(StepTakesUs);
                break;
            case ConnectorState.Starting when _pause == Pause.LostController:
                State = ConnectorState.Ready;
                _step.SetIn(StepTakesUs);
                break;
            case ConnectorState.Starting:
            case ConnectorState.NotCharging when _pause == Pause.ZeroOffer:
                Supply();
                break;
        }
    }

    /// <summary>A heartbeat that changes nothing.</summary>
    public void OnNoChange()
    {
        // Between repeated 0 A it lets the relay of a protocol 1 unit chatter (PROTOCOL 4).
        if (_pause == Pause.ZeroOffer && !_rules.IsEnough(AcceptedCentiamps))
        {
            Outlet.Contactor.Chatter();
        }
    }

    public void OnControllerLost()
    {
        if (Outlet.Contactor.IsClosed)
        {
            OnError();
            _pause = Pause.LostController;
        }
    }

    public void OnControllerBack()
    {
        if (_pause != Pause.LostController || State != ConnectorState.Error)
        {
            return;
        }
        if (Outlet.Car!.TryOutlastGap(Outlet.Contactor.SinceMovedUs))
        {
            State = ConnectorState.Starting;
            AcceptedCentiamps = _rules.Accepted(0);
        }
        else
        {
            OnCarStopped();
        }
    }

    /// <summary>
    /// By order of the bus (PROTOCOL 3.5). A car that was drawing may take offence.
    /// </summary>
    public void OrderOpen()
    {
        if (Outlet.Car is { } car)
        {
            car.OnOrderedOpen();
            OnCarStopped();
            _pause = Pause.Order;
        }
    }

    public void OrderClose()
    {
        if (_pause == Pause.Order)
        {
            _pause = Pause.None;
            OnCarAsks();
        }
    }

    /// <summary>
    /// Opens at once. Only a boot or, after a lost controller, a heartbeat leads out.
    /// </summary>
    public void OnError()
    {
        Outlet.Cut();
        _step.Stop();
        State = ConnectorState.Error;
    }

    public void OnCarAsks()
    {
        bool isBlocked = _pause is Pause.Order or Pause.LostController
            || State == ConnectorState.Error || !Outlet.IsCarWaiting;
        if (!isBlocked && _hasStarted && IsClaimed)
        {
            Start();
        }
        else if (!isBlocked)
        {
            _step.Stop();
            State = ConnectorState.WantsPower;
            AcceptedCentiamps = 0;
        }
    }

    public void OnCarStopped()
    {
        Outlet.Cut();
        _step.Stop();
        _pause = _pause == Pause.Order ? Pause.Order
            : Outlet.IsCarWaiting ? Pause.ZeroOffer
            : Pause.None;
        State = ConnectorState.NotCharging;
        if (Outlet.Car is { IsFull: true })
        {
            _step.SetIn(FallsAsleepUs);
        }
    }

    public void OnDrawChanged()
    {
        Outlet.Measure();
        if (State == ConnectorState.Starting && _hasLimit && Outlet.IsDrawing)
        {
            State = ConnectorState.Charging;
        }
    }

    void IAlarmOwner.OnAlarm(Alarm alarm)
    {
        switch (State)
        {
            case ConnectorState.Ready when _pause == Pause.LostController:
                Supply();
                break;
            case ConnectorState.Ready:
                OnCarAsks();
                break;
            case ConnectorState.WantsPower:
                Start();
                break;
            case ConnectorState.Starting when _rules.IsProtocolTwo:
                AcceptedCentiamps = _rules.Accepted(0);
                Outlet.Supply(AcceptedCentiamps);
                break;
            case ConnectorState.NotCharging:
                State = ConnectorState.Ready;
                break;
        }
    }

    // Unanswered, protocol 2 goes on at its floor and stays in this state; protocol 1 waits.
    private void Start()
    {
        _hasStarted = true;
        _hasLimit = false;
        _pause = Pause.None;
        State = ConnectorState.Starting;
        _step.SetIn(UnansweredUs);
        if (_forgetsLimitAtStart)
        {
            AcceptedCentiamps = 0;
        }
        else if (AcceptedCentiamps > 0)
        {
            Accept(AcceptedCentiamps);
        }
    }

    private void Supply()
    {
        _step.Stop();
        _hasLimit = true;
        _pause = Pause.None;
        State = ConnectorState.Starting;
        Outlet.Supply(AcceptedCentiamps);
        OnDrawChanged();
    }

    private void Settle()
    {
        _step.Stop();
        _pause = Pause.None;
        _hasStarted = false;
        State = ConnectorState.Ready;
    }
}
