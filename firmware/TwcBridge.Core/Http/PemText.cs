namespace TwcBridge.Http;

/// <summary>A certificate as text (PEM, RFC 7468) to the bytes that it stands for (DER). What they
/// say is the business of whoever checks a chain; here it is only seen that they are whole.
/// </summary>
public static class PemText
{
    private const string Begin = "-----BEGIN CERTIFICATE-----";
    private const string End = "-----END CERTIFICATE-----";

    private const int Sequence = 0x30;
    private const int TwoLengthBytes = 0x82;
    private const int DerHead = 4;

    /// <summary>Decodes in place, to the start of the buffer.</summary>
    /// <returns>Bytes of DER; 0 unless the text holds exactly one certificate that is whole.
    /// </returns>
    public static int Decode(byte[] text, int length)
    {
        int start = Find(text, 0, length, Begin) + Begin.Length;
        int end = Find(text, start, length, End);
        if (start < Begin.Length || end < start || Find(text, end, length, Begin) >= 0)
        {
            return 0;
        }
        int count = 0;
        for (int i = start; i < end; i++)
        {
            if (text[i] > ' ')      // Lines may end as they like.
            {
                text[count++] = text[i];
            }
        }
        int decoded = Base64.Decode(text, 0, count);
        return IsWhole(text, decoded) ? decoded : 0;
    }

    private static bool IsWhole(byte[] der, int length)
    {
        return length > DerHead && der[0] == Sequence && der[1] == TwoLengthBytes
            && ((der[2] << 8) | der[3]) == length - DerHead;
    }

    private static int Find(byte[] text, int from, int end, string mark)
    {
        for (int i = from; i <= end - mark.Length; i++)
        {
            if (text[i] == '-' && Control.Ascii.Equal(text, i, mark.Length, mark))
            {
                return i;
            }
        }
        return -1;
    }
}
