using System;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Linq;
using TwcBridge.Simulator;

namespace TwcBridge.Cli.Simulation;

/// <summary>The options that say what is simulated, for every command that simulates.</summary>
internal sealed class SimulationArguments
{
    private const string DefaultCar = "tesla";

    private readonly Option<int> _connectors;

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

    public SimulationArguments(int defaultConnectors)
    {
        _connectors = new("--connectors")
        {
            HelpName = "N",
            Description = $"How many connectors, 1 to {SimulateOptions.MostConnectors}; "
                + "never fewer than cars.",
            DefaultValueFactory = _ => defaultConnectors,
        };
        _connectors.Validators.Add(
            result => CheckRange(result, SimulateOptions.MostConnectors));
        _protocol.Validators.Add(result => CheckRange(result, 2));
        _cars.Validators.Add(CheckCars);
        _faults.Validators.Add(CheckFaults);
    }

    public void AddTo(Command command)
    {
        command.Options.Add(_connectors);
        command.Options.Add(_protocol);
        command.Options.Add(_cars);
        command.Options.Add(_seed);
        command.Options.Add(_faults);
    }

    public SimulateOptions ValueOf(ParseResult arguments)
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
