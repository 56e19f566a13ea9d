namespace TwcBridge.Simulator;

/// <summary>
/// One wall connector in the peripheral role, as PROTOCOL 2 to 4 describe it. The properties are
/// the truth that checkers compare with; they do not depend on what anybody has heard.
/// </summary>
public sealed class WallConnector
{
    private readonly ConnectorBus _bus;
    private readonly PowerStage _power;

    internal WallConnector(ConnectorBus bus)
    {
        _bus = bus;
        _power = bus.Power;
    }

    /// <summary>On the line, in its log.</summary>
    public string Name => _bus.Name;

    /// <summary>
    /// Now; a conflict with a controller's id makes the connector choose another.
    /// </summary>
    public int Id => _bus.Id;

    public int Sign => _bus.Sign;

    /// <summary>The real one, without echoes.</summary>
    public ConnectorState State => _power.State;

    public int AcceptedCentiamps => _power.AcceptedCentiamps;

    /// <summary>Per phase, really flowing now; without the reporting offset.</summary>
    public int DrawnCentiamps => _power.Outlet.DrawnCentiamps;

    public bool IsContactorClosed => _power.Outlet.Contactor.IsClosed;

    /// <summary>Every closing wears the contacts.</summary>
    public int ContactorCloseCount => _power.Outlet.Contactor.CloseCount;

    public Car? Car => _power.Outlet.Car;

    public long MeterWattHours => _power.Outlet.Meter.WattHours;

    /// <summary>A controller claims it: a heartbeat within the last 10 s.</summary>
    public bool IsLinked => _bus.Link.IsLinked;

    /// <summary>
    /// When the last heartbeat for it ended; -1 if there was none since it booted.
    /// </summary>
    public long LastHeartbeatUs => _bus.Link.LastHeartbeatUs;

    /// <summary>Requests for it that came while it still had one to answer.</summary>
    public long MissedRequestCount => _bus.MissedRequestCount;

    /// <summary>The first harm done to it.</summary>
    public Harm Harm => _bus.Harm;

    /// <summary>Somebody sent a frame that must never be sent.</summary>
    public bool IsHarmed => Harm.Cause != HarmCause.None;

    /// <summary>
    /// Neither hears nor speaks until <see cref="Reset"/> or <see cref="PowerCycle"/>.
    /// </summary>
    public bool IsStuck => _bus.Health.IsStuck;

    public void Plug(Car car)
    {
        _power.Plug(car);
    }

    public void Unplug()
    {
        _bus.Unplug();
    }

    /// <summary>
    /// The button, held for some seconds: it boots, unless the error is a stubborn one.
    /// </summary>
    public void Reset()
    {
        if (!_bus.Health.NeedsPowerCycle)
        {
            _bus.Boot();
        }
    }

    public void PowerCycle()
    {
        _bus.Boot();
    }

    /// <summary>An error of its own: the contactor opens, and it reports so until it boots.
    /// </summary>
    public void Fail()
    {
        _power.OnError();
    }

    /// <summary>Deaf or mute for a time.</summary>
    public void FallSilent(Silence silence, long durationUs)
    {
        _bus.Health.FallSilent(silence, durationUs);
    }
}
