using System;

namespace TwcBridge.Simulator;

/// <summary>
/// The cable's end: contactor, meter, and the car if there is one. It decides nothing.
/// </summary>
internal sealed class Outlet
{
    private const int ChargingFromCentiamps = 130;

    private readonly ConnectorOptions _options;
    private readonly LimitRules _rules;

    public Outlet(VirtualClock clock, ConnectorOptions options, LimitRules rules)
    {
        _options = options;
        _rules = rules;
        Contactor = new Contactor(clock);
        Meter = new ConnectorMeter(clock, options);
    }

    public Contactor Contactor { get; }

    public ConnectorMeter Meter { get; }

    public Car? Car { get; private set; }

    public bool IsCarWaiting => Car is { WantsPower: true };

    public int DrawnCentiamps => Car is null ? 0 : Car.DrawnCentiamps;

    /// <summary>Enough to count as charging.</summary>
    public bool IsDrawing => DrawnCentiamps >= ChargingFromCentiamps;

    private int PhasesInUse => Car is null ? 0 : Math.Min(_options.Phases, Car.Options.Phases);

    public void Plug(Car car)
    {
        if (Car is not null)
        {
            throw new InvalidOperationException("There is a car in this connector already.");
        }
        Car = car;
    }

    public void Unplug()
    {
        Cut();
        Car?.OnUnplugged();
        Car = null;
    }

    public int WattsAt(int centiamps)
    {
        return Meter.WattsAt(centiamps, PhasesInUse);
    }

    public void Measure()
    {
        Meter.SetDrawn(DrawnCentiamps, PhasesInUse);
    }

    public void Supply(int acceptedCentiamps)
    {
        Contactor.Close();
        Offer(acceptedCentiamps);
    }

    public void Offer(int acceptedCentiamps)
    {
        if (Car is null)
        {
            return;
        }
        // Below its minimum protocol 1 stops a Tesla by CAN; for others the pilot stays at 6 A.
        int withoutEnough = Car.Options.StopsOnZeroOffer ? 0 : LimitRules.PilotFloorCentiamps;
        Car.OnOffer(_rules.IsEnough(acceptedCentiamps) ? acceptedCentiamps : withoutEnough);
    }

    public void Cut()
    {
        if (Contactor.IsClosed)
        {
            Contactor.Open();
            Car?.OnContactorOpened();
        }
    }
}
