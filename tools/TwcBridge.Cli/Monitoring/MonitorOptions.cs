using TwcBridge.Cli.Output;

namespace TwcBridge.Cli.Monitoring;

/// <summary>What to watch and how to show it, as asked for on the command line and checked.
/// </summary>
internal sealed record MonitorOptions
{
    public required TrafficFilter Filter { get; init; }

    /// <summary>Null: no capture. All of the traffic goes into it, whatever the filter shows.
    /// </summary>
    public required string? RecordFile { get; init; }

    /// <summary>Null: until it is told to stop, or the capture is over.</summary>
    public required int? Seconds { get; init; }

    public required bool IsJson { get; init; }

    /// <summary>Statistics and diagnosis only.</summary>
    public required bool IsQuiet { get; init; }

    public required bool ShowsHex { get; init; }

    public required ColorChoice Color { get; init; }
}
