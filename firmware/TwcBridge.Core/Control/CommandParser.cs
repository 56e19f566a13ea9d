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

    private const int MsPerSecond = 1000;

    private const int SeenAmps = 1;
    private const int SeenTtl = 2;
    private const int SeenEnabled = 4;
    private const int SeenId = 8;

    private readonly JsonReader _json = new JsonReader();
    private int _seen;

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
        bool empty = _json.Error == JsonError.Empty;
        if (into.Command.Kind == CommandKind.ReleaseAmps)
        {
            into.Refuse(empty ? ParseStatus.Ok : ParseStatus.TrailingText);
        }
        else if (empty)
        {
            into.Refuse(ParseStatus.Empty);
        }
        else if (first == JsonToken.BeginObject)
        {
            ReadObject(into);
        }
        else if (into.Origin == CommandOrigin.Http)
        {
            into.Refuse(ParseStatus.NotAnObject);
        }
        else if (into.Command.Kind == CommandKind.SetAmps)
        {
            ReadBareAmps(into);
        }
        else
        {
            ReadBareSwitch(source, offset, length, into);
        }
        return into.Status;
    }

    private void ReadBareAmps(ParsedCommand into)
    {
        ReadAmps(into);
        if (_json.Next() != JsonToken.End)
        {
            into.Refuse(ParseStatus.TrailingText);
        }
    }

    private static void ReadBareSwitch(byte[] source, int offset, int length, ParsedCommand into)
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
        if (IsAny(source, offset, length, Surface.OnWords))
        {
            into.Command.Enabled = true;
        }
        else if (!IsAny(source, offset, length, Surface.OffWords))
        {
            into.Refuse(ParseStatus.NotASwitch);
        }
    }

    private static bool IsAny(byte[] source, int offset, int length, string[] words)
    {
        foreach (string word in words)
        {
            if (Ascii.Equal(source, offset, length, word))
            {
                return true;
            }
        }
        return false;
    }

    private void ReadObject(ParsedCommand into)
    {
        _seen = 0;
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
            RequireKey(into);
            return;
        }
        into.JsonError = _json.Error;
        into.ErrorPosition = _json.Position;
        bool trailing = _json.Error == JsonError.TrailingText;
        into.Refuse(trailing ? ParseStatus.TrailingText : ParseStatus.NotJson);
    }

    private void RequireKey(ParsedCommand into)
    {
        bool amps = into.Command.Kind == CommandKind.SetAmps;
        if ((_seen & (amps ? SeenAmps : SeenEnabled)) == 0)
        {
            into.Refuse(ParseStatus.MissingKey, amps ? Surface.AmpsKey : Surface.EnabledKey);
        }
    }

    private void ReadMember(ParsedCommand into)
    {
        if (into.Status == ParseStatus.Ok)
        {
            into.FieldLength = _json.CopyText(into.Field, ParsedCommand.MaxFieldLength);
        }
        int key = KnownKey(into.Command.Kind);
        if (key == 0)
        {
            into.Refuse(ParseStatus.UnknownKey);
        }
        else if ((_seen & key) != 0)
        {
            into.Refuse(ParseStatus.DuplicateKey);
        }
        else if (_json.Next() != JsonToken.Error)
        {
            _seen |= key;
            ReadValue(key, into);
        }
        _json.SkipValue();
    }

    private int KnownKey(CommandKind kind)
    {
        bool amps = kind == CommandKind.SetAmps;
        return _json.KeyIs(Surface.IdKey) ? SeenId
            : amps && _json.KeyIs(Surface.AmpsKey) ? SeenAmps
            : amps && _json.KeyIs(Surface.TtlKey) ? SeenTtl
            : !amps && _json.KeyIs(Surface.EnabledKey) ? SeenEnabled
            : 0;
    }

    private void ReadValue(int key, ParsedCommand into)
    {
        switch (key)
        {
            case SeenAmps:
                ReadAmps(into);
                break;
            case SeenTtl:
                ReadTtl(into);
                break;
            case SeenEnabled:
                into.Refuse(_json.TryBool(out bool on) ? ParseStatus.Ok : ParseStatus.NotASwitch);
                into.Command.Enabled = on;
                break;
            default:
                ReadId(into);
                break;
        }
    }

    private void ReadAmps(ParsedCommand into)
    {
        into.Refuse(ReadNumber(Centiamps.Decimals, Centiamps.Max, out long centiamps));
        into.Command.Centiamps = (int)centiamps;
    }

    private void ReadTtl(ParsedCommand into)
    {
        into.Refuse(ReadNumber(0, MaxTtlSeconds, out long seconds));
        into.Command.TtlMs = (int)seconds * MsPerSecond;
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
    private ParseStatus ReadNumber(int decimals, int max, out long value)
    {
        NumberStatus status = _json.Number(decimals, out value);
        ParseStatus verdict = status switch
        {
            NumberStatus.NotANumber => ParseStatus.NotANumber,
            NumberStatus.TooPrecise when decimals == 0 => ParseStatus.TooPrecise,
            NumberStatus.TooLarge => ParseStatus.TooLarge,
            _ => value < 0 ? ParseStatus.Negative
                : value > max ? ParseStatus.TooLarge
                : ParseStatus.Ok,
        };
        value = verdict == ParseStatus.Ok ? value : 0;
        return verdict;
    }
}
