using System.Diagnostics;
using System.Globalization;
using System.IO;
using TwcBridge.Benchmarks.Reports;
using TwcBridge.Simulator;

namespace TwcBridge.Benchmarks.Simulation;

/// <summary>How fast the bridge and its simulated connectors live on one core.</summary>
internal static class SimulationSpeed
{
    private const int Runs = 5;
    private const long LinkedUs = 60 * Micros.PerSecond;
    private const long MeasuredUs = 24 * Micros.PerHour;

    private static readonly int[] ConnectorCounts = [1, 3, 8];

    public static void Show(TextWriter text)
    {
        text.WriteLine("Simulation: the real Bridge, every connector with a car that charges, "
            + "24 simulated hours in each run, on one core");
        TextTable table = new("connectors", "x real time, median", "lowest", "highest", "runs",
            "turns per simulated second", "us per simulated second");
        foreach (int count in ConnectorCounts)
        {
            Measure(count, new Samples(), seed: 0);     // The compiler learns from the first run.
            Samples speeds = new();
            double turnsPerSecond = 0;
            for (int run = 1; run <= Runs; run++)
            {
                turnsPerSecond = Measure(count, speeds, run);
            }
            table.Add(
                Whole(count), Whole(speeds.Median), Whole(speeds.Lowest), Whole(speeds.Highest),
                Whole(Runs), Whole(turnsPerSecond),
                (Micros.PerSecond / speeds.Median).ToString("0.0", CultureInfo.InvariantCulture));
        }
        table.WriteTo(text);
    }

    /// <returns>Turns in each simulated second.</returns>
    private static double Measure(int connectorCount, Samples speeds, long seed)
    {
        SimulatedRun run = new(connectorCount, seed);
        run.AdvanceTo(LinkedUs);
        long turnsBefore = run.TurnCount;
        long startedAt = Stopwatch.GetTimestamp();
        run.AdvanceTo(LinkedUs + MeasuredUs);
        double tookUs = Stopwatch.GetElapsedTime(startedAt).TotalMicroseconds;
        speeds.Add(MeasuredUs / tookUs);
        return (run.TurnCount - turnsBefore) * (double)Micros.PerSecond / MeasuredUs;
    }

    private static string Whole(double number)
    {
        return number.ToString("#,0", CultureInfo.InvariantCulture);
    }
}
