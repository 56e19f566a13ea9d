using System;
using System.Collections.Generic;
using System.Globalization;

namespace TwcBridge.VirtualDevice.Captures;

/// <summary>One line of a capture: [time in ms] [direction] hex bytes [# comment].</summary>
internal static class CaptureLine
{
    public const char CommentMark = '#';
    public const string SentMark = ">";
    public const string HeardMark = "<";

    private const int UsPerMs = 1000;

    // Far above any capture, and far below what would overflow the microseconds.
    private const decimal LongestMs = 1e12m;

    private static readonly char[] Separators = [' ', '\t', ',', '\r'];

    /// <summary>Null for a line that has only a comment, or nothing.</summary>
    public static CaptureRecord? Parse(string line, int lineNumber)
    {
        string[] words = SplitWords(line.Split(CommentMark)[0]);
        if (words.Length == 0)
        {
            return null;
        }
        int next = 0;
        long? atUs = HasTime(words) ? ParseTime(words[next++], lineNumber) : null;
        CaptureDirection direction = DirectionOf(words, next);
        if (direction != CaptureDirection.Unknown)
        {
            next++;
        }
        if (next == words.Length)
        {
            throw new CaptureFormatException(CaptureError.NoBytes, lineNumber, "no bytes");
        }
        byte[] bytes = ParseBytes(words.AsSpan(next), lineNumber);
        return new CaptureRecord(direction, bytes) { AtUs = atUs };
    }

    /// <summary>Reads words such as C0, 0xC0 or C0FBE0.</summary>
    public static byte[] ParseBytes(ReadOnlySpan<string> words, int lineNumber)
    {
        List<byte> bytes = [];
        foreach (string word in words)
        {
            bytes.AddRange(ParseWord(word, lineNumber));
        }
        return bytes.ToArray();
    }

    public static string[] SplitWords(string text)
    {
        return text.Split(Separators, StringSplitOptions.RemoveEmptyEntries);
    }

    // Whole milliseconds look like hex, so only the direction behind them tells them apart.
    private static bool HasTime(string[] words)
    {
        return words[0].Contains('.')
            || DirectionOf(words, 1) != CaptureDirection.Unknown;
    }

    private static CaptureDirection DirectionOf(string[] words, int index)
    {
        return index >= words.Length ? CaptureDirection.Unknown
            : words[index] == SentMark ? CaptureDirection.Sent
            : words[index] == HeardMark ? CaptureDirection.Heard
            : CaptureDirection.Unknown;
    }

    private static long ParseTime(string word, int lineNumber)
    {
        bool isNumber = decimal.TryParse(
            word, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal ms);
        return isNumber && ms <= LongestMs
            ? (long)(ms * UsPerMs)
            : throw new CaptureFormatException(CaptureError.BadTime, lineNumber,
                $"'{word}' is not a time in milliseconds");
    }

    private static byte[] ParseWord(string word, int lineNumber)
    {
        bool hasPrefix = word.StartsWith("0x", StringComparison.OrdinalIgnoreCase);
        string digits = hasPrefix ? word[2..] : word;
        foreach (char digit in digits)
        {
            if (!char.IsAsciiHexDigit(digit))
            {
                throw new CaptureFormatException(CaptureError.NotHex, lineNumber,
                    $"'{word}' is not hex");
            }
        }
        if (hasPrefix && digits.Length == 1)
        {
            digits = "0" + digits;      // 0x5, as programs print it.
        }
        return digits.Length > 0 && digits.Length % 2 == 0
            ? Convert.FromHexString(digits)
            : throw new CaptureFormatException(CaptureError.HalfByte, lineNumber,
                $"'{word}' has a digit too few or too many");
    }
}
