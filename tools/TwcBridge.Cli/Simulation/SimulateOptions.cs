namespace TwcBridge.Cli.Simulation;

/// <summary>What to simulate, as asked for on the command line and checked.</summary>
internal sealed record SimulateOptions
{
    public const int MostConnectors = 8;

    public required int ConnectorCount { get; init; }

    /// <summary>1 or 2.</summary>
    public required int Protocol { get; init; }

    /// <summary>One name for each connector in turn; the rest stay empty.</summary>
    public required string[] CarKinds { get; init; }

    public required long Seed { get; init; }

    public required FaultChoice Faults { get; init; }
}
