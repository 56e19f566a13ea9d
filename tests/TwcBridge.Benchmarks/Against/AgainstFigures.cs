using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using TwcBridge.Benchmarks.Reports;
using TwcBridge.Simulator;

namespace TwcBridge.Benchmarks.Against;

/// <summary>Shows how a controller treated its connectors, and how soon it obeyed.</summary>
internal static class AgainstFigures
{
    // A command that was given too late for its change to be seen tells nothing.
    private const long PatienceUs = 5 * Micros.PerSecond;

    public static void Show(
        AgainstRun run, IReadOnlyList<OutsideCommand> commands, TextWriter text)
    {
        Machine.WriteTo(text);
        ShowHeartbeats(run.Watch, text);
        ShowCare(run, text);
        OutsideCommand[] judged = commands
            .Where(command => command.AtUs + run.ClockOffsetUs + PatienceUs < run.NowUs).ToArray();
        if (judged.Length > 0)
        {
            ShowCommands(run, judged, text);
        }
    }

    private static void ShowHeartbeats(ControllerWatch watch, TextWriter text)
    {
        TextTable table = new("connector", "heartbeats", "interval ms, median", "p99", "shortest",
            "longest", "answers", "unanswered");
        foreach (ConnectorTally connector in watch.Connectors)
        {
            Samples intervals = connector.IntervalsMs;
            table.Add(
                connector.Id.ToString("X4"), Count(connector.HeartbeatCount),
                Ms(intervals.Median), Ms(intervals.Percentile(99)), Ms(intervals.Lowest),
                Ms(intervals.Highest), Count(connector.AnswerCount),
                Count(connector.HeartbeatCount - connector.AnswerCount));
        }
        table.WriteTo(text);
    }

    private static void ShowCare(AgainstRun run, TextWriter text)
    {
        string forbidden = string.Join(", ", run.Watch.Forbidden
            .Select(frame => $"{frame.Key} ({Count(frame.Value)} times)"));
        text.WriteLine($"{Count(run.Watch.RequestCount)} frames of the controller, "
            + $"{Count(run.Watch.BadChecksums)} with a wrong checksum, "
            + $"{Count(run.CollisionCount)} collisions; forbidden: "
            + (forbidden.Length > 0 ? forbidden : "none"));
        foreach (WallConnector connector in run.Harmed)
        {
            text.WriteLine($"{connector.Id:X4} was harmed: {connector.Harm.Cause} by "
                + $"{connector.Harm.Opcode:X4}");
        }
        text.WriteLine();
    }

    private static void ShowCommands(
        AgainstRun run, IReadOnlyList<OutsideCommand> commands, TextWriter text)
    {
        long[] changesUs = run.Watch.Connectors.SelectMany(connector => connector.ChangedUs)
            .Order().ToArray();
        Samples delaysMs = new();
        Samples tookMs = new();
        for (int i = 0; i < commands.Count; i++)
        {
            long fromUs = commands[i].AtUs + run.ClockOffsetUs;
            long untilUs = i + 1 < commands.Count
                ? commands[i + 1].AtUs + run.ClockOffsetUs
                : Micros.Never;
            tookMs.Add(commands[i].TookUs / (double)Micros.PerMs);
            foreach (long changeUs in changesUs
                .SkipWhile(atUs => atUs <= fromUs).TakeWhile(atUs => atUs < untilUs).Take(1))
            {
                delaysMs.Add((changeUs - fromUs) / (double)Micros.PerMs);
            }
        }
        text.WriteLine($"{Count(commands.Count)} commands, "
            + $"{Count(commands.Count(command => command.ExitCode != 0))} failed, "
            + $"{Count(commands.Count - delaysMs.Count)} without a change on the wire");
        TextTable table = new("ms", "samples", "median", "p99", "shortest", "longest");
        Add(table, "from the start of the command to the frame", delaysMs);
        Add(table, "of which the command itself took", tookMs);
        table.WriteTo(text);
    }

    private static void Add(TextTable table, string name, Samples samples)
    {
        table.Add(
            name, Count(samples.Count), Ms(samples.Median), Ms(samples.Percentile(99)),
            Ms(samples.Lowest), Ms(samples.Highest));
    }

    private static string Count(long number)
    {
        return number.ToString(CultureInfo.InvariantCulture);
    }

    private static string Ms(double value)
    {
        return value.ToString("0.0", CultureInfo.InvariantCulture);
    }
}
