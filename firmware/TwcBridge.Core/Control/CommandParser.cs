using TwcBridge.Charging;

namespace TwcBridge.Control;

/// <summary>
/// Text of MQTT or HTTP to a command. Judges the syntax only: whether an amount may be had is the
/// bus side's business.
/// </summary>
public sealed class CommandParser
{
    public const int MaxLength = 256;
    public const int MaxTtlSeconds = 86400;
    public const int MaxMinutes = 1440;

    internal const int MsPerSecond = 1000;
    private const int MsPerMinute = 60_000;

    private readonly JsonReader _json;
    private CommandKind _kind;  // As it was addressed: an order becomes another as it is read.
    private int _seen;

    /// <param name="json">Used during a call only; null for one of its own.</param>
    public CommandParser(JsonReader json = null)
    {
        _json = json ?? new JsonReader();
    }

    /// <summary>
    /// Reads the text into <paramref name="into"/>, which the caller has restarted with the
    /// address. A refused object is read on for its correlation id, so that the refusal finds its
    /// asker.
    /// </summary>
    public ParseStatus Parse(byte[] source, int offset, int length, ParsedCommand into)
    {
        if (length > MaxLength)
        {
            into.Refuse(ParseStatus.TooLong);
            return into.Status;
        }
        _json.Restart(source, offset, length);
        JsonToken first = _json.Next();
        if (_json.Error == JsonError.Empty)
        {
            into.Refuse(IsComplete(into) ? ParseStatus.Ok : ParseStatus.Empty);
        }
        else if (into.Command.Kind is CommandKind.ReleaseAmps or CommandKind.EndBoost)
        {
            into.Refuse(ParseStatus.TrailingText);
        }
        else if (first == JsonToken.BeginObject)
        {
            ReadObject(into);
        }
        else if (into.Origin == CommandOrigin.Http)
        {
            into.Refuse(ParseStatus.NotAnObject);
        }
        else
        {
            ReadBare(source, offset, length, into);
        }
        return into.Status;
    }

    /// <summary>Where the address says all, there need be no text.</summary>
    private static bool IsComplete(ParsedCommand asked)
    {
        return CommandKeys.RequiredBy(asked.Command.Kind) == 0;
    }

    private void ReadBare(byte[] source, int offset, int length, ParsedCommand into)
    {
        switch (into.Command.Kind)
        {
            case CommandKind.SetAmps:
                ReadBareNumber(CommandKeys.Amps, into);
                break;
            case CommandKind.SetPriority:
                ReadBareNumber(CommandKeys.Priority, into);
                break;
            case CommandKind.SetBoost:
                ReadBareNumber(CommandKeys.Amps, into);
                EndOrRequire(1 << CommandKeys.Amps, into);
                break;
            default:
                ReadBareWord(source, offset, length, into);
                break;
        }
    }

    private void ReadBareNumber(int key, ParsedCommand into)
    {
        ReadValue(key, into);
        if (_json.Next() != JsonToken.End)
        {
            into.Refuse(ParseStatus.TrailingText);
        }
    }

    private static void ReadBareWord(byte[] source, int offset, int length, ParsedCommand into)
    {
        while (length > 0 && Ascii.IsSpace(source[offset]))
        {
            offset++;
            length--;
        }
        while (length > 0 && Ascii.IsSpace(source[offset + length - 1]))
        {
            length--;
        }
        string[] words = CommandWords.Of(into.Command.Kind);
        CommandWords.Take(CommandWords.Find(words, source, offset, length), into);
    }

    private void ReadObject(ParsedCommand into)
    {
        _seen = 0;
        _kind = into.Command.Kind;
        while (_json.Next() == JsonToken.Key)
        {
            ReadMember(into);
        }
        bool whole = _json.Token == JsonToken.EndObject && _json.Next() == JsonToken.End;
        if (into.Status != ParseStatus.Ok)
        {
            return;
        }
        into.FieldLength = 0;
        if (whole)
        {
            EndOrRequire(_seen, into);
            return;
        }
        into.JsonError = _json.Error;
        into.ErrorPosition = _json.Position;
        bool trailing = _json.Error == JsonError.TrailingText;
        into.Refuse(trailing ? ParseStatus.TrailingText : ParseStatus.NotJson);
    }

    /// <summary>Names the first key that is missing. A boost of 0 is the end of one.</summary>
    private static void EndOrRequire(int seen, ParsedCommand into)
    {
        Command command = into.Command;
        if (command.Kind == CommandKind.SetBoost && (seen & 1 << CommandKeys.Amps) != 0
            && command.Centiamps == 0 && into.Status == ParseStatus.Ok)
        {
            command.Kind = CommandKind.EndBoost;
        }
        int missing = CommandKeys.RequiredBy(command.Kind) & ~seen;
        for (int key = 0; missing != 0; key++)
        {
            if ((missing & 1 << key) != 0)
            {
                into.Refuse(ParseStatus.MissingKey, CommandKeys.NameOf(key));
                return;
            }
        }
    }

    private void ReadMember(ParsedCommand into)
    {
        if (into.Status == ParseStatus.Ok)
        {
            into.FieldLength = _json.CopyText(into.Field, ParsedCommand.MaxFieldLength);
        }
        int key = CommandKeys.Find(_kind, _json);
        if (key == CommandKeys.Unknown)
        {
            into.Refuse(ParseStatus.UnknownKey);
        }
        else if ((_seen & 1 << key) != 0)
        {
            into.Refuse(ParseStatus.DuplicateKey);
        }
        else if (_json.Next() != JsonToken.Error)
        {
            _seen |= 1 << key;
            ReadValue(key, into);
        }
        _json.SkipValue();
    }

    private void ReadValue(int key, ParsedCommand into)
    {
        Command command = into.Command;
        switch (key)
        {
            case CommandKeys.Amps:
                command.Centiamps = ReadNumber(Centiamps.Decimals, Centiamps.Max, into);
                break;
            case CommandKeys.Ttl:
                command.TtlMs = ReadNumber(0, MaxTtlSeconds, into) * MsPerSecond;
                break;
            case CommandKeys.Minutes:
                command.TtlMs = ReadNumber(0, MaxMinutes, into) * MsPerMinute;
                break;
            case CommandKeys.Priority:
                command.Priority = ReadNumber(0, Command.MostPriority, into);
                break;
            case CommandKeys.Enabled:
                into.Refuse(_json.TryBool(out bool on) ? ParseStatus.Ok : ParseStatus.NotASwitch);
                command.Enabled = on;
                break;
            case CommandKeys.Id:
                ReadId(into);
                break;
            default:
                CommandWords.Take(
                    CommandWords.Find(CommandWords.Of(command.Kind), _json), into);
                break;
        }
    }

    private void ReadId(ParsedCommand into)
    {
        if (_json.Token != JsonToken.Text)
        {
            into.Refuse(ParseStatus.NotText);
        }
        else if (_json.TextLength > ParsedCommand.MaxIdLength)
        {
            into.Refuse(ParseStatus.IdTooLong);
        }
        else
        {
            into.IdLength = _json.CopyText(into.Id, ParsedCommand.MaxIdLength);
        }
    }

    // A number 0..max; the value is 0 when it is refused. Programs divide watts by volts and send
    // what comes out: an amount is cut to whole centiamps, which is never more. What is counted in
    // whole units must be whole.
    private int ReadNumber(int decimals, int max, ParsedCommand into)
    {
        NumberStatus status = _json.Number(decimals, out long value);
        ParseStatus verdict = status switch
        {
            NumberStatus.NotANumber => ParseStatus.NotANumber,
            NumberStatus.TooPrecise when decimals == 0 => ParseStatus.TooPrecise,
            NumberStatus.TooLarge => ParseStatus.TooLarge,
            _ => value < 0 ? ParseStatus.Negative
                : value > max ? ParseStatus.TooLarge
                : ParseStatus.Ok,
        };
        into.Refuse(verdict);
        return verdict == ParseStatus.Ok ? (int)value : 0;
    }
}
