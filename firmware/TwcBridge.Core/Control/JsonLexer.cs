namespace TwcBridge.Control;

/// <summary>
/// Finds the words of JSON: texts, numbers, literals. Where each may stand is the business of
/// <see cref="JsonReader"/>. On an error the cursor stays on the offending byte.
/// </summary>
internal sealed class JsonLexer
{
    internal const int NoByte = -1;

    /// <summary>Bytes of the last text when decoded.</summary>
    internal int TextLength;

    private byte[] _source;
    private int _offset;
    private int _index;
    private int _end;
    private int _wordStart;
    private int _wordEnd;

    internal int Position => _index - _offset;

    internal void Restart(byte[] source, int offset, int length)
    {
        _source = source;
        _offset = offset;
        _index = offset;
        _end = offset + length;
        TextLength = 0;
    }

    /// <summary>The next byte that is no white space, or <see cref="NoByte"/>.</summary>
    internal int Peek()
    {
        while (_index < _end && Ascii.IsSpace(_source[_index]))
        {
            _index++;
        }
        return _index < _end ? _source[_index] : NoByte;
    }

    /// <summary>Passes the byte that <see cref="Peek"/> showed.</summary>
    internal void Step()
    {
        _index++;
    }

    internal JsonError ReadText()
    {
        _index++;
        _wordStart = _index;
        JsonError error = JsonText.Scan(_source, ref _index, _end, out int length);
        if (error == JsonError.None)
        {
            TextLength = length;
            _wordEnd = _index;
            _index++;
        }
        return error;
    }

    internal JsonError ReadNumber()
    {
        int end = JsonNumber.EndOf(_source, _index, _end);
        return end != JsonNumber.Refused && Take(end) ? JsonError.None : JsonError.BadNumber;
    }

    internal JsonError ReadLiteral(string word)
    {
        return Ascii.StartsWith(_source, _index, _end - _index, word) && Take(_index + word.Length)
            ? JsonError.None
            : JsonError.BadLiteral;
    }

    /// <summary>True when the last text is this one, which is ASCII.</summary>
    internal bool TextIs(string text)
    {
        return JsonText.Equal(_source, _wordStart, _wordEnd, text);
    }

    internal int CopyText(byte[] target, int capacity)
    {
        return JsonText.Copy(_source, _wordStart, _wordEnd, target, capacity);
    }

    internal NumberStatus Number(int decimals, out long scaled)
    {
        return JsonNumber.Scale(_source, _wordStart, _wordEnd, decimals, out scaled);
    }

    /// <summary>Takes the bytes up to <paramref name="end"/> as a word, if the word ends there.
    /// </summary>
    private bool Take(int end)
    {
        bool delimited = end == _end
            || Ascii.IsSpace(_source[end])
            || _source[end] is (byte)',' or (byte)']' or (byte)'}';
        if (delimited)
        {
            _wordStart = _index;
            _wordEnd = end;
            _index = end;
        }
        return delimited;
    }
}
