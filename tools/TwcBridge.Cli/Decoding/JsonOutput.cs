using System;
using System.IO;
using System.Text.Json;
using TwcBridge.Cli.Output;
using TwcBridge.Messages;
using TwcBridge.VirtualDevice.Captures;
using TwcBridge.Wire;

namespace TwcBridge.Cli.Decoding;

/// <summary>JSON lines: one object for each frame, and one for the counts at the end.</summary>
internal sealed class JsonOutput : IFrameOutput
{
    private const decimal UsPerMs = 1000m;

    private readonly TextWriter _text;

    public JsonOutput(TextWriter text)
    {
        _text = text;
    }

    public void WriteMessage(CapturedFrame frame, Message message)
    {
        WriteLine(json =>
        {
            WriteFrame(json, frame);
            json.WriteString("status", "accepted");
            json.WriteString("kind", JsonLine.CamelCase(message.Kind.ToString()));
            MessageFields.Write(json, message);
            json.WriteString("text", MessageText.Describe(message));
        });
    }

    public void WriteRefused(CapturedFrame frame, MessageStatus status)
    {
        bool isWhole = frame.Status == DecodeStatus.Frame;
        WriteLine(json =>
        {
            WriteFrame(json, frame);
            json.WriteString("status",
                JsonLine.CamelCase(isWhole ? status.ToString() : frame.Status.ToString()));
            json.WriteString("text", RefusalText.Describe(frame, status));
        });
    }

    public void Finish(DecodeTally tally)
    {
        WriteLine(json =>
        {
            json.WriteNumber("decoded", tally.DecodedCount);
            json.WriteNumber("refused", tally.RefusedCount);
            json.WriteNumber("noiseBytes", tally.NoiseByteCount);
        });
    }

    private static void WriteFrame(Utf8JsonWriter json, CapturedFrame frame)
    {
        if (frame.VectorName != null)
        {
            json.WriteString("name", frame.VectorName);
        }
        if (frame.AtUs is long us)
        {
            json.WriteNumber("timeMs", us / UsPerMs);
        }
        if (frame.Direction != CaptureDirection.Unknown)
        {
            json.WriteString("direction", JsonLine.CamelCase(frame.Direction.ToString()));
        }
        json.WriteString("wire", Convert.ToHexString(frame.Wire));
    }

    private void WriteLine(Action<Utf8JsonWriter> fill)
    {
        JsonLine.Write(_text, fill);
    }
}
