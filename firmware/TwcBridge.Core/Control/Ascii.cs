namespace TwcBridge.Control;

/// <summary>Bytes of a peer against words of ours, without making strings.</summary>
public static class Ascii
{
    /// <summary>True when the range is exactly <paramref name="word"/>, case included.</summary>
    public static bool Equal(byte[] source, int offset, int length, string word)
    {
        return length == word.Length && StartsWith(source, offset, length, word);
    }

    public static bool StartsWith(byte[] source, int offset, int length, string word)
    {
        if (length < word.Length)
        {
            return false;
        }
        for (int i = 0; i < word.Length; i++)
        {
            if (source[offset + i] != word[i])
            {
                return false;
            }
        }
        return true;
    }

    /// <summary>The white space of JSON: space, tab, line feed, carriage return.</summary>
    public static bool IsSpace(int value)
    {
        return value is ' ' or '\t' or '\n' or '\r';
    }
}
