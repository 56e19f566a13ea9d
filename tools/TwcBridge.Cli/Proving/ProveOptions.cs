namespace TwcBridge.Cli.Proving;

/// <summary>What is to be proved, and for how long.</summary>
internal sealed record ProveOptions
{
    public required long Seed { get; init; }

    /// <summary>In every world; 0 leaves it to the seed.</summary>
    public required int Connectors { get; init; }

    /// <summary>Simulated, in all worlds together.</summary>
    public required double Years { get; init; }

    /// <summary>Not pace and liveness.</summary>
    public bool SafetyOnly { get; init; }

    /// <summary>Of real time, or infinity.</summary>
    public required double Minutes { get; init; }
}
