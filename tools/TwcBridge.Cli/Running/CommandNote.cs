using System.Text;
using TwcBridge.Charging;
using TwcBridge.Control;
using TwcBridge.Loops;

namespace TwcBridge.Cli.Running;

/// <summary>A copy of a command and of what became of it, and both in words.</summary>
internal sealed class CommandNote
{
    private readonly Command _command = new();
    private readonly CommandResult _result = new();

    public CommandNote(Command command, CommandResult result, long atMs)
    {
        _command.CopyFrom(command);
        _result.CopyFrom(result);
        AtMs = atMs;
    }

    public long AtMs { get; }

    /// <summary>Complete enough to give the same command again.</summary>
    /// <param name="defaultTtlMs">The lease of who names none.</param>
    public string Describe(int defaultTtlMs)
    {
        string where = _command.PeripheralId == Command.WholeSite
            ? "site"
            : StatusWords.Id(_command.PeripheralId);
        string by = _command.Ticket < NetworkLoop.FirstHttpTicket ? "MQTT" : "HTTP";
        return $"command {where} {What(defaultTtlMs)} by {by}: {Outcome()}";
    }

    private string What(int defaultTtlMs)
    {
        int ttlMs = _command.TtlMs == Command.DefaultTtl ? defaultTtlMs : _command.TtlMs;
        string lease = ttlMs == Command.NoExpiry
            ? "until replaced"
            : $"for {StatusWords.Seconds(ttlMs, "0")}";
        return _command.Kind switch
        {
            CommandKind.SetAmps => $"set_amps {StatusWords.Amps(_command.Centiamps)} {lease}",
            CommandKind.SetBoost => $"boost {StatusWords.Amps(_command.Centiamps)} {lease}",
            CommandKind.SetEnabled => _command.Enabled ? "enabled true" : "enabled false",
            CommandKind.SetMode => $"mode {CommandWords.Modes[(int)_command.Mode]}",
            CommandKind.SetPriority => $"priority {_command.Priority}",
            _ => Surface.CommandName(_command.Kind),
        };
    }

    // The words that whoever asked is answered with.
    private string Outcome()
    {
        ParsedCommand asked = new();
        asked.Command.CopyFrom(_command);
        Wording wording = new();
        wording.Compose(asked, _result);
        return Encoding.UTF8.GetString(
            wording.Sentence.Buffer, 0, wording.Sentence.Length);
    }
}
