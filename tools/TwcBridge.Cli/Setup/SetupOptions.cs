using TwcBridge.Cli.Asking;
using TwcBridge.Cli.Output;

namespace TwcBridge.Cli.Setup;

/// <summary>What setup was told on the command line.</summary>
internal sealed record SetupOptions
{
    public required IPrompter Prompter { get; init; }

    public required StepView View { get; init; }

    /// <summary>Null: not told; so with the others.</summary>
    public required string? Port { get; init; }

    public required string? BoardId { get; init; }

    public required string? SettingsFile { get; init; }

    public required string? ClrVersion { get; init; }

    public required string? Host { get; init; }

    public required string? Password { get; init; }

    /// <summary>How long a box may take until it answers in the network.</summary>
    public required int WaitSeconds { get; init; }
}
