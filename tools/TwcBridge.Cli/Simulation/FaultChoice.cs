using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using TwcBridge.Simulator;

namespace TwcBridge.Cli.Simulation;

/// <summary>The faults chosen with --fault: those by chance have a rate, those of the adapter have
/// none.</summary>
internal sealed class FaultChoice
{
    private const char RateMark = '=';

    private static readonly Dictionary<string, Func<FaultOptions, double, FaultOptions>> Rates =
        new()
    {
        ["noise"] = (faults, rate) => faults with { NoiseBytesPerHour = rate },
        ["flipped"] = (faults, rate) => faults with { FlippedBitsPerMillionBytes = rate },
        ["lost"] = (faults, rate) => faults with { LostBytesPerMillionBytes = rate },
        ["doubled"] = (faults, rate) => faults with { DuplicatedBytesPerMillionBytes = rate },
        ["resets"] = (faults, rate) => faults with { ConnectorResetsPerDay = rate },
        ["silences"] = (faults, rate) => faults with { ConnectorSilencesPerDay = rate },
    };

    private static readonly Dictionary<string, AdapterFaults> AdapterKinds = new()
    {
        ["echo"] = AdapterFaults.EchoesOwnBytes,
        ["mute"] = AdapterFaults.CannotSend,
        ["deaf"] = AdapterFaults.CannotReceive,
        ["swapped"] = AdapterFaults.SwappedPolarity,
    };

    public FaultOptions Chance { get; private set; } = FaultOptions.None;

    public AdapterFaults Adapter { get; private set; }

    /// <summary>All faults as they are typed.</summary>
    public static IEnumerable<string> Names =>
        Rates.Keys.Select(name => $"{name}{RateMark}N").Concat(AdapterKinds.Keys);

    /// <summary>False when the word is no fault, or its rate is no number.</summary>
    public bool TryAdd(string word)
    {
        string[] parts = word.Split(RateMark);
        if (parts.Length == 1 && AdapterKinds.TryGetValue(word, out AdapterFaults kind))
        {
            Adapter |= kind;
            return true;
        }
        if (parts.Length == 2 && Rates.TryGetValue(parts[0], out var apply)
            && TryParseRate(parts[1], out double rate))
        {
            Chance = apply(Chance, rate);
            return true;
        }
        return false;
    }

    private static bool TryParseRate(string digits, out double rate)
    {
        return double.TryParse(
            digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out rate);
    }
}
