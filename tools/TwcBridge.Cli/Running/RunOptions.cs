using System.Net;
using TwcBridge.Cli.Simulation;
using TwcBridge.Config;
using TwcBridge.VirtualDevice.Hosting;

namespace TwcBridge.Cli.Running;

/// <summary>What to run, as asked for on the command line and checked.</summary>
internal sealed record RunOptions
{
    public required Settings Settings { get; init; }

    /// <summary>What they would be without the file.</summary>
    public required Settings Fresh { get; init; }

    /// <summary>Where changes are kept; null for nowhere.</summary>
    public required SettingsFile? File { get; init; }

    /// <summary>Of who has signed the broker's certificate, as the user calls it; null without.
    /// </summary>
    public required string? AuthorityFile { get; init; }

    /// <summary>What it holds (DER).</summary>
    public required byte[]? Authority { get; init; }

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
