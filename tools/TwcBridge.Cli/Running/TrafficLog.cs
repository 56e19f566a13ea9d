using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using TwcBridge.Messages;
using TwcBridge.VirtualDevice.Captures;
using TwcBridge.Wire;

namespace TwcBridge.Cli.Running;

/// <summary>
/// What went over the line: all of it into a capture, and the frames that carry a changed limit to
/// whoever shows them. The bus thread only drops frames into a queue; if nobody empties it in time
/// it is the log that loses frames, never the bus that waits.
/// </summary>
internal sealed class TrafficLog : IDisposable
{
    private const int MostWaiting = 4096;

    private readonly BlockingCollection<CapturedFrame> _waiting = new(MostWaiting);
    private readonly Dictionary<int, int> _limits = [];
    private readonly Message _message = new();
    private readonly Action<CapturedFrame, string> _onChange;
    private readonly CaptureWriter? _capture;
    private readonly Thread _writer;
    private long _lostCount;

    /// <param name="capture">Null: none is kept.</param>
    /// <param name="onChange">Called on the log's thread with a frame that carries a limit which
    /// its connector had not been told, and what it means.</param>
    public TrafficLog(TextWriter? capture, Action<CapturedFrame, string> onChange)
    {
        _onChange = onChange;
        _capture = capture == null ? null : new CaptureWriter(capture);
        _writer = new Thread(Write) { Name = "traffic log", IsBackground = true };
        _writer.Start();
    }

    /// <summary>Frames that the log had no time for.</summary>
    public long LostCount => Interlocked.Read(ref _lostCount);

    /// <summary>Called on the bus thread.</summary>
    public void OnFrame(CapturedFrame frame)
    {
        if (!_waiting.TryAdd(frame))
        {
            Interlocked.Increment(ref _lostCount);
        }
    }

    public void Dispose()
    {
        _waiting.CompleteAdding();
        _writer.Join();
        _waiting.Dispose();
    }

    private void Write()
    {
        foreach (CapturedFrame frame in _waiting.GetConsumingEnumerable())
        {
            MessageStatus status = frame.Status == DecodeStatus.Frame
                ? _message.Point(frame.Body, frame.Body.Length)
                : MessageStatus.UnknownPair;
            bool isWhole = frame.Status == DecodeStatus.Frame && status == MessageStatus.Accepted;
            string meaning = isWhole
                ? MessageText.Describe(_message)
                : RefusalText.Describe(frame, status);
            _capture?.Write(frame.AtUs, frame.Direction, frame.Wire, meaning);
            if (isWhole && IsChange())
            {
                _onChange(frame, meaning);
            }
        }
    }

    private bool IsChange()
    {
        if (_message.Kind != MessageKind.Heartbeat
            || _message.Command == HeartbeatCommand.NoChange)
        {
            return false;
        }
        bool isKnown = _limits.TryGetValue(_message.ReceiverId, out int limit);
        _limits[_message.ReceiverId] = _message.LimitCentiamps;
        return !isKnown || limit != _message.LimitCentiamps;
    }
}
