using TwcBridge.Bus;
using TwcBridge.Diagnostics;

namespace TwcBridge.Control;

/// <summary>What Prometheus reads, in parts, each of which fits a response.</summary>
public static class MetricsWriter
{
    private const int HalfOfBounds = Histogram.BoundCount / 2;
    private const int MillisecondDecimals = 3;
    private const int FirstHistogramPart = 4;
    private const int FirstChargerPart = 8;
    private const string Frames = "bus_frames_received_total";

    /// <returns>True for the last.</returns>
    public static bool WritePart(ByteWriter output, int part, MetricsSource source)
    {
        switch (part)
        {
            case 0:
                WriteBox(output, source.Status, source.Facts);
                break;
            case 1:
                WriteLinks(output, source.Status, source.Facts);
                break;
            case 2:
                WriteHeard(output, source.Report);
                break;
            case 3:
                WriteBad(output, source.Report);
                break;
            case < FirstChargerPart:
                WriteTiming(output, part - FirstHistogramPart, source.Timings);
                break;
            default:
                WriteCharger(output, part - FirstChargerPart, source);
                break;
        }
        int last = FirstChargerPart - 1 + ChargerMetrics.Count * source.ConnectorCount;
        return part >= last;
    }

    private static void WriteBox(ByteWriter output, BoxStatus status, BoxFacts facts)
    {
        MetricText.Begin(output, "build_info", MetricText.Gauge, "What runs on what.");
        MetricText.Name(output, "build_info");
        MetricText.Label(output, true, "version", facts.FirmwareVersion);
        MetricText.Label(output, false, "target", facts.Target);
        MetricText.EndLabels(output, 1, 0);
        MetricText.Begin(output, "uptime_seconds", MetricText.Gauge, "Time since the start.");
        MetricText.Name(output, "uptime_seconds ");
        MetricText.End(output, status.UptimeMs, MillisecondDecimals);
        MetricText.Single(output, "time_synchronized", MetricText.Gauge,
            "1 when the wall clock is set.", facts.UnixSeconds == 0 ? 0 : 1);
        if (facts.HeapFreeBytes != BoxFacts.Unknown)
        {
            MetricText.Single(output, "heap_free_bytes", MetricText.Gauge,
                "Free managed memory.", facts.HeapFreeBytes);
        }
    }

    private static void WriteLinks(ByteWriter output, BoxStatus status, BoxFacts facts)
    {
        MetricText.Single(output, "mqtt_connected", MetricText.Gauge,
            "1 while the broker is there.", facts.MqttConnected ? 1 : 0);
        MetricText.Single(output, "mqtt_reconnects_total", MetricText.Counter,
            "Times that the broker came back.", facts.MqttReconnects);
        MetricText.Single(output, "bus_frames_sent_total", MetricText.Counter,
            "Frames sent.", status.FramesSent);
        MetricText.Single(output, "bus_refused_sends_total", MetricText.Counter,
            "Frames kept from the wire: a defect.", status.SendsRefused);
    }

    private static void WriteHeard(ByteWriter output, BusReport report)
    {
        long answers = report.CountOf(BusCount.HeartbeatsAnswered);
        long echoes = report.CountOf(BusCount.Echoes);
        long strangers = report.CountOf(BusCount.Strangers);
        long other = report.CountOf(BusCount.FramesReceived) - answers - echoes - strangers;
        MetricText.Begin(output, Frames, MetricText.Counter, "Frames that made sense.");
        WriteHeard(output, "heartbeat_answer", answers);
        WriteHeard(output, "echo", echoes);
        WriteHeard(output, "stranger", strangers);
        WriteHeard(output, "other", other < 0 ? 0 : other);
    }

    private static void WriteHeard(ByteWriter output, string type, long count)
    {
        MetricText.Name(output, Frames);
        MetricText.Label(output, true, "type", type);
        MetricText.EndLabels(output, count, 0);
    }

    private static void WriteBad(ByteWriter output, BusReport report)
    {
        const string Name = "bus_frames_bad_total";
        MetricText.Begin(output, Name, MetricText.Counter, "Frames refused.");
        for (BusCount count = BusCount.Runts; count <= BusCount.SpoiltMarkers; count++)
        {
            MetricText.Name(output, Name);
            MetricText.Label(output, true, "reason", BusWords.Of(count));
            MetricText.EndLabels(output, report.CountOf(count), 0);
        }
    }

    // Two parts for each histogram.
    private static void WriteTiming(ByteWriter output, int part, Timings timings)
    {
        TimingKind kind = part < 2 ? TimingKind.HeartbeatJitter : TimingKind.CommandToWire;
        Histogram histogram = timings.Of(kind);
        string name = kind == TimingKind.HeartbeatJitter
            ? "heartbeat_jitter_seconds"
            : "command_to_wire_seconds";
        if (part % 2 == 0)
        {
            MetricText.Begin(output, name, MetricText.HistogramType,
                kind == TimingKind.HeartbeatJitter
                    ? "How late heartbeats leave."
                    : "From a command to its frame.");
            WriteBuckets(output, name, histogram, 0, HalfOfBounds);
            return;
        }
        WriteBuckets(output, name, histogram, HalfOfBounds, Histogram.BoundCount);
        MetricText.Name(output, name);
        output.Ascii("_bucket{le=\"+Inf\"} ");
        MetricText.End(output, histogram.Count, 0);
        MetricText.Name(output, name);
        output.Ascii("_sum ");
        MetricText.End(output, histogram.SumMs, MillisecondDecimals);
        MetricText.Name(output, name);
        output.Ascii("_count ");
        MetricText.End(output, histogram.Count, 0);
    }

    // A bucket of Prometheus counts everything up to its bound.
    private static void WriteBuckets(
        ByteWriter output, string name, Histogram histogram, int from, int until)
    {
        long count = 0;
        for (int step = 0; step < until; step++)
        {
            count += histogram.CountOf(step);
            if (step >= from)
            {
                MetricText.Name(output, name);
                output.Ascii("_bucket{le=\"");
                output.Decimal(Histogram.BoundMs(step), MillisecondDecimals);
                output.Ascii("\"} ");
                MetricText.End(output, count, 0);
            }
        }
    }

    // One metric after the other, each with all connectors, as the format wants it.
    private static void WriteCharger(ByteWriter output, int place, MetricsSource source)
    {
        if (source.ConnectorCount > 0)
        {
            int index = place % source.ConnectorCount;
            ChargerMetrics.Write(output, place / source.ConnectorCount, index == 0,
                source.Status.Connector(index));
        }
    }
}
