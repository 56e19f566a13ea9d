namespace TwcBridge.UnitTests.Http;

/// <summary>Text to bytes and back, one byte a character, so that a table can hold any byte.
/// </summary>
internal static class HttpBytes
{
    public static byte[] Of(string text)
    {
        byte[] bytes = new byte[text.Length];
        for (int i = 0; i < bytes.Length; i++)
        {
            bytes[i] = (byte)text[i];
        }
        return bytes;
    }

    public static string Text(byte[] bytes, int offset, int length)
    {
        char[] text = new char[length];
        for (int i = 0; i < length; i++)
        {
            text[i] = (char)bytes[offset + i];
        }
        return new string(text);
    }

    public static byte[] Part(byte[] bytes, int offset, int length)
    {
        byte[] part = new byte[length];
        System.Array.Copy(bytes, offset, part, 0, length);
        return part;
    }
}
