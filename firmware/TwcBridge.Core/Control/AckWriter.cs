using TwcBridge.Charging;

namespace TwcBridge.Control;

/// <summary>The answer to a command: an acknowledgement, or the body of an HTTP error.</summary>
public sealed class AckWriter
{
    /// <summary>Capacity that holds any acknowledgement and any error body.</summary>
    public const int MaxBytes = 768;

    private readonly Wording _wording = new Wording();

    /// <summary>
    /// Writes {cmd, charger, id, ok, code, message, applied_a}. Of a command that was not even
    /// read, <paramref name="result"/> tells only range and claim, as <see cref="InForce"/> fills
    /// it.
    /// </summary>
    public void Write(JsonWriter json, ParsedCommand asked, CommandResult result)
    {
        json.BeginObject();
        WriteAddress(json, asked);
        json.Key("ok").Bool(asked.Status == ParseStatus.Ok && result.Ok);
        WriteCode(json, asked, result);
        int centiamps = InForce.Of(asked, result);
        json.Key("applied_a").AmpsOrNull(centiamps, ConnectorStatus.Unknown);
        json.EndObject();
    }

    /// <summary>Writes {code, message, field} of a command that was refused.</summary>
    public void WriteError(JsonWriter json, ParsedCommand asked, CommandResult result)
    {
        json.BeginObject();
        WriteCode(json, asked, result);
        json.Key("field");
        if (asked.Status == ParseStatus.Ok)
        {
            json.Text(FieldOf(asked.Command.Kind, result.Code));
        }
        else
        {
            json.TextOrNull(asked.Field, asked.FieldLength);
        }
        json.EndObject();
    }

    /// <summary>The same body for what is no command: code and message are ASCII, and field may be
    /// null.</summary>
    public static void WriteError(JsonWriter json, string code, string message, string field)
    {
        json.BeginObject();
        json.Key("code").Text(code);
        json.Key("message").Text(message);
        json.Key("field").Text(field);
        json.EndObject();
    }

    private void WriteCode(JsonWriter json, ParsedCommand asked, CommandResult result)
    {
        _wording.Compose(asked, result);
        json.Key("code").Text(AnswerCode.Of(asked, result));
        json.Key("message").Text(_wording.Sentence.Buffer, 0, _wording.Sentence.Length);
    }

    private static void WriteAddress(JsonWriter json, ParsedCommand asked)
    {
        Command command = asked.Command;
        bool known = asked.Status != ParseStatus.UnknownTopic;
        json.Key("cmd").Text(known ? Surface.CommandName(command.Kind) : null);
        json.Key("charger").IdOrNull(command.PeripheralId);
        json.Key("id").TextOrNull(asked.Id, asked.IdLength);
    }

    private static string FieldOf(CommandKind kind, CommandCode code)
    {
        return code switch
        {
            CommandCode.OutOfRange => Surface.AmpsKey,
            CommandCode.BadTtl when kind == CommandKind.SetBoost => Surface.MinutesKey,
            CommandCode.BadTtl => Surface.TtlKey,
            CommandCode.UnknownCharger => "charger",
            _ => null,
        };
    }
}
