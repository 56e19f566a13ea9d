using System;
using System.CommandLine;
using TwcBridge.Benchmarks.Live;
using TwcBridge.Benchmarks.Reports;
using TwcBridge.Benchmarks.Simulation;

namespace TwcBridge.Benchmarks;

/// <summary>system: figures of the whole, in virtual and in real time.</summary>
internal sealed class SystemCommand : Command
{
    private const int UsualSeconds = 60;

    private readonly Option<int> _seconds = new("--seconds")
    {
        HelpName = "N",
        Description = "How long the part in real time measures, after everything has settled; 0 "
            + "leaves it out.",
        DefaultValueFactory = _ => UsualSeconds,
    };

    public SystemCommand()
        : base("system", "Speed of the simulation; heartbeats and commands of the virtual device "
            + "in real time under load. Needs mosquitto and its clients.")
    {
        Options.Add(_seconds);
        SetAction(arguments => Run(arguments.GetValue(_seconds)));
    }

    private static int Run(int seconds)
    {
        Machine.WriteTo(Console.Out);
        SimulationSpeed.Show(Console.Out);
        CommandLatency.Show(Console.Out);
        if (seconds > 0)
        {
            LiveFigures.Show(seconds, Console.Out);
        }
        return 0;
    }
}
