namespace TwcBridge.Control;

/// <summary>The inside of a JSON string: checks it once, decodes it as often as asked.</summary>
internal static class JsonText
{
    private const int HighSurrogate = 0xD800;
    private const int LowSurrogate = 0xDC00;
    private const int AfterSurrogates = 0xE000;

    /// <summary>Moves <paramref name="index"/> from behind the opening quote to the closing one, or
    /// to the offending byte. <paramref name="length"/> is that of the decoded text.</summary>
    internal static JsonError Scan(byte[] source, ref int index, int end, out int length)
    {
        length = 0;
        while (index < end && source[index] != '"')
        {
            if (source[index] < ' ')
            {
                return JsonError.ControlCharacter;
            }
            if (source[index] == '\\')
            {
                JsonError error = Unescape(source, ref index, end, out int codePoint);
                if (error != JsonError.None)
                {
                    return error;
                }
                length += Utf8.LengthOf(codePoint);
                continue;
            }
            int step = Utf8.LengthAt(source, index, end);
            if (step == 0)
            {
                return JsonError.BadUtf8;
            }
            index += step;
            length += step;
        }
        return index < end ? JsonError.None : JsonError.UnexpectedEnd;
    }

    /// <summary>True when the decoded text is exactly <paramref name="text"/>, which is ASCII.
    /// The range has been scanned.</summary>
    internal static bool Equal(byte[] source, int index, int end, string text)
    {
        int matched = 0;
        while (index < end)
        {
            int codePoint = source[index];
            if (codePoint == '\\')
            {
                Unescape(source, ref index, end, out codePoint);
            }
            else
            {
                index++;
            }
            if (matched == text.Length || text[matched] != codePoint)
            {
                return false;
            }
            matched++;
        }
        return matched == text.Length;
    }

    /// <summary>Decodes whole characters while they fit into <paramref name="capacity"/> bytes and
    /// says how many bytes it wrote. The range has been scanned.</summary>
    internal static int Copy(byte[] source, int index, int end, byte[] target, int capacity)
    {
        int written = 0;
        while (index < end)
        {
            int from = index;
            int codePoint = 0;
            bool escaped = source[index] == '\\';
            if (escaped)
            {
                Unescape(source, ref index, end, out codePoint);
            }
            else
            {
                index += Utf8.LengthAt(source, index, end);
            }
            int length = escaped ? Utf8.LengthOf(codePoint) : index - from;
            if (length > capacity - written)
            {
                return written;
            }
            if (escaped)
            {
                Utf8.Write(codePoint, target, written);
            }
            else
            {
                System.Array.Copy(source, from, target, written, length);
            }
            written += length;
        }
        return written;
    }

    /// <summary>Moves behind the escape at <paramref name="index"/>, both halves of a pair
    /// included. On an error the index stays on the backslash of the bad escape.</summary>
    private static JsonError Unescape(byte[] source, ref int index, int end, out int codePoint)
    {
        codePoint = 0;
        if (index + 1 >= end)
        {
            return JsonError.UnexpectedEnd;
        }
        int letter = source[index + 1];
        if (letter == 'u')
        {
            return UnescapeUnicode(source, ref index, end, out codePoint);
        }
        codePoint = letter switch
        {
            '"' or '\\' or '/' => letter,
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            _ => 0,
        };
        if (codePoint == 0)
        {
            return JsonError.BadEscape;
        }
        index += 2;
        return JsonError.None;
    }

    private static JsonError UnescapeUnicode(
        byte[] source, ref int index, int end, out int codePoint)
    {
        codePoint = FourHexDigits.Read(source, index + 2, end);
        if (codePoint == FourHexDigits.Refused)
        {
            return JsonError.BadEscape;
        }
        if (codePoint < HighSurrogate || codePoint >= AfterSurrogates)
        {
            index += 6;
            return JsonError.None;
        }
        int low = codePoint < LowSurrogate ? LowHalf(source, index + 6, end) : 0;
        if (low < LowSurrogate || low >= AfterSurrogates)
        {
            return JsonError.BadSurrogate;
        }
        codePoint = 0x10000 + ((codePoint - HighSurrogate) << 10) + (low - LowSurrogate);
        index += 12;
        return JsonError.None;
    }

    private static int LowHalf(byte[] source, int index, int end)
    {
        bool escape = end - index >= 6 && source[index] == '\\' && source[index + 1] == 'u';
        return escape ? FourHexDigits.Read(source, index + 2, end) : 0;
    }
}
