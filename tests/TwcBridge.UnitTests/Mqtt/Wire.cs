namespace TwcBridge.UnitTests.Mqtt;

/// <summary>
/// Annotated bytes for tables: pairs of hex digits, text in single quotes, NN*100 for a hundred
/// times the same byte. Spaces and bars only separate.
/// </summary>
public static class Wire
{
    private const int Capacity = 20_000;

    public static byte[] Bytes(string annotated)
    {
        byte[] wire = new byte[Capacity];
        int length = 0;
        int i = 0;
        while (i < annotated.Length)
        {
            char c = annotated[i++];
            if (c == ' ' || c == '|')
            {
                continue;
            }
            if (c == '\'')
            {
                while (annotated[i] != '\'')
                {
                    wire[length++] = (byte)annotated[i++];
                }
                i++;
                continue;
            }
            byte value = (byte)((Nibble(c) << 4) | Nibble(annotated[i++]));
            int times = 1;
            if (i < annotated.Length && annotated[i] == '*')
            {
                i++;
                times = 0;
                while (i < annotated.Length && annotated[i] != ' ')
                {
                    times = (times * 10) + annotated[i++] - '0';
                }
            }
            for (int n = 0; n < times; n++)
            {
                wire[length++] = value;
            }
        }
        return Copy(wire, 0, length);
    }

    /// <summary>The bytes of an ASCII text.</summary>
    public static byte[] Text(string text)
    {
        byte[] bytes = new byte[text.Length];
        for (int i = 0; i < text.Length; i++)
        {
            bytes[i] = (byte)text[i];
        }
        return bytes;
    }

    public static string Hex(byte[] bytes, int length)
    {
        const string Digits = "0123456789ABCDEF";
        char[] text = new char[length * 3];
        for (int i = 0; i < length; i++)
        {
            text[i * 3] = Digits[bytes[i] >> 4];
            text[(i * 3) + 1] = Digits[bytes[i] & 0xF];
            text[(i * 3) + 2] = ' ';
        }
        return new string(text);
    }

    /// <summary>The same bytes in one spelling, to compare with <see cref="Hex(byte[], int)"/>.
    /// </summary>
    public static string Hex(string annotated)
    {
        byte[] bytes = Bytes(annotated);
        return Hex(bytes, bytes.Length);
    }

    public static string Ascii(byte[] bytes, int offset, int length)
    {
        char[] text = new char[length];
        for (int i = 0; i < length; i++)
        {
            text[i] = (char)bytes[offset + i];
        }
        return new string(text);
    }

    public static byte[] Copy(byte[] bytes, int offset, int length)
    {
        byte[] copy = new byte[length];
        System.Array.Copy(bytes, offset, copy, 0, length);
        return copy;
    }

    private static int Nibble(char digit)
    {
        return digit <= '9' ? digit - '0' : digit - 'A' + 10;
    }
}
