using TwcBridge.Config;

namespace TwcBridge.Control;

/// <summary>
/// Reads settings from a JSON object, all or nothing. Keys that are missing keep their value, so
/// the same reader serves a file and a partial update. The first problem ends the reading and is
/// named together with its key.
/// </summary>
public sealed class SettingsReader
{
    private const int MaxKeyLength = 32;

    public SettingsProblem Problem;

    /// <summary>What the last document would make of the settings that were given; only to be used
    /// when there was no problem.</summary>
    public readonly Settings Draft = new Settings();

    /// <summary>The key that the problem is about, as it was written; empty without one.</summary>
    public string Key = "";

    private readonly JsonReader _json;
    private readonly bool[] _isSeen = new bool[SettingsTable.Count];
    private readonly byte[] _text = new byte[SettingsTable.MaxTextLength];
    private readonly byte[] _key = new byte[MaxKeyLength];

    /// <param name="json">Used during a call only; null for one of its own.</param>
    public SettingsReader(JsonReader json = null)
    {
        _json = json ?? new JsonReader();
    }

    /// <summary>Byte at which a document that is no JSON went wrong.</summary>
    public int Position => _json.Position;

    /// <param name="into">Changed only when there is no problem.</param>
    public SettingsProblem Read(byte[] source, int length, Settings into)
    {
        if (Check(source, length, into) == SettingsProblem.None)
        {
            into.CopyFrom(Draft);
        }
        return Problem;
    }

    /// <summary>Reads into <see cref="Draft"/> alone.</summary>
    public SettingsProblem Check(byte[] source, int length, Settings from)
    {
        Draft.CopyFrom(from);
        Key = "";
        for (int i = 0; i < _isSeen.Length; i++)
        {
            _isSeen[i] = false;
        }
        _json.Restart(source, 0, length);
        Problem = ReadObject();
        return Problem;
    }

    private SettingsProblem ReadObject()
    {
        if (_json.Next() != JsonToken.BeginObject)
        {
            return SettingsProblem.NotJson;
        }
        while (_json.Next() == JsonToken.Key)
        {
            SettingsProblem problem = ReadSetting();
            if (problem != SettingsProblem.None)
            {
                return problem;
            }
        }
        if (_json.Token != JsonToken.EndObject || _json.Next() != JsonToken.End)
        {
            return SettingsProblem.NotJson;
        }
        Key = "";
        if (!Draft.IsConsistent(out SettingKey blamed))
        {
            Key = SettingsTable.NameOf(blamed);
            return SettingsProblem.Inconsistent;
        }
        return SettingsProblem.None;
    }

    private SettingsProblem ReadSetting()
    {
        int keyLength = _json.CopyText(_key, MaxKeyLength);
        Key = Utf8.Text(_key, keyLength);
        for (int i = 0; i < SettingsTable.Count; i++)
        {
            if (!_json.KeyIs(SettingsTable.NameOf((SettingKey)i)))
            {
                continue;
            }
            if (_isSeen[i])
            {
                return SettingsProblem.DuplicateKey;
            }
            _isSeen[i] = true;
            return ReadValue((SettingKey)i);
        }
        return SettingsProblem.UnknownKey;
    }

    private SettingsProblem ReadValue(SettingKey key)
    {
        JsonToken token = _json.Next();
        if (token == JsonToken.Null)
        {
            return ReadNull(key);
        }
        switch (SettingsTable.KindOf(key))
        {
            case SettingKind.Amps:
                return ReadNumber(key, Centiamps.Decimals);
            case SettingKind.Number:
                return ReadNumber(key, 0);
            case SettingKind.Flag:
                return _json.TryBool(out bool flag)
                    ? Take(key, flag ? 1 : 0)
                    : SettingsProblem.WrongType;
            case SettingKind.Choice:
                return token == JsonToken.Text ? ReadChoice(key) : SettingsProblem.WrongType;
            default:
                return token == JsonToken.Text ? ReadText(key) : SettingsProblem.WrongType;
        }
    }

    private SettingsProblem ReadNumber(SettingKey key, int decimals)
    {
        if (_json.Token != JsonToken.Number)
        {
            return SettingsProblem.WrongType;
        }
        return _json.TryNumber(decimals, out long value) && value >= 0 && value <= int.MaxValue
            ? Take(key, (int)value)
            : SettingsProblem.OutOfRange;
    }

    private SettingsProblem ReadChoice(SettingKey key)
    {
        string[] words = SettingsTable.WordsOf(key);
        int length = _json.CopyText(_text, _text.Length);
        for (int i = 0; i < words.Length; i++)
        {
            if (length == _json.TextLength && Utf8.Text(_text, length) == words[i])
            {
                return Take(key, i);
            }
        }
        return SettingsProblem.OutOfRange;
    }

    // A secret that is not set reads as null.
    private SettingsProblem ReadNull(SettingKey key)
    {
        if (SettingsTable.KindOf(key) == SettingKind.Secret)
        {
            return Draft.TrySet(key, "") ? SettingsProblem.None : SettingsProblem.OutOfRange;
        }
        return SettingsTable.MayBeAbsent(key)
            ? Take(key, SettingsTable.Absent)
            : SettingsProblem.WrongType;
    }

    private SettingsProblem ReadText(SettingKey key)
    {
        int length = _json.CopyText(_text, _text.Length);
        if (SettingsTable.KindOf(key) == SettingKind.Secret
            && Ascii.Equal(_text, 0, length, SettingsWriter.Hidden))
        {
            return SettingsProblem.None;    // As it was told: it stays what it is.
        }
        bool isTaken = length == _json.TextLength
            && Draft.TrySet(key, Utf8.Text(_text, length));
        return isTaken ? SettingsProblem.None : SettingsProblem.OutOfRange;
    }

    private SettingsProblem Take(SettingKey key, int value)
    {
        return Draft.TrySet(key, value) ? SettingsProblem.None : SettingsProblem.OutOfRange;
    }
}
