using System;
using System.Linq;
using System.Threading;
using TwcBridge.Simulator;
using TwcBridge.VirtualDevice.Serial;
using TwcBridge.VirtualDevice.Simulation;

namespace TwcBridge.Benchmarks.Against;

/// <summary>Two simulated connectors with a car each, in real time on a line where an outside
/// controller talks to them.</summary>
internal sealed class AgainstRun
{
    private const string ControllerName = "controller";

    private static readonly int[] Ids = [0x8204, 0x8205];

    private readonly SimulatedSite _site = new(seed: 1);
    private readonly AdapterPort _port;
    private readonly ISerialLine _line;

    public AgainstRun(ISerialLine line)
    {
        _line = line;
        _port = _site.AddPort(ControllerName);
        foreach (int id in Ids)
        {
            WallConnector connector = _site.AddConnector(
                new ConnectorOptions { Id = id, Serial = $"A20F000{id:X4}" });
            CarKinds.TryCreate("tesla", out Car? car);
            connector.Plug(car!);
        }
        Watch = new ControllerWatch(ControllerName, Ids);
        _site.Line.Observe(Watch);
    }

    public ControllerWatch Watch { get; }

    public long NowUs => _site.NowUs;

    public long CollisionCount => _site.Line.Collisions.TotalCount;

    public WallConnector[] Harmed =>
        _site.Connectors.Where(connector => connector.IsHarmed).ToArray();

    /// <summary>Add this to the commands' clock to have the line's.</summary>
    public long ClockOffsetUs { get; private set; } = long.MinValue;

    public void Run(int seconds, OutsideCommands? commands)
    {
        using CancellationTokenSource stop = new(TimeSpan.FromSeconds(seconds));
        ConsoleCancelEventHandler end = (_, pressed) =>
        {
            pressed.Cancel = true;
            stop.Cancel();
        };
        Console.CancelKeyPress += end;
        new SimulatorDriver(_site, _port, _line).Run(() => Compare(commands), stop.Token);
        Console.CancelKeyPress -= end;
    }

    // The site's clock was set a moment before: the greatest difference is the true one.
    private void Compare(OutsideCommands? commands)
    {
        if (commands is not null)
        {
            ClockOffsetUs = Math.Max(ClockOffsetUs, _site.NowUs - commands.Clock.NowUs);
        }
    }
}
