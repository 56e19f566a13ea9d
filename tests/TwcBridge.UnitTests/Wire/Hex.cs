namespace TwcBridge.UnitTests.Wire;

/// <summary>Bytes as people write them: "C0 FD E2".</summary>
internal static class Hex
{
    private const string Digits = "0123456789ABCDEF";

    public static byte[] Parse(string text)
    {
        byte[] bytes = new byte[(text.Length + 1) / 3];
        for (int i = 0; i < bytes.Length; i++)
        {
            bytes[i] = (byte)(Digits.IndexOf(text[3 * i]) * 16 + Digits.IndexOf(text[3 * i + 1]));
        }
        return bytes;
    }

    public static string Format(byte[] bytes, int length)
    {
        string text = "";
        for (int i = 0; i < length; i++)
        {
            text += (i == 0 ? "" : " ") + Format(bytes[i]);
        }
        return text;
    }

    public static string Format(int value)
    {
        return new string(new[] { Digits[(value >> 4) & 0xF], Digits[value & 0xF] });
    }

    public static string FormatWord(int value)
    {
        return Format(value >> 8) + Format(value);
    }
}
