namespace TwcBridge.Simulator;

/// <summary>
/// Every fault that comes by chance. All are off at first; assign another value to <see
/// cref="SimulatedSite.Faults"/> at any time, for example to see what recovers when faults stop.
/// </summary>
public sealed record FaultOptions
{
    public static readonly FaultOptions None = new();

    /// <summary>
    /// Single random bytes, whether the line is idle or not. What they hit is damaged.
    /// </summary>
    public double NoiseBytesPerHour { get; init; }

    /// <summary>One bit of a byte is wrong for all listeners.</summary>
    public double FlippedBitsPerMillionBytes { get; init; }

    /// <summary>Nobody hears the byte; the time it takes passes.</summary>
    public double LostBytesPerMillionBytes { get; init; }

    /// <summary>Everybody hears the byte twice.</summary>
    public double DuplicatedBytesPerMillionBytes { get; init; }

    /// <summary>Over all connectors: one of them loses its supply and boots.</summary>
    public double ConnectorResetsPerDay { get; init; }

    /// <summary>Over all connectors: one of them is deaf or mute for a while.</summary>
    public double ConnectorSilencesPerDay { get; init; }

    /// <summary>The longest of those silences; each lasts between a second and this.</summary>
    public int LongestSilenceSeconds { get; init; } = 60;
}
