using TwcBridge.Bus;

namespace TwcBridge.Control;

/// <summary>
/// The JSON of what the bus itself does: the diagnosis in words, the links, every counter by its
/// cause, and the last frames in hex with their meaning. Written in parts, each short enough for
/// one buffer.
/// </summary>
public static class BusWriter
{
    /// <summary>Capacity that holds any part.</summary>
    public const int MaxPartBytes = 1072;

    public const int CountsPerPart = 13;
    public const int FramesPerPart = 6;

    private const int CountParts = (BusReport.CountCount + CountsPerPart - 1) / CountsPerPart;
    private const int FirstFramePart = 1 + CountParts;

    /// <summary>Writes one part of the object; the parts are written in turn.</summary>
    /// <returns>True when it was the last.</returns>
    public static bool WritePart(JsonWriter json, int part, BoxStatus status, BusReport report)
    {
        if (part == 0)
        {
            WriteHead(json, status, report);
            return false;
        }
        if (part < FirstFramePart)
        {
            WriteCounts(json, part - 1, report);
            return false;
        }
        return WriteFrames(json, (part - FirstFramePart) * FramesPerPart, report.Trace);
    }

    private static void WriteHead(JsonWriter json, BoxStatus status, BusReport report)
    {
        json.BeginObject();
        json.Key("v").Number(StatusWriter.FormatVersion);
        json.Key("at_ms").Number(report.AtMs);
        json.Key("role").Text(StatusCodes.Of(status.Role));
        json.Key("rival").IdOrNull(status.RivalId);
        DiagnosisWords.Write(json, status);
        json.Key("answer_wait_ms").Number(report.AnswerWaitMs);
        json.Key("links").BeginArray();
        for (int i = 0; i < status.ConnectorCount; i++)
        {
            ConnectorStatus connector = status.Connector(i);
            json.BeginObject();
            json.Key("id").IdOrNull(connector.Id);
            json.Key("linked").Bool(connector.Linked);
            json.Key("protocol").NumberOrNull(connector.Protocol, 0);
            json.Key("rx_age_ms").NumberOrNull(connector.SilentMs, ConnectorStatus.Unknown);
            json.EndObject();
        }
        json.EndArray();
        json.Key("counters").BeginObject();
    }

    private static void WriteCounts(JsonWriter json, int part, BusReport report)
    {
        json.Continue(part > 0);
        int end = (part + 1) * CountsPerPart;
        end = end < BusReport.CountCount ? end : BusReport.CountCount;
        for (int i = part * CountsPerPart; i < end; i++)
        {
            json.Key(BusWords.Of((BusCount)i)).Number(report.CountOf((BusCount)i));
        }
        if (end == BusReport.CountCount)
        {
            json.EndObject();
            json.Key("frames").BeginArray();
        }
    }

    private static bool WriteFrames(JsonWriter json, int first, TraceRing trace)
    {
        json.Continue(first > 0);
        int end = first + FramesPerPart < trace.Count ? first + FramesPerPart : trace.Count;
        for (int i = first; i < end; i++)
        {
            WriteFrame(json, trace, i);
        }
        if (end < trace.Count)
        {
            return false;
        }
        json.EndArray();
        json.EndObject();
        return true;
    }

    private static void WriteFrame(JsonWriter json, TraceRing trace, int index)
    {
        FrameFate fate = trace.Fate(index);
        json.BeginObject();
        json.Key("at_ms").Number(trace.AtMs(index));
        json.Key("fate").Text(BusWords.Of(fate));
        json.Key("kind").Text(fate <= FrameFate.Echo ? MessageName.Of(trace.Kind(index)) : null);
        json.Key("hex").Hex(trace.Bodies, trace.Offset(index), trace.Length(index));
        json.EndObject();
    }
}
