using System.Collections.Generic;
using System.Linq;
using System.Threading;
using TwcBridge.Messages;
using TwcBridge.Simulator;
using TwcBridge.VirtualDevice.Captures;
using TwcBridge.Wire;

namespace TwcBridge.Benchmarks.Live;

/// <summary>Remembers every frame of a live run. The bus thread tells, others may look.</summary>
internal sealed class LineWatch
{
    // An exchange at its slowest, and the way of a command to the bus side. With less room before
    // the next heartbeat a change has to wait, by rule.
    private const long ExchangeUs = 320 * Micros.PerMs;

    // The last byte of an answer, its tail, and the pause after which the line counts as idle.
    private const long IdleUs = 7 * Micros.PerMs;

    private const int UsualCount = 100_000;

    private readonly Lock _gate = new();
    private readonly List<LineFrame> _frames = new(UsualCount);
    private readonly Message _message = new();

    public LineFrame[] FramesSince(long fromUs)
    {
        lock (_gate)
        {
            return _frames.SkipWhile(frame => frame.AtUs < fromUs).ToArray();
        }
    }

    /// <summary>Whether nobody speaks or is about to answer, and nobody's heartbeat will be due
    /// before an exchange is over: none was sent at that time of the last cycle.</summary>
    public bool IsIdle(long nowUs, long cycleUs)
    {
        lock (_gate)
        {
            LineFrame last = _frames.LastOrDefault();
            long quietUs = nowUs - last.AtUs;
            return quietUs > (last.IsSent ? ExchangeUs : IdleUs)
                && !_frames.AsEnumerable().Reverse()
                    .TakeWhile(frame => frame.AtUs > nowUs - cycleUs)
                    .Any(frame => frame.IsHeartbeat && frame.AtUs < nowUs - cycleUs + ExchangeUs);
        }
    }

    public void OnFrame(CapturedFrame frame)
    {
        bool isSent = frame.Direction == CaptureDirection.Sent;
        bool isMessage = frame.Status == DecodeStatus.Frame
            && _message.Point(frame.Body, frame.Body.Length) == MessageStatus.Accepted;
        LineFrame seen = new(
            frame.AtUs ?? 0,
            isSent,
            isMessage ? _message.Kind : MessageKind.None,
            !isMessage ? 0 : isSent ? _message.ReceiverId : _message.SenderId,
            isMessage && _message.Kind == MessageKind.Heartbeat ? _message.LimitCentiamps : 0);
        lock (_gate)
        {
            _frames.Add(seen);
        }
    }
}
