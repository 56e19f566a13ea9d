using System;
using System.Collections.Generic;

namespace TwcBridge.Simulator;

/// <summary>
/// The world: a line, wall connectors, cars and controllers on a virtual clock. The same seed and
/// the same calls give the same run, byte for byte. It has its own implementation of the wire on
/// purpose: it is there to check the firmware's.
/// <code>
///   SimulatedSite site = new(seed: 1);
///   WallConnector connector = site.AddConnector(new ConnectorOptions { Id = 0x8204 });
///   AdapterPort port = site.AddPort("controller");
///   connector.Plug(car);
///   port.Write(heartbeat, heartbeat.Length);
///   site.Advance(Micros.PerSecond);
///   int length = port.Read(buffer);
/// </code>
/// </summary>
public sealed class SimulatedSite
{
    private const long LineStream = -1;
    private const long NoiseStream = -2;
    private const long ConnectorFaultStream = -3;

    private readonly long _seed;
    private readonly List<WallConnector> _connectors = [];
    private readonly NoiseSource _noise;
    private readonly ConnectorFaults _connectorFaults;
    private long _unitCount;

    public SimulatedSite(long seed)
    {
        _seed = seed;
        Line = new VirtualLine(Clock, new Dice(seed, LineStream));
        _noise = new NoiseSource(this, new Dice(seed, NoiseStream));
        _connectorFaults =
            new ConnectorFaults(Clock, new Dice(seed, ConnectorFaultStream), _connectors);
    }

    /// <summary>Since the beginning.</summary>
    public long NowUs => Clock.NowUs;

    /// <summary>
    /// When something happens next by itself; never if nothing does. Every closing delimiter of a
    /// frame is such an event, so a reader who goes from event to event misses no frame.
    /// </summary>
    public long NextEventUs => Clock.NextEventUs;

    public VirtualLine Line { get; }

    public IReadOnlyList<WallConnector> Connectors => _connectors;

    /// <summary>What goes wrong by chance from now on.</summary>
    public FaultOptions Faults
    {
        get;
        set
        {
            field = value;
            Line.Apply(value);
            _noise.Apply(value);
            _connectorFaults.Apply(value);
        }
    } = FaultOptions.None;

    /// <summary>Per phase, over all connectors, really flowing now.</summary>
    public int DrawnCentiamps
    {
        get
        {
            int sum = 0;
            foreach (WallConnector connector in _connectors)
            {
                sum += connector.DrawnCentiamps;
            }
            return sum;
        }
    }

    internal VirtualClock Clock { get; } = new();

    public WallConnector AddConnector(ConnectorOptions options)
    {
        WallConnector connector = new(new ConnectorBus(this, options, NextDice()));
        _connectors.Add(connector);
        return connector;
    }

    public AdapterPort AddPort(string name)
    {
        return new AdapterPort(this, name, NextDice());
    }

    public RivalController AddRival(RivalOptions options)
    {
        return new RivalController(this, options);
    }

    public void Advance(long durationUs)
    {
        Clock.AdvanceTo(Clock.NowUs + durationUs);
    }

    /// <summary>Lets everything happen up to and including an instant, which is then now.</summary>
    public void AdvanceTo(long us)
    {
        Clock.AdvanceTo(us);
    }

    /// <summary>Plans a step of a scenario. Its instant may be now, not in the past.</summary>
    public void At(long us, Action action)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(us, Clock.NowUs);
        _ = new ScheduledAction(Clock, us, action);
    }

    private Dice NextDice()
    {
        return new Dice(_seed, _unitCount++);
    }
}
