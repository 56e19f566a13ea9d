using TwcBridge.Diagnostics;

namespace TwcBridge.Control;

/// <summary>What Prometheus reads, in its text format 0.0.4 and in base units. In parts, each of
/// which fits a response.</summary>
public static class MetricsWriter
{
    public const int PartCount = 4;

    private const string Prefix = "twcbridge_";
    private const int HalfOfBounds = Histogram.BoundCount / 2;
    private const int MillisecondDecimals = 3;

    /// <summary>Two parts for each histogram.</summary>
    /// <returns>True for the last.</returns>
    public static bool WritePart(ByteWriter output, int part, Timings timings)
    {
        TimingKind kind = part < PartCount / 2
            ? TimingKind.HeartbeatJitter
            : TimingKind.CommandToWire;
        Histogram histogram = timings.Of(kind);
        if (part % 2 == 0)
        {
            WriteName(output, "# TYPE ", kind, " histogram\n");
            WriteBuckets(output, kind, histogram, 0, HalfOfBounds);
            return false;
        }
        WriteBuckets(output, kind, histogram, HalfOfBounds, Histogram.BoundCount);
        WriteName(output, "", kind, "_bucket{le=\"+Inf\"} ");
        EndLine(output, histogram.Count, 0);
        WriteName(output, "", kind, "_sum ");
        EndLine(output, histogram.SumMs, MillisecondDecimals);
        WriteName(output, "", kind, "_count ");
        EndLine(output, histogram.Count, 0);
        return part == PartCount - 1;
    }

    // A bucket of Prometheus counts everything up to its bound.
    private static void WriteBuckets(
        ByteWriter output, TimingKind kind, Histogram histogram, int from, int until)
    {
        long count = 0;
        for (int step = 0; step < until; step++)
        {
            count += histogram.CountOf(step);
            if (step >= from)
            {
                WriteName(output, "", kind, "_bucket{le=\"");
                output.Decimal(Histogram.BoundMs(step), MillisecondDecimals);
                output.Ascii("\"} ");
                EndLine(output, count, 0);
            }
        }
    }

    private static void WriteName(ByteWriter output, string before, TimingKind kind, string after)
    {
        output.Ascii(before);
        output.Ascii(Prefix);
        output.Ascii(TimingWriter.NameOf(kind));
        output.Ascii("_seconds");
        output.Ascii(after);
    }

    private static void EndLine(ByteWriter output, long value, int decimals)
    {
        output.Decimal(value, decimals);
        output.Byte('\n');
    }
}
