using System.IO;
using TwcBridge.Messages;
using TwcBridge.VirtualDevice.Captures;
using TwcBridge.Wire;

namespace TwcBridge.Cli.Decoding;

/// <summary>A capture again, a frame a line with its meaning as the comment.</summary>
internal sealed class AnnotatedOutput : IFrameOutput
{
    private readonly CaptureWriter _writer;

    public AnnotatedOutput(TextWriter text)
    {
        _writer = new CaptureWriter(text);
    }

    public void WriteMessage(CapturedFrame frame, Message message)
    {
        Write(frame, MessageText.Describe(message));
    }

    public void WriteRefused(CapturedFrame frame, MessageStatus status)
    {
        Write(frame, RefusalText.Describe(frame, status));
    }

    public void Finish(DecodeTally tally)
    {
        _writer.WriteComment($"{tally.DecodedCount} decoded, {tally.RefusedCount} refused, "
            + $"{tally.NoiseByteCount} bytes of noise");
    }

    private void Write(CapturedFrame frame, string meaning)
    {
        string name = frame.VectorName == null ? "" : $" [{frame.VectorName}]";
        _writer.Write(frame.AtUs, frame.Direction, frame.Wire, meaning + name);
    }
}
