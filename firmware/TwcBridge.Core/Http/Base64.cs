namespace TwcBridge.Http;

/// <summary>Base64 (RFC 4648) in place, for the Authorization header.</summary>
public static class Base64
{
    private const int None = -1;

    /// <summary>Decodes bytes start..end-1 to where they begin, up to the first that is none of
    /// the alphabet.</summary>
    /// <returns>The offset behind the decoded bytes.</returns>
    public static int Decode(byte[] bytes, int start, int end)
    {
        int at = start;
        int bits = 0;
        int count = 0;
        for (int i = start; i < end; i++)
        {
            int value = ValueOf(bytes[i]);
            if (value == None)
            {
                break;
            }
            bits = ((bits << 6) | value) & 0xFFFF;
            count += 6;
            if (count >= 8)
            {
                count -= 8;
                bytes[at++] = (byte)(bits >> count);
            }
        }
        return at;
    }

    private static int ValueOf(int sign)
    {
        return sign >= 'A' && sign <= 'Z' ? sign - 'A'
            : sign >= 'a' && sign <= 'z' ? sign - 'a' + 26
            : HttpAscii.IsDigit(sign) ? sign - '0' + 52
            : sign == '+' ? 62
            : sign == '/' ? 63
            : None;
    }
}
