namespace TwcBridge.Control;

/// <summary>Four hex digits of text: a TWC id, or the number behind \u in JSON.</summary>
public static class FourHexDigits
{
    public const int Length = 4;
    public const int Refused = -1;

    /// <summary>The value 0..65535, either case of letters, or <see cref="Refused"/>.</summary>
    public static int Read(byte[] source, int offset, int end)
    {
        if (end - offset < Length)
        {
            return Refused;
        }
        int value = 0;
        for (int i = offset; i < offset + Length; i++)
        {
            int digit = Digit(source[i]);
            if (digit < 0)
            {
                return Refused;
            }
            value = value << 4 | digit;
        }
        return value;
    }

    private static int Digit(int text)
    {
        return text switch
        {
            >= '0' and <= '9' => text - '0',
            >= 'a' and <= 'f' => text - 'a' + 10,
            >= 'A' and <= 'F' => text - 'A' + 10,
            _ => Refused,
        };
    }
}
