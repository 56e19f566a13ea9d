using System;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading;
using TwcBridge.Bus;
using TwcBridge.Cli.Boxes;
using TwcBridge.Control;
using TwcBridge.VirtualDevice.Captures;
using TwcBridge.Wire;

namespace TwcBridge.Cli.Monitoring;

/// <summary>
/// What a box tells of its own bus: asked once a second for its last frames. On a busy bus with
/// many connectors some may have been overwritten before they were asked for.
/// </summary>
internal sealed class BoxTraffic : ITrafficSource
{
    private const string Path = "api/v1/bus";
    private const int AskMs = 1000;
    private const int UsPerMs = 1000;

    private readonly BoxClient _box;
    private string _lastShown = "";

    public BoxTraffic(BoxClient box)
    {
        _box = box;
    }

    public string Name => _box.Address.ToString();

    public string Introduction => $"{Name}: asked once a second. Ctrl-C ends.";

    public void Run(TrafficDesk desk, CancellationToken stop)
    {
        do
        {
            Tell(_box.Read(Path).Expect(_box.Address), desk);
        }
        while (!stop.WaitHandle.WaitOne(AskMs));
    }

    public void Dispose()
    {
        _box.Dispose();
    }

    private void Tell(JsonNode report, TrafficDesk desk)
    {
        JsonNode[] frames = report["frames"]!.AsArray().Select(frame => frame!).ToArray();
        int next = Array.FindLastIndex(frames, frame => KeyOf(frame) == _lastShown) + 1;
        foreach (JsonNode frame in frames.Skip(next))
        {
            desk.OnFrame(FrameOf(frame));
            _lastShown = KeyOf(frame);
        }
        JsonNode diagnosis = report["diagnosis"]!;
        desk.OnDiagnosis(
            new Diagnosis((string)diagnosis["code"]!, (string)diagnosis["text"]!,
                (string?)diagnosis["id"]),
            (long)report["at_ms"]! * UsPerMs);
    }

    private static string KeyOf(JsonNode frame)
    {
        return $"{frame["at_ms"]} {frame["hex"]}";
    }

    private static CapturedFrame FrameOf(JsonNode frame)
    {
        byte[] body = Convert.FromHexString((string)frame["hex"]!);
        string fate = (string)frame["fate"]!;
        bool isSent = fate == BusWords.Of(FrameFate.Sent);
        return new CapturedFrame(StatusOf(fate), WireOf(body), body)
        {
            Direction = isSent ? CaptureDirection.Sent : CaptureDirection.Heard,
            AtUs = (long)frame["at_ms"]! * UsPerMs,
        };
    }

    // What is wrong with its meaning shows again when it is read here.
    private static DecodeStatus StatusOf(string fate)
    {
        for (DecodeStatus i = DecodeStatus.BadLength; i <= DecodeStatus.CutShort; i++)
        {
            if (fate == BusWords.Of(FrameFate.BadLength + (i - DecodeStatus.BadLength)))
            {
                return i;
            }
        }
        return DecodeStatus.Frame;
    }

    private static byte[] WireOf(byte[] body)
    {
        return
        [
            Slip.End,
            .. body.SelectMany<byte, byte>(value => value switch
            {
                Slip.End => [Slip.Escape, Slip.EscapedEnd],
                Slip.Escape => [Slip.Escape, Slip.EscapedEscape],
                _ => [value],
            }),
            Slip.End,
        ];
    }
}
