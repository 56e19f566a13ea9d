using System;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Linq;
using TwcBridge.Cli.Simulation;
using TwcBridge.Simulator;
using TwcBridge.VirtualDevice.Serial;
using TwcBridge.VirtualDevice.Simulation;

namespace TwcBridge.Cli.Commands;

/// <summary>twcbridge simulate: wall connectors in real time, for any controller to talk to.
/// </summary>
internal sealed class SimulateCommand : Command, IHasExamples
{
    private const string DefaultCar = "tesla";

    private readonly Option<bool> _pty = new("--pty")
    {
        Description = "On a new pseudo terminal. Its path is the first line of the output.",
    };

    private readonly Option<string> _serial = new("--serial")
    {
        HelpName = "DEVICE",
        Description = "On a serial port, wired to the controller under test.",
    };

    private readonly Option<int> _connectors = new("--connectors")
    {
        HelpName = "N",
        Description = $"How many connectors, 1 to {SimulateOptions.MostConnectors}; "
            + "never fewer than cars.",
        DefaultValueFactory = _ => 1,
    };

    private readonly Option<int> _protocol = new("--protocol")
    {
        HelpName = "1|2",
        Description = "What they speak: 2 is what all but the oldest units do.",
        DefaultValueFactory = _ => 2,
    };

    private readonly Option<string[]> _cars = new("--car")
    {
        HelpName = "KIND",
        Description = $"The car of the first connector, then of the next: "
            + $"{string.Join(", ", CarKinds.Names)}. Without it each has a {DefaultCar}.",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<long> _seed = new("--seed")
    {
        HelpName = "S",
        Description = "The same seed and the same frames give the same run.",
        DefaultValueFactory = _ => 1,
    };

    private readonly Option<string[]> _faults = new("--fault")
    {
        HelpName = "FAULT",
        Description = $"What goes wrong: {string.Join(", ", FaultChoice.Names)}. Noise is per "
            + "hour, resets and silences per day, the others per million bytes.",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<bool> _quiet = new("--quiet")
    {
        Description = "No lines when a connector changes.",
    };

    public SimulateCommand()
        : base("simulate", "Plays wall connectors in real time, for a controller to talk to.")
    {
        Options.Add(_pty);
        Options.Add(_serial);
        Options.Add(_connectors);
        Options.Add(_protocol);
        Options.Add(_cars);
        Options.Add(_seed);
        Options.Add(_faults);
        Options.Add(_quiet);
        Validators.Add(CheckLine);
        _connectors.Validators.Add(
            result => CheckRange(result, SimulateOptions.MostConnectors));
        _protocol.Validators.Add(result => CheckRange(result, 2));
        _cars.Validators.Add(CheckCars);
        _faults.Validators.Add(CheckFaults);
        SetAction(arguments => (int)Run(arguments));
    }

    public string[] Examples =>
    [
        "twcbridge simulate --pty",
        "twcbridge simulate --pty --connectors 2 --car tesla fiat --fault noise=100",
        "twcbridge simulate --serial /dev/ttyUSB0 --protocol 1 --quiet",
    ];

    private ExitCode Run(ParseResult arguments)
    {
        using ISerialLine line = arguments.GetValue(_serial) is string device
            ? SerialPort.Open(device)
            : PseudoTerminal.Create();
        Console.Out.WriteLine(line.Name);

        SimulateOptions options = OptionsOf(arguments);
        SimulatedSite site = SiteBuilder.Build(options);
        AdapterPort port = site.AddPort("controller");
        port.Faults = options.Faults.Adapter;
        StatusLines status = new(site, Console.Out);
        Action onTurn = arguments.GetValue(_quiet) ? () => { } : status.Update;
        using StopSignal stop = new();
        new SimulatorDriver(site, port, line).Run(onTurn, stop.Token);
        return ExitCode.Ok;
    }

    private SimulateOptions OptionsOf(ParseResult arguments)
    {
        string[] cars = arguments.GetValue(_cars) ?? [];
        int connectorCount = Math.Max(arguments.GetValue(_connectors), cars.Length);
        FaultChoice faults = new();
        foreach (string fault in arguments.GetValue(_faults) ?? [])
        {
            faults.TryAdd(fault);
        }
        return new SimulateOptions
        {
            ConnectorCount = connectorCount,
            Protocol = arguments.GetValue(_protocol),
            CarKinds = cars.Length > 0
                ? cars
                : Enumerable.Repeat(DefaultCar, connectorCount).ToArray(),
            Seed = arguments.GetValue(_seed),
            Faults = faults,
        };
    }

    private void CheckLine(CommandResult command)
    {
        if ((command.GetResult(_pty) == null) == (command.GetResult(_serial) == null))
        {
            command.AddError("Choose one line: --pty or --serial DEVICE.");
        }
    }

    // Looks at the words: what is no number at all is refused elsewhere.
    private static void CheckRange(OptionResult option, int highest)
    {
        if (option.Tokens.Count == 1 && int.TryParse(option.Tokens[0].Value, out int value)
            && (value < 1 || value > highest))
        {
            option.AddError($"{option.Option.Name} is from 1 to {highest}.");
        }
    }

    private static void CheckCars(OptionResult cars)
    {
        if (cars.Tokens.Count > SimulateOptions.MostConnectors)
        {
            cars.AddError($"{cars.Tokens.Count} cars are too many.");
        }
        foreach (Token car in cars.Tokens)
        {
            if (!CarKinds.TryCreate(car.Value, out _))
            {
                cars.AddError($"No car '{car.Value}'. There are: "
                    + $"{string.Join(", ", CarKinds.Names)}.");
            }
        }
    }

    private static void CheckFaults(OptionResult faults)
    {
        FaultChoice choice = new();
        foreach (Token fault in faults.Tokens)
        {
            if (!choice.TryAdd(fault.Value))
            {
                faults.AddError($"No fault '{fault.Value}'. There are: "
                    + $"{string.Join(", ", FaultChoice.Names)}.");
            }
        }
    }
}
