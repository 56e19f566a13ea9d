using System.Net;
using TwcBridge.Cli.Simulation;
using TwcBridge.Config;

namespace TwcBridge.Cli.Running;

/// <summary>What to run, as asked for on the command line and checked.</summary>
internal sealed record RunOptions
{
    public required Settings Settings { get; init; }

    /// <summary>Null: the simulator below.</summary>
    public required string? SerialDevice { get; init; }

    public required SimulateOptions Simulation { get; init; }

    /// <summary>Null: no page and no HTTP.</summary>
    public required IPEndPoint? Http { get; init; }

    /// <summary>The password is by chance: nobody can know it unless it is shown.</summary>
    public required bool IsPasswordMadeUp { get; init; }

    /// <summary>Null: no capture.</summary>
    public required string? RecordFile { get; init; }

    /// <summary>Null: until it is told to stop.</summary>
    public required int? Seconds { get; init; }
}
