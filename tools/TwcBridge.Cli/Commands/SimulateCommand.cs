using System;
using System.CommandLine;
using System.CommandLine.Parsing;
using TwcBridge.Cli.Simulation;
using TwcBridge.Simulator;
using TwcBridge.VirtualDevice.Serial;
using TwcBridge.VirtualDevice.Simulation;

namespace TwcBridge.Cli.Commands;

/// <summary>twcbridge simulate: wall connectors in real time, for any controller to talk to.
/// </summary>
internal sealed class SimulateCommand : Command, IHasExamples
{
    private readonly Option<bool> _pty = new("--pty")
    {
        Description = "On a new pseudo terminal. Its path is the first line of the output.",
    };

    private readonly Option<string> _serial = new("--serial")
    {
        HelpName = "DEVICE",
        Description = "On a serial port, wired to the controller under test.",
    };

    private readonly Option<bool> _tap = new("--tap")
    {
        Description = "A second pseudo terminal, for a listener: it hears both sides. Its path is "
            + "the second line of the output.",
    };

    private readonly SimulationArguments _simulation = new(defaultConnectors: 1);

    private readonly Option<bool> _quiet = new("--quiet")
    {
        Description = "No lines when a connector changes.",
    };

    public SimulateCommand()
        : base("simulate", "Plays wall connectors in real time, for a controller to talk to.")
    {
        Options.Add(_pty);
        Options.Add(_serial);
        Options.Add(_tap);
        Options.Add(_quiet);
        _simulation.AddTo(this);
        Validators.Add(CheckLine);
        SetAction(arguments => (int)Run(arguments));
    }

    public string[] Examples =>
    [
        "twcbridge simulate --pty",
        "twcbridge simulate --pty --connectors 2 --car tesla fiat --fault noise=100",
        "twcbridge simulate --pty --tap --connectors 2",
        "twcbridge simulate --serial /dev/ttyUSB0 --protocol 1 --quiet",
    ];

    private ExitCode Run(ParseResult arguments)
    {
        using ISerialLine line = arguments.GetValue(_serial) is string device
            ? SerialPort.Open(device)
            : PseudoTerminal.Create();
        Console.Out.WriteLine(line.Name);
        using PseudoTerminal? tap = arguments.GetValue(_tap) ? PseudoTerminal.Create() : null;

        SimulateOptions options = _simulation.ValueOf(arguments);
        SimulatedSite site = SiteBuilder.Build(options);
        AdapterPort port = site.AddPort("controller");
        port.Faults = options.Faults.Adapter;
        SimulatorDriver driver = new(site, port, line);
        if (tap != null)
        {
            Console.Out.WriteLine(tap.Name);
            driver.Tap(site.AddPort("tap"), tap);
        }
        StatusLines status = new(site, Console.Out);
        Action onTurn = arguments.GetValue(_quiet) ? () => { } : status.Update;
        using StopSignal stop = new();
        driver.Run(onTurn, stop.Token);
        return ExitCode.Ok;
    }

    private void CheckLine(CommandResult command)
    {
        if ((command.GetResult(_pty) == null) == (command.GetResult(_serial) == null))
        {
            command.AddError("Choose one line: --pty or --serial DEVICE.");
        }
    }
}
