namespace TwcBridge.Simulator;

/// <summary>Another controller on the line.</summary>
public sealed record RivalOptions
{
    public string Name { get; init; } = "rival";

    public int Id { get; init; } = 0x035D;

    public int Sign { get; init; } = 0x5F;

    public long StartAtUs { get; init; }

    public long StopAtUs { get; init; } = Micros.Never;

    /// <summary>Given to every connector that asks; otherwise it leaves limits alone.</summary>
    public int LimitCentiamps { get; init; } = 600;

    /// <summary>Between two heartbeats to the same connector.</summary>
    public int HeartbeatIntervalMs { get; init; } = 1300;
}
