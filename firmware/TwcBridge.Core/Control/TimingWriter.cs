using TwcBridge.Diagnostics;

namespace TwcBridge.Control;

/// <summary>Timings in words: the names, the JSON of /api/v1/timing, and the histograms of
/// /metrics. All in parts, each of which fits a response.</summary>
public static class TimingWriter
{
    public const int PartCount = Timings.Count;

    public static string NameOf(TimingKind kind)
    {
        return kind switch
        {
            TimingKind.HeartbeatJitter => "heartbeat_jitter",
            TimingKind.AnswerLatency => "answer_latency",
            TimingKind.CommandToWire => "command_to_wire",
            _ => "loop_turn",
        };
    }

    /// <summary>The next part of one object. The last one closes it.</summary>
    /// <returns>True for the last.</returns>
    public static bool WritePart(JsonWriter json, int part, Timings timings, BoxFacts facts)
    {
        if (part == 0)
        {
            json.BeginObject();
            json.Key("unit").Text("ms");
            json.Key("gc_runs").NumberOrNull(facts.GcRuns, BoxFacts.Unknown);
            json.Key("heap_free_bytes").NumberOrNull(facts.HeapFreeBytes, BoxFacts.Unknown);
        }
        TimingKind kind = (TimingKind)part;
        json.Key(NameOf(kind));
        WriteHistogram(json, timings.Of(kind));
        if (part < PartCount - 1)
        {
            return false;
        }
        json.EndObject();
        return true;
    }

    // Steps without a count are left out; null is the bound of the one that has none.
    private static void WriteHistogram(JsonWriter json, Histogram histogram)
    {
        json.BeginObject();
        json.Key("count").Number(histogram.Count);
        json.Key("sum").Number(histogram.SumMs);
        json.Key("max").Number(histogram.MaxMs);
        json.Key("p50").Number(histogram.PercentileMs(500));
        json.Key("p99").Number(histogram.PercentileMs(990));
        json.Key("p99_9").Number(histogram.PercentileMs(999));
        json.Key("steps").BeginArray();
        for (int step = 0; step <= Histogram.BoundCount; step++)
        {
            if (histogram.CountOf(step) > 0)
            {
                WriteStep(json, histogram, step);
            }
        }
        json.EndArray();
        json.EndObject();
    }

    private static void WriteStep(JsonWriter json, Histogram histogram, int step)
    {
        json.BeginArray();
        if (step == Histogram.BoundCount)
        {
            json.Null();
        }
        else
        {
            json.Number(Histogram.BoundMs(step));
        }
        json.Number(histogram.CountOf(step));
        json.EndArray();
    }
}
