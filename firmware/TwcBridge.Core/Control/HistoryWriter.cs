using TwcBridge.Diagnostics;

namespace TwcBridge.Control;

/// <summary>The JSON of the last day, in parts.</summary>
public static class HistoryWriter
{
    private const int SamplesPerPart = 120;
    private const int TenthsPerStep = 5;
    private const int SecondsPerStep = History.StepMs / 1000;

    /// <summary>The next part of one object: first all offers, then all that was drawn.</summary>
    /// <param name="end">History.Total when the first part was written.</param>
    /// <returns>True for the last.</returns>
    public static bool WritePart(
        JsonWriter json, int part, History history, int end, long unixSeconds)
    {
        int first = end < History.Capacity ? 0 : end - History.Capacity;
        int partCount = end == first ? 1 : (end - first + SamplesPerPart - 1) / SamplesPerPart;
        int place = part % partCount;
        bool isDrawn = part >= partCount;
        if (part == 0)
        {
            json.BeginObject();
            json.Key("v").Number(StatusWriter.FormatVersion);
            json.Key("ts").Number(unixSeconds);
            json.Key("step_s").Number(SecondsPerStep);
        }
        if (place == 0)
        {
            json.Key(isDrawn ? "drawn_a" : "offered_a").BeginArray();
        }
        first += place * SamplesPerPart;
        WriteSamples(json, history, isDrawn, first, end);
        return place == partCount - 1 && Close(json, isDrawn);
    }

    private static void WriteSamples(
        JsonWriter json, History history, bool isDrawn, int first, int end)
    {
        for (int i = first; i < first + SamplesPerPart && i < end; i++)
        {
            WriteSample(json, isDrawn ? history.Drawn(i) : history.Offered(i));
        }
    }

    private static void WriteSample(JsonWriter json, int steps)
    {
        if (steps == History.None)
        {
            json.Null();
            return;
        }
        json.Decimal(steps * TenthsPerStep, 1);
    }

    private static bool Close(JsonWriter json, bool isLast)
    {
        json.EndArray();
        if (isLast)
        {
            json.EndObject();
        }
        return isLast;
    }
}
