using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;

namespace TwcBridge.Benchmarks.Live;

/// <summary>What the load has done, and what this process has cost, up to an instant.</summary>
internal sealed record LoadMark
{
    private const double MegaByte = 1024 * 1024;

    public required long AtTicks { get; init; }

    public required TimeSpan Cpu { get; init; }

    public required int Served { get; init; }

    public required int Failed { get; init; }

    public required int Published { get; init; }

    public required int Acknowledged { get; init; }

    public required long MemoryBytes { get; init; }

    public static LoadMark Take(HttpLoad http, MqttLoad mqtt)
    {
        using Process process = Process.GetCurrentProcess();
        return new LoadMark
        {
            AtTicks = Stopwatch.GetTimestamp(),
            Cpu = process.TotalProcessorTime,
            MemoryBytes = process.WorkingSet64,
            Served = http.ServedCount,
            Failed = http.FailedCount,
            Published = mqtt.PublishedCount,
            Acknowledged = mqtt.AcknowledgedCount,
        };
    }

    public void WriteSince(LoadMark before, TextWriter text)
    {
        double share =
            (Cpu - before.Cpu) / Stopwatch.GetElapsedTime(before.AtTicks, AtTicks) * 100;
        text.WriteLine($"{Served - before.Served} requests served, {Failed - before.Failed} "
            + $"failed; {Published - before.Published} commands published, "
            + $"{Acknowledged - before.Acknowledged} acknowledged");
        text.WriteLine($"{Number(share)} % of one core and from "
            + $"{Number(before.MemoryBytes / MegaByte)} to {Number(MemoryBytes / MegaByte)} MB, "
            + "the threads of the load included");
    }

    private static string Number(double value)
    {
        return value.ToString("0.0", CultureInfo.InvariantCulture);
    }
}
