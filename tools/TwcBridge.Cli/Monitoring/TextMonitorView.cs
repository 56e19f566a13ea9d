using System;
using System.IO;
using System.Linq;
using TwcBridge.Cli.Output;
using TwcBridge.Cli.Running;
using TwcBridge.VirtualDevice.Captures;

namespace TwcBridge.Cli.Monitoring;

/// <summary>A line for each frame, and a table of numbers at the end.</summary>
internal sealed class TextMonitorView : IMonitorView
{
    private const int UsPerMs = 1000;

    private readonly TextWriter _text;
    private readonly MonitorOptions _options;
    private readonly Paint _paint;

    public TextMonitorView(TextWriter text, MonitorOptions options)
    {
        _text = text;
        _options = options;
        _paint = new Paint(options.Color);
    }

    public void Begin(ITrafficSource source)
    {
        if (source.Introduction.Length > 0)
        {
            Write(Ink.Faint, source.Introduction);
        }
    }

    public void Show(SeenFrame seen)
    {
        if (_options.IsQuiet)
        {
            return;
        }
        CapturedFrame frame = seen.Frame;
        string direction = frame.Direction == CaptureDirection.Sent ? "> " : "";
        string hex = _options.ShowsHex ? $"  {Convert.ToHexString(frame.Wire)}" : "";
        Write(InkOf(seen), $"{Time(frame.AtUs)}{direction}{seen.Meaning}{hex}");
    }

    public void Show(Diagnosis diagnosis, long atUs)
    {
        Ink ink = diagnosis.IsWell ? Ink.Good : diagnosis.IsOpen ? Ink.Faint : Ink.Bad;
        Write(ink, $"{Time(atUs)}diagnosis {diagnosis}");
    }

    public void End(TrafficCount count, Diagnosis? diagnosis)
    {
        _text.WriteLine($"{StatusWords.Seconds((long)(count.Seconds * UsPerMs), "0.0")}, "
            + $"{count.FrameCount} frames, {count.RefusedCount} refused, "
            + $"{count.NoiseByteCount} bytes of noise, line busy {count.BusyPercent:0} %");
        foreach ((string name, int times) in count.Kinds.OrderByDescending(kind => kind.Value))
        {
            _text.WriteLine($"{times,9}  {name}");
        }
        foreach ((string reason, int times) in count.Reasons)
        {
            Write(Ink.Bad, $"{times,9}  refused: {reason}");
        }
        foreach ((int id, ConnectorCount connector) in count.Connectors)
        {
            _text.WriteLine($"     {StatusWords.Id(id)}  {connector.HeartbeatCount} heartbeats, "
                + $"{connector.AnswerCount} answers, {connector.AnnouncementCount} announcements");
        }
        if (diagnosis is { IsWell: false })
        {
            _text.WriteLine($"diagnosis {diagnosis}");
            _text.WriteLine($"see docs/troubleshooting.md#{diagnosis.Code}");
        }
        _text.Flush();
    }

    private static Ink InkOf(SeenFrame seen)
    {
        return !seen.IsAccepted || seen.IsHarmful ? Ink.Bad
            : seen.Message.Kind == Messages.MessageKind.PeripheralLinkReady ? Ink.Notable
            : seen.IsFromController ? Ink.Asked
            : Ink.Answered;
    }

    private static string Time(long? atUs)
    {
        return atUs is long us ? $"{StatusWords.Seconds(us / UsPerMs, "0.000"),12}  " : "";
    }

    private void Write(Ink ink, string line)
    {
        _text.WriteLine(_paint.Of(ink, line));
        _text.Flush();
    }
}
