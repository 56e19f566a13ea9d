using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using TwcBridge.Charging;
using TwcBridge.Messages;
using TwcBridge.VirtualDevice.Captures;
using TwcBridge.VirtualDevice.Hosting;
using TwcBridge.Wire;

namespace TwcBridge.Cli.Running;

/// <summary>
/// What went over the line and what users asked for: all of it into a capture; commands and the
/// frames that carry a changed limit to the view. The bus thread only drops notes into a queue; if
/// nobody empties it in time it is the log that loses some, never the bus that waits.
/// </summary>
internal sealed class TrafficLog : IBusWatch, IDisposable
{
    private const int MostWaiting = 4096;
    private const int UsPerMs = 1000;

    private readonly BlockingCollection<Action> _waiting = new(MostWaiting);
    private readonly Dictionary<int, int> _limits = [];
    private readonly Message _message = new();
    private readonly IRunView _view;
    private readonly int _defaultTtlMs;
    private readonly Thread _writer;
    private CaptureWriter? _capture;
    private long _lostCount;

    /// <param name="capture">Null: none is kept.</param>
    /// <param name="defaultTtlMs">The lease of commands that name none.</param>
    public TrafficLog(TextWriter? capture, IRunView view, int defaultTtlMs)
    {
        _view = view;
        _capture = capture == null ? null : new CaptureWriter(capture);
        _defaultTtlMs = defaultTtlMs;
        _writer = new Thread(Write) { Name = "traffic log", IsBackground = true };
        _writer.Start();
    }

    /// <summary>Notes that the log had no time for.</summary>
    public long LostCount => Interlocked.Read(ref _lostCount);

    /// <summary>What is to be known of the run, as comments before everything else.</summary>
    public void Begin(string[] heading)
    {
        foreach (string line in heading)
        {
            _capture?.WriteComment(line);
        }
    }

    public void OnFrame(CapturedFrame frame, long beganAtMs)
    {
        Enqueue(() => Write(frame, beganAtMs));
    }

    public void OnCommand(Command command, CommandResult result, long nowMs)
    {
        CommandNote note = new(command, result, nowMs);
        Enqueue(() => Write(note));
    }

    public void Dispose()
    {
        _waiting.CompleteAdding();
        _writer.Join();
        _waiting.Dispose();
    }

    private void Enqueue(Action write)
    {
        if (!_waiting.TryAdd(write))
        {
            Interlocked.Increment(ref _lostCount);
        }
    }

    private void Write()
    {
        foreach (Action write in _waiting.GetConsumingEnumerable())
        {
            write();
        }
    }

    private void Write(CommandNote note)
    {
        string text = note.Describe(_defaultTtlMs);
        _view.Tell(note.AtMs, text);
        Record(note.AtMs, capture => capture.WriteComment($"{note.AtMs} {text}"));
    }

    private void Write(CapturedFrame frame, long beganAtMs)
    {
        MessageStatus status = frame.Status == DecodeStatus.Frame
            ? _message.Point(frame.Body, frame.Body.Length)
            : MessageStatus.UnknownPair;
        bool isRead = frame.Status == DecodeStatus.Frame && status == MessageStatus.Accepted;
        string meaning = isRead
            ? MessageText.Describe(_message)
            : RefusalText.Describe(frame, status);
        bool isSent = frame.Direction == CaptureDirection.Sent;
        string comment = isSent ? meaning : $"{meaning} (since {beganAtMs})";
        long atMs = frame.AtUs!.Value / UsPerMs;
        Record(atMs, capture =>
            capture.Write(frame.AtUs, frame.Direction, frame.Wire, comment));
        if (isSent && IsChange())
        {
            _view.Tell(atMs, TellChange(frame));
        }
    }

    // A full disk ends the recording, not the run.
    private void Record(long atMs, Action<CaptureWriter> write)
    {
        if (_capture == null)
        {
            return;
        }
        try
        {
            write(_capture);
        }
        catch (IOException fault)
        {
            _capture = null;
            _view.Tell(atMs, $"recording has ended: {fault.Message}");
        }
    }

    // Short enough for a terminal of 80 columns.
    private string TellChange(CapturedFrame frame)
    {
        string limit = StatusWords.Amps(_message.LimitCentiamps);
        return $"sent to {StatusWords.Id(_message.ReceiverId)}: limit {limit} "
            + $"({_message.Command:X2}) {Convert.ToHexString(frame.Wire)}";
    }

    // A frame that carries a limit which its connector had not been told.
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
