namespace TwcBridge.Control;

/// <summary>
/// Reads one JSON document (RFC 8259) token by token out of a buffer that stays the caller's and must
/// not change meanwhile. Strict, never throws, never allocates. What a document says may be believed
/// only when <see cref="JsonToken.End"/> has come.
/// </summary>
public sealed class JsonReader
{
    public const int MaxDepth = 8;

    private const int NoByte = -1;

    private enum Expected : byte
    {
        Value,
        FirstItem,
        FirstKey,
        Separator,
    }

    private readonly bool[] _isObject = new bool[MaxDepth];
    private byte[] _source;
    private int _offset;
    private int _index;
    private int _end;
    private int _depth;
    private Expected _expected;
    private int _tokenStart;
    private int _tokenEnd;
    private bool _bool;

    public JsonToken Token { get; private set; }

    public JsonError Error { get; private set; }

    /// <summary>Byte of the document, from 0, at which reading stands or was refused.</summary>
    public int Position => _index - _offset;

    /// <summary>Bytes of the decoded key or text.</summary>
    public int TextLength { get; private set; }

    public void Restart(byte[] source, int offset, int length)
    {
        _source = source;
        _offset = offset;
        _index = offset;
        _end = offset + length;
        _depth = 0;
        _expected = Expected.Value;
        Token = JsonToken.None;
        Error = JsonError.None;
        TextLength = 0;
    }

    public JsonToken Next()
    {
        if (Error == JsonError.None)
        {
            SkipSpace();
            Token = _expected switch
            {
                Expected.Value => ReadValue(),
                Expected.FirstItem => Peek() == ']' ? Close(JsonToken.EndArray) : ReadValue(),
                Expected.FirstKey => Peek() == '}' ? Close(JsonToken.EndObject) : ReadKey(),
                _ => ReadSeparator(),
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
        return Token == JsonToken.Key && JsonText.Equal(_source, _tokenStart, _tokenEnd, name);
    }

    /// <summary>True when the token is this text; <paramref name="text"/> is ASCII.</summary>
    public bool TextIs(string text)
    {
        return Token == JsonToken.Text && JsonText.Equal(_source, _tokenStart, _tokenEnd, text);
    }

    /// <summary>
    /// Decodes the key or text into the caller's buffer, from its start, and returns the bytes
    /// written: <see cref="TextLength"/>, or less when only so many whole characters fit.
    /// </summary>
    public int CopyText(byte[] target, int capacity)
    {
        return Token is JsonToken.Key or JsonToken.Text
            ? JsonText.Copy(_source, _tokenStart, _tokenEnd, target, capacity)
            : 0;
    }

    /// <summary>The number in units of 10^-decimals: 16.5 with 2 decimals gives 1650.</summary>
    public NumberStatus Number(int decimals, out long scaled)
    {
        scaled = 0;
        return Token == JsonToken.Number
            ? JsonNumber.Scale(_source, _tokenStart, _tokenEnd, decimals, out scaled)
            : NumberStatus.NotANumber;
    }

    /// <summary><see cref="Number"/> for callers that need no cause.</summary>
    public bool TryNumber(int decimals, out long scaled)
    {
        return Number(decimals, out scaled) == NumberStatus.Exact;
    }

    public bool TryBool(out bool value)
    {
        value = _bool;
        return Token == JsonToken.Bool;
    }

    private JsonToken ReadValue()
    {
        switch (Peek())
        {
            case '{': return Open(true);
            case '[': return Open(false);
            case '"': return ReadText() ? Complete(JsonToken.Text) : JsonToken.Error;
            case 't': _bool = true; return ReadLiteral("true", JsonToken.Bool);
            case 'f': _bool = false; return ReadLiteral("false", JsonToken.Bool);
            case 'n': return ReadLiteral("null", JsonToken.Null);
            case '-' or (>= '0' and <= '9'): return ReadNumber();
            case NoByte: return Refuse(Token == JsonToken.None ? JsonError.Empty : Misplaced());
            default: return Refuse(JsonError.UnexpectedByte);
        }
    }

    private JsonToken ReadKey()
    {
        if (Peek() != '"')
        {
            return Refuse(Misplaced());
        }
        if (!ReadText())
        {
            return JsonToken.Error;
        }
        SkipSpace();
        if (Peek() != ':')
        {
            return Refuse(Misplaced());
        }
        _index++;
        _expected = Expected.Value;
        return JsonToken.Key;
    }

    private JsonToken ReadSeparator()
    {
        if (_depth == 0)
        {
            return Peek() == NoByte ? JsonToken.End : Refuse(JsonError.TrailingText);
        }
        bool inObject = _isObject[_depth - 1];
        if (Peek() == (inObject ? '}' : ']'))
        {
            return Close(inObject ? JsonToken.EndObject : JsonToken.EndArray);
        }
        if (Peek() != ',')
        {
            return Refuse(Misplaced());
        }
        _index++;
        SkipSpace();
        return inObject ? ReadKey() : ReadValue();
    }

    private bool ReadText()
    {
        _index++;
        _tokenStart = _index;
        JsonError error = JsonText.Scan(_source, ref _index, _end, out int length);
        if (error != JsonError.None)
        {
            Refuse(error);
            return false;
        }
        TextLength = length;
        _tokenEnd = _index;
        _index++;
        return true;
    }

    private JsonToken ReadNumber()
    {
        int end = JsonNumber.EndOf(_source, _index, _end);
        if (end == JsonNumber.Refused || !Delimited(end))
        {
            return Refuse(JsonError.BadNumber);
        }
        _tokenStart = _index;
        _tokenEnd = end;
        _index = end;
        return Complete(JsonToken.Number);
    }

    private JsonToken ReadLiteral(string word, JsonToken token)
    {
        int end = _index + word.Length;
        if (!Ascii.StartsWith(_source, _index, _end - _index, word) || !Delimited(end))
        {
            return Refuse(JsonError.BadLiteral);
        }
        _index = end;
        return Complete(token);
    }

    private JsonToken Open(bool isObject)
    {
        if (_depth == MaxDepth)
        {
            return Refuse(JsonError.TooDeep);
        }
        _isObject[_depth++] = isObject;
        _index++;
        _expected = isObject ? Expected.FirstKey : Expected.FirstItem;
        return isObject ? JsonToken.BeginObject : JsonToken.BeginArray;
    }

    private JsonToken Close(JsonToken token)
    {
        _depth--;
        _index++;
        return Complete(token);
    }

    private JsonToken Complete(JsonToken token)
    {
        _expected = Expected.Separator;
        return token;
    }

    private JsonToken Refuse(JsonError error)
    {
        Error = error;
        Token = JsonToken.Error;
        return JsonToken.Error;
    }

    private JsonError Misplaced()
    {
        return _index == _end ? JsonError.UnexpectedEnd : JsonError.UnexpectedByte;
    }

    private bool Delimited(int index)
    {
        return index == _end
            || Ascii.IsSpace(_source[index])
            || _source[index] is (byte)',' or (byte)']' or (byte)'}';
    }

    private int Peek()
    {
        return _index < _end ? _source[_index] : NoByte;
    }

    private void SkipSpace()
    {
        while (_index < _end && Ascii.IsSpace(_source[_index]))
        {
            _index++;
        }
    }
}
