namespace TwcBridge.Control;

/// <summary>
/// Reads one JSON document (RFC 8259) token by token out of a buffer that stays the caller's and
/// must not change meanwhile. Strict, never throws, never allocates. What a document says may be
/// believed only when <see cref="JsonToken.End"/> has come.
/// </summary>
public sealed class JsonReader
{
    public const int MaxDepth = 8;

    private enum Expected : byte
    {
        Value,
        FirstItem,
        FirstKey,
        Separator,
    }

    public JsonToken Token;
    public JsonError Error;

    private readonly JsonLexer _lexer = new JsonLexer();
    private readonly bool[] _isObject = new bool[MaxDepth];
    private int _depth;
    private Expected _expected;
    private bool _bool;

    /// <summary>Byte of the document, from 0, at which reading stands or was refused.</summary>
    public int Position => _lexer.Position;

    /// <summary>Bytes of the decoded key or text.</summary>
    public int TextLength => _lexer.TextLength;

    public void Restart(byte[] source, int offset, int length)
    {
        _lexer.Restart(source, offset, length);
        _depth = 0;
        _expected = Expected.Value;
        Token = JsonToken.None;
        Error = JsonError.None;
    }

    public JsonToken Next()
    {
        if (Error == JsonError.None)
        {
            int next = _lexer.Peek();
            Token = _expected switch
            {
                Expected.Value => ReadValue(next),
                Expected.FirstItem => next == ']' ? Close() : ReadValue(next),
                Expected.FirstKey => next == '}' ? Close() : ReadKey(next),
                _ => ReadSeparator(next),
            };
        }
        return Token;
    }

    /// <summary>Passes over the value of the key just read, or over the rest of the value just
    /// begun, whatever is nested in it.</summary>
    public void SkipValue()
    {
        if (Token == JsonToken.Key)
        {
            Next();
        }
        if (Token is JsonToken.BeginObject or JsonToken.BeginArray)
        {
            int outside = _depth - 1;
            while (Token != JsonToken.Error && _depth > outside)
            {
                Next();
            }
        }
    }

    /// <summary>True when the token is this key; <paramref name="name"/> is ASCII.</summary>
    public bool KeyIs(string name)
    {
        return Token == JsonToken.Key && _lexer.TextIs(name);
    }

    public bool TextIs(string word)
    {
        return Token == JsonToken.Text && _lexer.TextIs(word);
    }

    /// <summary>
    /// Decodes the key or text into the caller's buffer, from its start, and returns the bytes
    /// written: <see cref="TextLength"/>, or less when only so many whole characters fit.
    /// </summary>
    public int CopyText(byte[] target, int capacity)
    {
        return Token is JsonToken.Key or JsonToken.Text ? _lexer.CopyText(target, capacity) : 0;
    }

    /// <summary>The number in units of 10^-decimals: 16.5 with 2 decimals gives 1650.</summary>
    public NumberStatus Number(int decimals, out long scaled)
    {
        scaled = 0;
        return Token == JsonToken.Number
            ? _lexer.Number(decimals, out scaled)
            : NumberStatus.NotANumber;
    }

    /// <summary><see cref="Number"/> for callers that need no cause.</summary>
    public bool TryNumber(int decimals, out long scaled)
    {
        return Number(decimals, out scaled) == NumberStatus.Exact;
    }

    public bool TryBool(out bool value)
    {
        value = Token == JsonToken.Bool && _bool;
        return Token == JsonToken.Bool;
    }

    private JsonToken ReadValue(int next)
    {
        switch (next)
        {
            case '{':
            case '[':
                return Open(next == '{');
            case '"':
                return Complete(JsonToken.Text, _lexer.ReadText());
            case 't':
            case 'f':
                _bool = next == 't';
                return Complete(JsonToken.Bool, _lexer.ReadLiteral(_bool ? "true" : "false"));
            case 'n':
                return Complete(JsonToken.Null, _lexer.ReadLiteral("null"));
            case '-' or (>= '0' and <= '9'):
                return Complete(JsonToken.Number, _lexer.ReadNumber());
            default:
                bool empty = next == JsonLexer.NoByte && Token == JsonToken.None;
                return empty ? Refuse(JsonError.Empty) : Misplaced(next);
        }
    }

    private JsonToken ReadKey(int next)
    {
        if (next != '"')
        {
            return Misplaced(next);
        }
        JsonError error = _lexer.ReadText();
        if (error != JsonError.None)
        {
            return Refuse(error);
        }
        int colon = _lexer.Peek();
        if (colon != ':')
        {
            return Misplaced(colon);
        }
        _lexer.Step();
        _expected = Expected.Value;
        return JsonToken.Key;
    }

    private JsonToken ReadSeparator(int next)
    {
        if (_depth == 0)
        {
            return next == JsonLexer.NoByte ? JsonToken.End : Refuse(JsonError.TrailingText);
        }
        bool inObject = _isObject[_depth - 1];
        if (next == (inObject ? '}' : ']'))
        {
            return Close();
        }
        if (next != ',')
        {
            return Misplaced(next);
        }
        _lexer.Step();
        next = _lexer.Peek();
        return inObject ? ReadKey(next) : ReadValue(next);
    }

    private JsonToken Open(bool isObject)
    {
        if (_depth == MaxDepth)
        {
            return Refuse(JsonError.TooDeep);
        }
        _lexer.Step();
        _isObject[_depth++] = isObject;
        _expected = isObject ? Expected.FirstKey : Expected.FirstItem;
        return isObject ? JsonToken.BeginObject : JsonToken.BeginArray;
    }

    private JsonToken Close()
    {
        _lexer.Step();
        _depth--;
        JsonToken token = _isObject[_depth] ? JsonToken.EndObject : JsonToken.EndArray;
        return Complete(token, JsonError.None);
    }

    private JsonToken Complete(JsonToken token, JsonError error)
    {
        _expected = Expected.Separator;
        return error == JsonError.None ? token : Refuse(error);
    }

    private JsonToken Misplaced(int next)
    {
        bool ended = next == JsonLexer.NoByte;
        return Refuse(ended ? JsonError.UnexpectedEnd : JsonError.UnexpectedByte);
    }

    private JsonToken Refuse(JsonError error)
    {
        Error = error;
        return JsonToken.Error;
    }
}
