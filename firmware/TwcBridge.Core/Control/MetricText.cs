namespace TwcBridge.Control;

/// <summary>The text format 0.0.4 of Prometheus, in base units.</summary>
internal static class MetricText
{
    public const string Counter = "counter";
    public const string Gauge = "gauge";
    public const string HistogramType = "histogram";

    private const string Prefix = "twcbridge_";

    /// <summary>What stands before the first sample of a metric.</summary>
    public static void Begin(ByteWriter output, string name, string type, string help)
    {
        output.Ascii("# HELP ");
        Name(output, name);
        output.Byte(' ');
        output.Ascii(help);
        output.Ascii("\n# TYPE ");
        Name(output, name);
        output.Byte(' ');
        output.Ascii(type);
        output.Byte('\n');
    }

    /// <summary>A metric of one sample without labels.</summary>
    public static void Single(
        ByteWriter output, string name, string type, string help, long value)
    {
        Begin(output, name, type, help);
        Name(output, name);
        output.Byte(' ');
        End(output, value, 0);
    }

    public static void Name(ByteWriter output, string name)
    {
        output.Ascii(Prefix);
        output.Ascii(name);
    }

    /// <summary>A label, the first or a further one. The value is a word of ours.</summary>
    public static void Label(ByteWriter output, bool isFirst, string label, string value)
    {
        output.Byte(isFirst ? '{' : ',');
        output.Ascii(label);
        output.Ascii("=\"");
        output.Ascii(value);
        output.Byte('"');
    }

    /// <summary>Behind the last label: a value of 10^-decimals units.</summary>
    public static void EndLabels(ByteWriter output, long value, int decimals)
    {
        output.Ascii("} ");
        End(output, value, decimals);
    }

    public static void End(ByteWriter output, long value, int decimals)
    {
        output.Decimal(value, decimals);
        output.Byte('\n');
    }
}
