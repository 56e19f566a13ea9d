using TwcBridge.Charging;

namespace TwcBridge.Control;

/// <summary>
/// Answers for people: what was refused, what is allowed and what stays in force, in one or two
/// plain sentences. Each call replaces the last <see cref="Sentence"/>.
/// </summary>
public sealed class Wording
{
    /// <summary>Room for the longest answer; a test holds it to that.</summary>
    public const int MaxBytes = 256;

    private const string TtlRange = ", allowed is 1 to 86400 s, or 0 for until replaced";
    private const string MinutesRange = ", allowed is 1 to 1440";
    private const string PriorityRange = ", allowed is 0 to 9";

    /// <summary>UTF-8, as far as the field of the command is.</summary>
    public readonly ByteWriter Sentence = new ByteWriter(MaxBytes);

    /// <summary>Puts the fate of a command into words. Of a command that was not even read,
    /// <paramref name="result"/> tells only range and claim, as <see cref="InForce"/> fills it.
    /// </summary>
    public void Compose(ParsedCommand asked, CommandResult result)
    {
        Sentence.Clear();
        if (asked.Status != ParseStatus.Ok)
        {
            Sentence.Ascii("Refused: ");
            Misread(asked);
            MisreadRange(asked, result);
            StaysInForce(asked, result);
        }
        else if (result.Ok)
        {
            Done(asked.Command, result);
        }
        else
        {
            Sentence.Ascii("Refused: ");
            Judged(asked.Command, result);
            StaysInForce(asked, result);
        }
    }

    private void Done(Command command, CommandResult result)
    {
        Sentence.Ascii(ResultWords.Done(command));
        if (ResultWords.IsAboutAmps(command.Kind))
        {
            if (result.Code == CommandCode.Clamped)
            {
                Amps(command.Centiamps);
                Sentence.Ascii(" is above the ceiling. ");
            }
            Amps(result.AppliedCentiamps);
            Sentence.Ascii(" is in force.");
        }
        Sentence.Ascii(ResultWords.Of(result.Effect));
    }

    private void Judged(Command command, CommandResult result)
    {
        switch (result.Code)
        {
            case CommandCode.OutOfRange:
                Amps(command.Centiamps);
                Sentence.Ascii(" is out of range");
                AmpsRange(result);
                break;
            case CommandCode.UnknownCharger:
                Sentence.Ascii("no connector ");
                Sentence.Hex(command.PeripheralId, FourHexDigits.Length);
                Sentence.Ascii(" has been seen");
                break;
            case CommandCode.BadTtl:
                bool isBoost = command.Kind == CommandKind.SetBoost;
                Sentence.Ascii(isBoost ? "minutes" : "the ttl");
                Sentence.Ascii(" is out of range");
                Sentence.Ascii(isBoost ? MinutesRange : TtlRange);
                break;
            case CommandCode.NoRival:
                Sentence.Ascii("no other controller is there");
                break;
            default:
                Sentence.Ascii("commands come faster than they are taken, try again");
                break;
        }
    }

    private void Misread(ParsedCommand asked)
    {
        switch (asked.Status)
        {
            case ParseStatus.NotJson:
                Sentence.Ascii("not JSON, ");
                Sentence.Ascii(Words(asked.JsonError));
                Sentence.Ascii(" at byte ");
                Sentence.Number(asked.ErrorPosition);
                break;
            case ParseStatus.TooPrecise:
                Subject(asked);
                Sentence.Ascii(" must be whole");
                break;
            case ParseStatus.UnknownWord:
                Subject(asked);
                Sentence.Ascii(asked.Command.Kind == CommandKind.SetMode
                    ? " must be auto, manual or off"
                    : " must be restart, rediscover, identify or takeover");
                break;
            case ParseStatus.TooLong:
                Excess(asked, " is longer than ", CommandParser.MaxLength, " bytes");
                break;
            case ParseStatus.IdTooLong:
                Excess(asked, " is longer than ", ParsedCommand.MaxIdLength, " bytes");
                break;
            default:
                Subject(asked);
                Sentence.Ascii(Words(asked.Status));
                break;
        }
    }

    private void Subject(ParsedCommand asked)
    {
        if (asked.FieldLength != 0)
        {
            Sentence.Bytes(asked.Field, 0, asked.FieldLength);
        }
        else
        {
            Sentence.Ascii(asked.Status < ParseStatus.Empty ? "the command" : "the text");
        }
    }

    private void Excess(ParsedCommand asked, string words, int limit, string unit)
    {
        Subject(asked);
        Sentence.Ascii(words);
        Sentence.Number(limit);
        Sentence.Ascii(unit);
    }

    private void MisreadRange(ParsedCommand asked, CommandResult result)
    {
        bool amount = asked.Status is ParseStatus.NotANumber or ParseStatus.Negative
            or ParseStatus.TooLarge or ParseStatus.TooPrecise;
        if (!amount)
        {
            return;
        }
        if (asked.FieldIs(Surface.TtlKey))
        {
            Sentence.Ascii(TtlRange);
        }
        else if (asked.FieldIs(Surface.MinutesKey))
        {
            Sentence.Ascii(MinutesRange);
        }
        else if (asked.Command.Kind == CommandKind.SetPriority)
        {
            Sentence.Ascii(PriorityRange);
        }
        else
        {
            AmpsRange(result);
        }
    }

    private void AmpsRange(CommandResult result)
    {
        if (result.MaxCentiamps <= 0)
        {
            return;
        }
        Sentence.Ascii(", allowed is 0");
        if (result.MinCentiamps > 0)
        {
            Sentence.Ascii(" or ");
            Sentence.Amps(result.MinCentiamps);
        }
        Sentence.Ascii(" to ");
        Amps(result.MaxCentiamps);
    }

    private void StaysInForce(ParsedCommand asked, CommandResult result)
    {
        Sentence.Ascii(". ");
        int centiamps = InForce.Of(asked, result);
        bool known = centiamps != ConnectorStatus.Unknown;
        if (known && ResultWords.IsAboutAmps(asked.Command.Kind))
        {
            Amps(centiamps);
            Sentence.Ascii(" stays in force.");
        }
        else
        {
            Sentence.Ascii("Nothing has changed.");
        }
    }

    private void Amps(int centiamps)
    {
        Sentence.Amps(centiamps);
        Sentence.Ascii(" A");
    }

    private static string Words(ParseStatus status)
    {
        return status switch
        {
            ParseStatus.Retained => " was retained, publish it without the retain flag",
            ParseStatus.UnknownTopic => " is unknown, no command has this topic",
            ParseStatus.Empty => " is empty",
            ParseStatus.NotAnObject => " must be a JSON object",
            ParseStatus.NotANumber => " must be a number",
            ParseStatus.NotASwitch => " must be true or false",
            ParseStatus.NotText => " must be text",
            ParseStatus.TrailingText => " goes on behind the value",
            ParseStatus.Negative => " must not be negative",
            ParseStatus.TooLarge => " is too large",
            ParseStatus.UnknownKey => " is not a key of this command",
            ParseStatus.DuplicateKey => " is given twice",
            _ => " is missing",
        };
    }

    private static string Words(JsonError error)
    {
        return error switch
        {
            JsonError.UnexpectedEnd or JsonError.Empty => "unexpected end",
            JsonError.BadLiteral => "unknown word",
            JsonError.BadNumber => "bad number",
            JsonError.BadEscape => "bad escape",
            JsonError.BadSurrogate => "half a surrogate pair",
            JsonError.ControlCharacter => "control character",
            JsonError.BadUtf8 => "no UTF-8",
            JsonError.TooDeep => "nested too deep",
            _ => "unexpected byte",
        };
    }
}
