using System;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using TwcBridge.Cli.Proving;
using TwcBridge.Cli.Simulation;

namespace TwcBridge.Cli.Commands;

/// <summary>twcbridge prove: the bridge in simulated worlds full of faults, watched at every step.
/// </summary>
internal sealed class ProveCommand : Command, IHasExamples
{
    private const double UsualYears = 0.1;
    private const int MostConnectors = 8;

    private readonly Option<double> _years = new("--years")
    {
        HelpName = "YEARS",
        Description = "How much time passes in all worlds together; 0.1 if not given.",
        DefaultValueFactory = _ => UsualYears,
    };

    private readonly Option<long?> _seed = new("--seed")
    {
        HelpName = "SEED",
        Description = "Of the first world, to see the same again. Without it a fresh one.",
    };

    private readonly Option<int> _connectors = new("--connectors")
    {
        HelpName = "N",
        Description = "In every world, 1 to 8. Without it the seed decides.",
    };

    private readonly Option<double?> _minutes = new("--minutes")
    {
        HelpName = "MINUTES",
        Description = "Ends after this time of yours, however much has been simulated.",
    };

    private readonly Option<bool> _safety = new("--safety")
    {
        Description = "Looks only for what must never happen, and not at pace and liveness.",
    };

    private readonly Option<bool> _json = new("--json")
    {
        Description = "One JSON object at the end.",
    };

    public ProveCommand()
        : base("prove", "Simulates the bridge among faults and watches that it stays safe. "
            + "Exit code 9 when it does not.")
    {
        foreach (Option option in
            (Option[])[_years, _seed, _connectors, _minutes, _safety, _json])
        {
            Options.Add(option);
        }
        _years.CustomParser = argument => Positive(argument, "--years 0.5") ?? UsualYears;
        _minutes.CustomParser = argument => Positive(argument, "--minutes 2.5");
        _seed.CustomParser = ParseSeed;
        _connectors.CustomParser = ParseConnectors;
        SetAction(arguments => (int)Run(arguments));
    }

    public string[] Examples =>
    [
        "twcbridge prove",
        "twcbridge prove --years 10 --connectors 3",
        "twcbridge prove --years 1000 --minutes 30 --json",
        "twcbridge prove --seed 4711",
    ];

    private ExitCode Run(ParseResult arguments)
    {
        ProveOptions options = new()
        {
            Seed = arguments.GetValue(_seed) ?? Random.Shared.Next(),
            Connectors = arguments.GetValue(_connectors),
            SafetyOnly = arguments.GetValue(_safety),
            Years = arguments.GetValue(_years),
            Minutes = arguments.GetValue(_minutes) ?? double.PositiveInfinity,
        };
        IProveView view = arguments.GetValue(_json)
            ? new JsonProveView(Console.Out)
            : new TextProveView(Console.Out, !Console.IsOutputRedirected);
        using StopSignal stop = new();
        return new Prover(options, view).Run(stop.Token);
    }

    private static double? Positive(ArgumentResult argument, string example)
    {
        string text = argument.Tokens[0].Value;
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture,
            out double value) && value > 0)
        {
            return value;
        }
        argument.AddError($"'{text}' is no time. Give a number above 0: {example}.");
        return null;
    }

    private static long? ParseSeed(ArgumentResult argument)
    {
        string text = argument.Tokens[0].Value;
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture,
            out long seed))
        {
            return seed;
        }
        argument.AddError($"'{text}' is no seed. Give a whole number: --seed 4711.");
        return null;
    }

    private static int ParseConnectors(ArgumentResult argument)
    {
        string text = argument.Tokens[0].Value;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int count)
            && count is >= 1 and <= MostConnectors)
        {
            return count;
        }
        argument.AddError($"'{text}' is no number of connectors. Give 1 to {MostConnectors}.");
        return 0;
    }
}
