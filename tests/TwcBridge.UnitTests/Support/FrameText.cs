namespace TwcBridge.UnitTests.Support;

/// <summary>
/// Frames as a test writes and reads them: the hex of a body without its checksum and without its
/// trailing zeros, and a slash with the length on the bus ("FBE0 7777 1234 05 0640 /16"). Framing
/// and checksum are written again here, so that no test judges the code by itself.
/// </summary>
internal static class FrameText
{
    private const string Digits = "0123456789ABCDEF";
    private const byte End = 0xC0;
    private const byte Escape = 0xDB;

    /// <summary>Spaces are for the reader.</summary>
    public static byte[] Bytes(string hex)
    {
        string digits = WithoutSpaces(hex);
        byte[] bytes = new byte[digits.Length / 2];
        for (int i = 0; i < bytes.Length; i++)
        {
            bytes[i] = (byte)((Digits.IndexOf(digits[2 * i]) << 4)
                | Digits.IndexOf(digits[2 * i + 1]));
        }
        return bytes;
    }

    public static string Hex(byte[] bytes, int length)
    {
        char[] text = new char[2 * length];
        for (int i = 0; i < length; i++)
        {
            text[2 * i] = Digits[bytes[i] >> 4];
            text[2 * i + 1] = Digits[bytes[i] & 15];
        }
        return new string(text);
    }

    /// <summary>The frame of "body /length" as it stands on the wire.</summary>
    public static byte[] Wire(string text)
    {
        int slash = text.IndexOf('/');
        byte[] given = Bytes(text.Substring(0, slash));
        byte[] body = new byte[int.Parse(text.Substring(slash + 1))];
        System.Array.Copy(given, 0, body, 0, given.Length);
        return Wire(body, body.Length - 1);
    }

    /// <param name="length">Of the body without checksum; body has room for one byte more.
    /// </param>
    public static byte[] Wire(byte[] body, int length)
    {
        body[length] = Sum(body, length);
        byte[] wire = new byte[2 + 2 * (length + 1)];
        int count = 0;
        wire[count++] = End;
        for (int i = 0; i <= length; i++)
        {
            bool isSpecial = body[i] == End || body[i] == Escape;
            wire[count++] = isSpecial ? Escape : body[i];
            if (isSpecial)
            {
                wire[count++] = body[i] == End ? (byte)0xDC : (byte)0xDD;
            }
        }
        wire[count++] = End;
        byte[] exact = new byte[count];
        System.Array.Copy(wire, 0, exact, 0, count);
        return exact;
    }

    /// <summary>Takes one whole frame apart; anything else fails the test.</summary>
    /// <returns>Length of the body without checksum.</returns>
    public static int Unwrap(byte[] wire, int length, byte[] body)
    {
        Assert.IsTrue(wire[0] == End && wire[length - 1] == End, "delimiters " + Hex(wire, length));
        int count = 0;
        for (int i = 1; i < length - 1; i++)
        {
            Assert.IsTrue(wire[i] != End, "End inside " + Hex(wire, length));
            body[count++] = wire[i] != Escape ? wire[i] : wire[++i] == 0xDC ? End : Escape;
        }
        Assert.AreEqual(Sum(body, count - 1), body[count - 1], "checksum " + Hex(wire, length));
        return count - 1;
    }

    /// <summary>What <see cref="Wire(string)"/> would make this frame of.</summary>
    public static string OfWire(byte[] wire, int length)
    {
        byte[] body = new byte[length];
        int count = Unwrap(wire, length, body);
        return OfBody(Hex(body, count), count + 1);
    }

    /// <summary>A row's text in the form of <see cref="OfWire"/>.</summary>
    public static string Normal(string text)
    {
        int slash = text.IndexOf('/');
        return OfBody(
            WithoutSpaces(text.Substring(0, slash)), int.Parse(text.Substring(slash + 1)));
    }

    public static int Word(byte[] body, int offset)
    {
        return (body[offset] << 8) | body[offset + 1];
    }

    public static void PutWord(byte[] body, int offset, int value)
    {
        body[offset] = (byte)(value >> 8);
        body[offset + 1] = (byte)value;
    }

    private static string OfBody(string hex, int length)
    {
        int end = hex.Length;
        while (end >= 2 && hex[end - 1] == '0' && hex[end - 2] == '0')
        {
            end -= 2;
        }
        return hex.Substring(0, end) + " /" + length;
    }

    private static byte Sum(byte[] body, int length)
    {
        int sum = 0;
        for (int i = 1; i < length; i++)
        {
            sum += body[i];
        }
        return (byte)sum;
    }

    private static string WithoutSpaces(string text)
    {
        char[] kept = new char[text.Length];
        int count = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] != ' ')
            {
                kept[count++] = text[i];
            }
        }
        return new string(kept, 0, count);
    }
}
