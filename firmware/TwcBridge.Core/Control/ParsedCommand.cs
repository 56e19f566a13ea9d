using TwcBridge.Charging;

namespace TwcBridge.Control;

/// <summary>
/// A command as it was read, or why it was not. Made once and used again for each text; whoever
/// waits for an answer keeps a copy.
/// </summary>
public sealed class ParsedCommand
{
    public const int MaxIdLength = 32;

    /// <summary>A longer key is cut: enough to recognise it.</summary>
    public const int MaxFieldLength = 32;

    /// <summary>Complete only when <see cref="Status"/> is Ok. Kind and PeripheralId are the
    /// address, and stand in any case.</summary>
    public readonly Command Command = new Command();

    /// <summary>UTF-8; the sender's word that goes back in the answer.</summary>
    public readonly byte[] Id = new byte[MaxIdLength];

    /// <summary>0 when the sender gave none.</summary>
    public int IdLength;

    /// <summary>UTF-8; the key that was refused.</summary>
    public readonly byte[] Field = new byte[MaxFieldLength];

    /// <summary>0 when it is the text as a whole that was refused.</summary>
    public int FieldLength;

    public CommandOrigin Origin;

    public ParseStatus Status;

    /// <summary>For <see cref="ParseStatus.NotJson"/>, with the byte where it shows.</summary>
    public JsonError JsonError;

    public int ErrorPosition;

    /// <summary>Forgets everything and takes the address: what is asked, of whom, by what way.
    /// </summary>
    public void Restart(CommandKind kind, int peripheralId, CommandOrigin origin)
    {
        Command.Ticket = 0;
        Command.Kind = kind;
        Command.PeripheralId = peripheralId;
        Command.Centiamps = 0;
        Command.TtlMs = Command.DefaultTtl;
        Command.Enabled = false;
        Command.Mode = SiteMode.Auto;
        Command.Priority = Command.UsualPriority;
        Command.ClampToCeiling = origin == CommandOrigin.Mqtt;
        Origin = origin;
        Status = ParseStatus.Ok;
        IdLength = 0;
        FieldLength = 0;
        JsonError = JsonError.None;
        ErrorPosition = 0;
    }

    /// <summary>Keeps the first cause: the later ones follow from it.</summary>
    public void Refuse(ParseStatus status)
    {
        if (Status == ParseStatus.Ok)
        {
            Status = status;
        }
    }

    /// <summary>Refuses for the sake of one key, a name of ours.</summary>
    public void Refuse(ParseStatus status, string field)
    {
        if (Status != ParseStatus.Ok)
        {
            return;
        }
        Status = status;
        FieldLength = field.Length;
        for (int i = 0; i < field.Length; i++)
        {
            Field[i] = (byte)field[i];
        }
    }

    /// <summary>True when this is the key that was refused.</summary>
    public bool FieldIs(string name)
    {
        return Ascii.Equal(Field, 0, FieldLength, name);
    }
}
