using System;
using TwcBridge.Loops;
using TwcBridge.VirtualDevice.Captures;
using TwcBridge.Wire;

namespace TwcBridge.VirtualDevice.Hosting;

/// <summary>
/// A line that tells an observer each frame that goes by. The observer is called on the bus thread
/// and must return at once.
/// </summary>
public sealed class TappedLink : ISerialLink
{
    private readonly ISerialLink _inner;
    private readonly Func<long> _nowUs;
    private readonly Action<CapturedFrame> _observer;
    private readonly FrameCollector _sent = new();
    private readonly FrameCollector _heard = new();

    public TappedLink(ISerialLink inner, MonotonicClock clock, Action<CapturedFrame> observer)
        : this(inner, () => clock.NowUs, observer)
    {
    }

    /// <param name="nowUs">What time it is for the observer.</param>
    public TappedLink(ISerialLink inner, Func<long> nowUs, Action<CapturedFrame> observer)
    {
        _inner = inner;
        _nowUs = nowUs;
        _observer = observer;
    }

    /// <summary>When the first byte of the frame was there that the observer is shown.</summary>
    public long BeganAtUs { get; private set; }

    public int Read(byte[] buffer)
    {
        int count = _inner.Read(buffer);
        Observe(buffer, count, _heard, CaptureDirection.Heard);
        return count;
    }

    public bool TryWrite(byte[] buffer, int length)
    {
        if (!_inner.TryWrite(buffer, length))
        {
            return false;
        }
        Observe(buffer, length, _sent, CaptureDirection.Sent);
        return true;
    }

    private void Observe(
        byte[] buffer, int length, FrameCollector collector, CaptureDirection direction)
    {
        for (int i = 0; i < length; i++)
        {
            if (collector.Push(buffer[i]) is { } frame)
            {
                _observer(frame with { AtUs = _nowUs(), Direction = direction });
            }
            else if (buffer[i] == Slip.End)
            {
                BeganAtUs = _nowUs();   // It closed nothing, so it opens.
            }
        }
    }
}
