using TwcBridge.Wire;

namespace TwcBridge.UnitTests.Wire;

/// <summary>
/// The decoder once more, in the plainest way: take the whole stream, cut it at delimiters and
/// silences, and judge piece by piece. It shares no code with the one that is tested. A piece that
/// nothing ends is not judged.
/// </summary>
internal static class NaiveDecoder
{
    private const int BadEscape = -1;
    private const int CutEscape = -2;
    private const string FrameLengths = " 13 14 15 16 20 ";

    public static Transcript Read(SymbolStream stream)
    {
        Transcript transcript = new Transcript();
        int start = -1;     // Nothing is open: what comes before a delimiter is noise.
        for (int i = 0; i < stream.Length; i++)
        {
            if (stream.At(i) == 0xC0 || stream.At(i) == DecoderRig.Silence)
            {
                if (start >= 0)
                {
                    Judge(stream, start, i, transcript);
                }
                start = stream.At(i) == 0xC0 ? i + 1 : -1;
            }
        }
        return transcript;
    }

    private static void Judge(SymbolStream stream, int from, int to, Transcript transcript)
    {
        byte[] body = new byte[20];
        int length = 0;
        int at = from;
        while (at < to)
        {
            int value = Unescaped(stream, ref at, to);
            if (value < 0 || length == body.Length)
            {
                transcript.Note(Refusal(value, length, stream.At(to)), body, length);
                return;
            }
            body[length++] = (byte)value;
        }
        transcript.Note(Verdict(body, length, stream.At(to)), body, length);
    }

    private static int Unescaped(SymbolStream stream, ref int at, int to)
    {
        int symbol = stream.At(at++);
        if (symbol != 0xDB)
        {
            return symbol;
        }
        if (at == to)
        {
            return CutEscape;
        }
        symbol = stream.At(at++);
        return symbol == 0xDC ? 0xC0 : symbol == 0xDD ? 0xDB : BadEscape;
    }

    private static DecodeStatus Refusal(int value, int length, int end)
    {
        return value >= 0 ? DecodeStatus.TooLong
            : value == BadEscape || end == 0xC0 ? DecodeStatus.BadEscape
            : length < 5 ? DecodeStatus.Runt
            : DecodeStatus.CutShort;
    }

    private static DecodeStatus Verdict(byte[] body, int length, int end)
    {
        if (length == 0)
        {
            return DecodeStatus.Pending;
        }
        int sum = 0;
        for (int i = 1; i < length - 1; i++)
        {
            sum += body[i];
        }
        return length < 5 ? DecodeStatus.Runt
            : end != 0xC0 ? DecodeStatus.CutShort
            : !FrameLengths.Contains(" " + length + " ") ? DecodeStatus.BadLength
            : sum % 256 == body[length - 1] ? DecodeStatus.Frame
            : DecodeStatus.BadChecksum;
    }
}
