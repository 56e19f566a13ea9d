using System.Collections.Generic;
using System.IO;
using System.Text.Json;
using TwcBridge.Cli.Output;
using TwcBridge.Cli.Running;

namespace TwcBridge.Cli.Setup;

/// <summary>
/// How far a set-up has come, in a file that only this user can read: written after each step and
/// each answer, so that it may be interrupted anywhere, and deleted at the end, for there are
/// passwords in it.
/// </summary>
internal sealed class SetupState
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public string? Port { get; set; }

    public string? Board { get; set; }

    public string? Mac { get; set; }

    public string? Address { get; set; }

    /// <summary>What was asked, by the name of the setting or of the question.</summary>
    public Dictionary<string, string> Answers { get; init; } = [];

    /// <summary>Names of the steps that are behind us.</summary>
    public HashSet<string> Done { get; init; } = [];

    public static SetupState Load(string path)
    {
        if (!File.Exists(path))
        {
            return new SetupState();
        }
        try
        {
            return JsonSerializer.Deserialize<SetupState>(File.ReadAllText(path))
                ?? new SetupState();
        }
        catch (JsonException)
        {
            throw new RunException(ExitCode.BadInput,
                $"{path} cannot be read. twcbridge setup --again starts anew.");
        }
    }

    public void Save(string path)
    {
        DataFolder.WritePrivate(path, JsonSerializer.Serialize(this, Indented));
    }
}
