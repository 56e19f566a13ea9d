namespace TwcBridge.Http;

/// <summary>The few questions about bytes that the request line and the headers share.</summary>
internal static class HttpAscii
{
    private const string TokenSigns = "!#$%&'*+-.^_`|~";

    public static bool EqualIgnoringCase(byte[] source, int offset, int length, string lowerCase)
    {
        if (length != lowerCase.Length)
        {
            return false;
        }
        for (int i = 0; i < length; i++)
        {
            if (Lower(source[offset + i]) != lowerCase[i])
            {
                return false;
            }
        }
        return true;
    }

    public static bool StartsWithIgnoringCase(byte[] source, int start, int end, string lowerCase)
    {
        return end - start >= lowerCase.Length
            && EqualIgnoringCase(source, start, lowerCase.Length, lowerCase);
    }

    /// <summary>Compares secrets: takes equally long wherever they differ.</summary>
    public static bool AreSame(byte[] one, int offset, int length, byte[] other, int otherLength)
    {
        int difference = length ^ otherLength;
        for (int i = 0; i < length && otherLength > 0; i++)
        {
            difference |= one[offset + i] ^ other[i % otherLength];
        }
        return difference == 0;
    }

    /// <summary>Reads so many hex digits; false when there is another sign among them.</summary>
    public static bool TryHex(byte[] source, int offset, int digits, out int value)
    {
        value = 0;
        for (int i = offset; i < offset + digits; i++)
        {
            int sign = Lower(source[i]);
            int digit = IsDigit(sign) ? sign - '0' : sign - 'a' + 10;
            if (digit < 0 || digit > 15 || (!IsDigit(sign) && !IsLetter(sign)))
            {
                return false;
            }
            value = (value << 4) | digit;
        }
        return true;
    }

    /// <summary>Where <paramref name="value"/> stands first, or <paramref name="end"/>.</summary>
    public static int IndexOf(byte[] source, int value, int start, int end)
    {
        while (start < end && source[start] != value)
        {
            start++;
        }
        return start;
    }

    /// <summary>True for at least one byte, all of them allowed in a method or a name.</summary>
    public static bool IsToken(byte[] source, int start, int end)
    {
        if (start >= end)
        {
            return false;
        }
        for (int i = start; i < end; i++)
        {
            int value = source[i];
            if (!IsDigit(value) && !IsLetter(value) && TokenSigns.IndexOf((char)value) < 0)
            {
                return false;
            }
        }
        return true;
    }

    /// <summary>What no line of a head may hold.</summary>
    public static bool IsControl(int value)
    {
        return (value < ' ' && value != '\t') || value == 0x7F;
    }

    /// <summary>Finds also the bare carriage return.</summary>
    public static bool HasControl(byte[] source, int start, int end)
    {
        while (start < end && !IsControl(source[start]))
        {
            start++;
        }
        return start < end;
    }

    public static bool IsDigit(int value)
    {
        return value >= '0' && value <= '9';
    }

    public static int Lower(int value)
    {
        return value >= 'A' && value <= 'Z' ? value + ('a' - 'A') : value;
    }

    private static bool IsLetter(int value)
    {
        value = Lower(value);
        return value >= 'a' && value <= 'z';
    }
}
