using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text.Json;
using TwcBridge.Benchmarks.Reports;
using TwcBridge.Control;
using TwcBridge.Diagnostics;

namespace TwcBridge.Benchmarks.Live;

/// <summary>The box's own histograms, as it serves them at an instant: whole milliseconds since its
/// start, link-up and the first seconds of the compiler included. Two of them tell of the time
/// between.</summary>
internal sealed class OwnTimings
{
    private const string Above = "above";

    // For each kind, how often by the upper bound of the step; the last has none.
    private readonly Dictionary<string, long[]> _counts = [];

    public static OwnTimings Take(IPEndPoint box)
    {
        using HttpClient client = new();
        using JsonDocument served =
            JsonDocument.Parse(client.GetStringAsync($"http://{box}/api/v1/timing").Result);
        OwnTimings timings = new();
        for (int kind = 0; kind < Timings.Count; kind++)
        {
            string name = TimingWriter.NameOf((TimingKind)kind);
            timings._counts[name] = Counts(served.RootElement.GetProperty(name));
        }
        return timings;
    }

    public void WriteSince(OwnTimings before, TextWriter text)
    {
        TextTable table = new(
            "ms or less, as the firmware measures it", "samples", "median", "p99", "p99.9",
            "highest");
        foreach ((string name, long[] counts) in _counts)
        {
            long[] since = counts.Zip(before._counts[name], (now, then) => now - then).ToArray();
            table.Add(
                name.Replace('_', ' '), Text(since.Sum()), Bound(since, 0.5), Bound(since, 0.99),
                Bound(since, 0.999), Bound(since, 1));
        }
        table.WriteTo(text);
    }

    private static long[] Counts(JsonElement histogram)
    {
        long[] counts = new long[Histogram.BoundCount + 1];
        foreach (JsonElement step in histogram.GetProperty("steps").EnumerateArray())
        {
            int index = step[0].ValueKind == JsonValueKind.Null
                ? Histogram.BoundCount
                : Enumerable.Range(0, Histogram.BoundCount)
                    .First(bound => Histogram.BoundMs(bound) == step[0].GetInt32());
            counts[index] = step[1].GetInt64();
        }
        return counts;
    }

    private static string Bound(long[] counts, double share)
    {
        long rank = Math.Max(1, (long)Math.Ceiling(counts.Sum() * share));
        for (int step = 0; step < Histogram.BoundCount; step++)
        {
            rank -= counts[step];
            if (rank <= 0)
            {
                return Text(Histogram.BoundMs(step));
            }
        }
        return Above;
    }

    private static string Text(long value)
    {
        return value.ToString(CultureInfo.InvariantCulture);
    }
}
