using TwcBridge.Messages;
using TwcBridge.Wire;

namespace TwcBridge.Bus;

/// <summary>Bytes of the line on their way to their meaning: into frames, into the trace, and to
/// the reception. It knows when the line was last busy.</summary>
public sealed class LineInput
{
    public readonly FrameDecoder Decoder = new FrameDecoder();

    private readonly Reception _reception;
    private readonly TraceRing _trace;
    private readonly BusCounters _counters;
    private long _lastByteAtMs = -Timing.FrameGapMs;
    private long _lookedAtMs;

    public LineInput(Reception reception, BusParts parts)
    {
        _reception = reception;
        _trace = parts.Trace;
        _counters = parts.Counters;
    }

    /// <summary>When we may speak if nothing more is heard.</summary>
    public long IdleAtMs => _lastByteAtMs
        + (Decoder.IsInsideFrame ? Timing.FrameGapMs : Timing.LineIdleMs);

    /// <summary>Bytes in order, all of them arrived by now.</summary>
    public void OnReceived(byte[] buffer, int length, long nowMs)
    {
        EndPausedFrame(nowMs);
        for (int i = 0; i < length; i++)
        {
            DecodeStatus status = Decoder.Push(buffer[i]);
            if (status != DecodeStatus.Pending)
            {
                Take(status, nowMs);
            }
        }
        if (length > 0)
        {
            _lastByteAtMs = nowMs;
            _counters.Bytes += length;
        }
        _lookedAtMs = nowMs;
    }

    /// <summary>A silence that is too long for the middle of a frame ends the frame.</summary>
    public void OnTime(long nowMs)
    {
        EndPausedFrame(nowMs);
        _lookedAtMs = nowMs;
    }

    private void EndPausedFrame(long nowMs)
    {
        if (nowMs - _lastByteAtMs > Timing.FrameGapMs)
        {
            Take(Decoder.OnSilence(), nowMs);
        }
    }

    private void Take(DecodeStatus status, long nowMs)
    {
        if (status == DecodeStatus.Frame)
        {
            // A loop that was held up hears late: the frame may be as old as the last look.
            _reception.HeardAfterMs = _lookedAtMs;
            FrameFate fate = _reception.OnBody(Decoder.Body, Decoder.Length, nowMs);
            _trace.Note(fate, Decoder.Body, Decoder.Length, nowMs);
        }
        else if (status >= DecodeStatus.BadLength)
        {
            _trace.Note(FateOf(status), Decoder.Body, Decoder.Length, nowMs);
        }
    }

    private static FrameFate FateOf(DecodeStatus status)
    {
        return FrameFate.BadLength + (status - DecodeStatus.BadLength);
    }
}
