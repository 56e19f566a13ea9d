using System;
using TwcBridge.Loops;
using TwcBridge.VirtualDevice.Captures;

namespace TwcBridge.VirtualDevice.Hosting;

/// <summary>
/// A line that tells an observer each frame that goes by. The observer is called on the bus thread
/// and must return at once.
/// </summary>
public sealed class TappedLink : ISerialLink
{
    private readonly ISerialLink _inner;
    private readonly MonotonicClock _clock;
    private readonly Action<CapturedFrame> _observer;
    private readonly FrameCollector _sent = new();
    private readonly FrameCollector _heard = new();

    public TappedLink(ISerialLink inner, MonotonicClock clock, Action<CapturedFrame> observer)
    {
        _inner = inner;
        _clock = clock;
        _observer = observer;
    }

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
                _observer(frame with { AtUs = _clock.NowUs, Direction = direction });
            }
        }
    }
}
