using System;
using TwcBridge.Simulator;
using TwcBridge.VirtualDevice.Proving;

namespace TwcBridge.Cli.Proving;

/// <summary>How far a proof has come.</summary>
/// <param name="Elapsed">Of real time.</param>
internal sealed record ProveResult(ProveOptions Options, Proof Proof, TimeSpan Elapsed)
{
    private const double DaysPerYear = 365.25;

    public double Years => Proof.SimulatedUs / (DaysPerYear * Micros.PerDay);

    /// <summary>Simulated time over real time.</summary>
    public double Speed =>
        Proof.SimulatedUs / Math.Max(1, Elapsed.TotalMicroseconds);

    /// <summary>The command that shows the refuted world again.</summary>
    public string Replay => $"twcbridge prove --seed {Proof.Refuted!.Seed}"
        + (Options.Connectors > 0 ? $" --connectors {Options.Connectors}" : "")
        + (Options.SafetyOnly ? " --safety" : "");

    public static long MicrosIn(double years)
    {
        return (long)Math.Min(years * DaysPerYear * Micros.PerDay, Micros.Never / 2);
    }
}
