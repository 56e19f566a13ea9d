using System;
using System.Globalization;
using System.IO;
using System.Text;

namespace TwcBridge.VirtualDevice.Captures;

/// <summary>
/// Writes the capture format, a whole line in one go, so that neither a reader that follows the
/// file nor a power cut ever sees half a line.
/// </summary>
public sealed class CaptureWriter
{
    private const decimal UsPerMs = 1000m;
    private const int TimeWidth = 12;

    // A frame of protocol 2 without escapes: 18 bytes. Longer ones push their comment out.
    private const int HexWidth = 53;

    private readonly TextWriter _text;
    private readonly StringBuilder _line = new();

    /// <param name="text">Stays the caller's. Its buffer must hold a line.</param>
    public CaptureWriter(TextWriter text)
    {
        _text = text;
    }

    /// <param name="comment">Line breaks in it become spaces; empty for none.</param>
    public void Write(
        long? atUs, CaptureDirection direction, ReadOnlySpan<byte> bytes, string comment)
    {
        _line.Clear();
        if (atUs is long us)
        {
            string ms = (us / UsPerMs).ToString("F3", CultureInfo.InvariantCulture);
            _line.Append(ms.PadLeft(TimeWidth)).Append(' ');
        }
        if (direction != CaptureDirection.Unknown)
        {
            bool isSent = direction == CaptureDirection.Sent;
            _line.Append(isSent ? CaptureLine.SentMark : CaptureLine.HeardMark).Append(' ');
        }
        int hexIndex = _line.Length;
        AppendHex(bytes);
        if (comment.Length > 0)
        {
            int missing = HexWidth - (_line.Length - hexIndex);
            _line.Append(' ', Math.Max(0, missing)).Append("  ");
            AppendComment(comment);
        }
        EndLine();
    }

    /// <summary>A line that holds nothing but a comment.</summary>
    public void WriteComment(string comment)
    {
        _line.Clear();
        AppendComment(comment);
        EndLine();
    }

    private void AppendHex(ReadOnlySpan<byte> bytes)
    {
        for (int i = 0; i < bytes.Length; i++)
        {
            _line.Append(i == 0 ? "" : " ")
                .Append(bytes[i].ToString("X2", CultureInfo.InvariantCulture));
        }
    }

    private void AppendComment(string comment)
    {
        _line.Append(CaptureLine.CommentMark).Append(' ')
            .Append(comment.Replace('\n', ' ').Replace('\r', ' '));
    }

    private void EndLine()
    {
        _line.Append('\n');
        _text.Write(_line.ToString());
        _text.Flush();
    }
}
