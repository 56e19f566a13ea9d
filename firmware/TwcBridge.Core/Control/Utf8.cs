namespace TwcBridge.Control;

/// <summary>
/// One UTF-8 character at a time, checked: no overlong forms, no surrogates, nothing above 10FFFF
/// (RFC 3629 section 4).
/// </summary>
public static class Utf8
{
    /// <summary>Bytes of the character at <paramref name="index"/>, 1..4, or 0 when there is none
    /// that is whole and valid before <paramref name="end"/>.</summary>
    public static int LengthAt(byte[] source, int index, int end)
    {
        int length = LengthFor(source[index]);
        if (length > end - index)
        {
            return 0;
        }
        for (int i = 1; i < length; i++)
        {
            if ((source[index + i] & 0xC0) != 0x80)
            {
                return 0;
            }
        }
        return length < 3 || SecondByteFits(source[index], source[index + 1]) ? length : 0;
    }

    /// <summary>Bytes that a code point takes.</summary>
    public static int LengthOf(int codePoint)
    {
        return codePoint switch
        {
            < 0x80 => 1,
            < 0x800 => 2,
            < 0x10000 => 3,
            _ => 4,
        };
    }

    /// <summary>Writes <see cref="LengthOf"/> bytes; the caller has made sure that they fit.
    /// </summary>
    public static void Write(int codePoint, byte[] target, int offset)
    {
        int length = LengthOf(codePoint);
        if (length == 1)
        {
            target[offset] = (byte)codePoint;
            return;
        }
        for (int i = length - 1; i > 0; i--)
        {
            target[offset + i] = (byte)(0x80 | codePoint & 0x3F);
            codePoint >>= 6;
        }
        target[offset] = (byte)(0xF00 >> length | codePoint);
    }

    private static int LengthFor(int first)
    {
        return first switch
        {
            < 0x80 => 1,
            < 0xC2 => 0,
            < 0xE0 => 2,
            < 0xF0 => 3,
            < 0xF5 => 4,
            _ => 0,
        };
    }

    private static bool SecondByteFits(int first, int second)
    {
        return first switch
        {
            0xE0 => second >= 0xA0,
            0xED => second < 0xA0,
            0xF0 => second >= 0x90,
            0xF4 => second < 0x90,
            _ => true,
        };
    }
}
