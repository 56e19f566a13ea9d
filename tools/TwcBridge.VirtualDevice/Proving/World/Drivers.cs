using TwcBridge.Simulator;

namespace TwcBridge.VirtualDevice.Proving;

/// <summary>Cars of all kinds that come and go, and drivers who press stop and start.</summary>
internal sealed class Drivers : Actor
{
    private const long ShortestStayUs = 20 * Micros.PerSecond;

    private readonly long[] _changesUs;
    private readonly long _longestStayUs;

    public Drivers(ProvingWorld world, int stream)
        : base(world, stream)
    {
        _longestStayUs = Pick(10L, 60, 300) * 60 * Micros.PerSecond;
        _changesUs = new long[world.Connectors.Length];
        for (int i = 0; i < _changesUs.Length; i++)
        {
            _changesUs[i] = IsChance(50) ? 0 : Between(0, _longestStayUs);
        }
        FindNext();
    }

    public override void Act()
    {
        for (int i = 0; i < _changesUs.Length; i++)
        {
            if (World.NowUs < _changesUs[i])
            {
                continue;
            }
            _changesUs[i] = World.NowUs + Between(ShortestStayUs, _longestStayUs);
            if (World.IsTroubled || World.NowUs == 0)
            {
                Change(World.Connectors[i].Truth);
            }
        }
        FindNext();
    }

    private void Change(WallConnector connector)
    {
        if (connector.Car is not { } car)
        {
            CarOptions options = SomeCar();
            World.Note($"a car comes to {connector.Name}: {options}");
            connector.Plug(new Car(options));
        }
        else if (IsChance(40))
        {
            World.Note($"the car of {connector.Name} goes");
            connector.Unplug();
        }
        else if (car.WantsPower)
        {
            World.Note($"the driver at {connector.Name} presses stop");
            car.PressStop();
        }
        else
        {
            World.Note($"the driver at {connector.Name} presses start");
            car.PressStart();
        }
    }

    private CarOptions SomeCar()
    {
        return new CarOptions
        {
            Vin = IsChance(60) ? "5YJ3E7EA1KF000317" : "",
            MaxCentiamps = Pick(1600, 3200, 4800, 8000),
            Phases = Pick(1, 3),
            NeededWattHours = IsChance(10) ? 0 : Dice.Between(500, 80_000),
            WakesAfterSeconds = IsChance(15) ? Dice.Between(60, 3600) : 0,
            StopsOnZeroOffer = IsChance(60),
            ToleratesContactorOrders = IsChance(50),
            LongestGapSeconds = Pick(30, 300, 1_000_000),
            Latch = Pick(LatchCure.NeverLatches, LatchCure.NeverLatches,
                LatchCure.RepeatedLimit, LatchCure.SpikeOnly),
        };
    }

    private void FindNext()
    {
        NextUs = Micros.Never;
        foreach (long changeUs in _changesUs)
        {
            NextUs = System.Math.Min(NextUs, changeUs);
        }
    }
}
