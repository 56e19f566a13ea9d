using TwcBridge.Benchmarks.Reports;
using TwcBridge.Loops;
using TwcBridge.VirtualDevice.Hosting;

namespace TwcBridge.Benchmarks.Live;

/// <summary>Notes how long the bus loop leaves the line unread: the UART of an ESP32 drops its
/// whole input after 50 ms.</summary>
internal sealed class WatchedLink : ISerialLink
{
    private const double UsPerMs = 1000;

    private readonly ISerialLink _inner;
    private readonly MonotonicClock _clock;
    private long _lookedAtUs;
    private volatile bool _isMeasuring;

    public WatchedLink(ISerialLink inner, MonotonicClock clock)
    {
        _inner = inner;
        _clock = clock;
        _lookedAtUs = clock.NowUs;
    }

    /// <summary>Milliseconds from one look to the next, since <see cref="Measure"/>. Not to be
    /// looked at before the bus thread has ended.</summary>
    public Samples PausesMs { get; } = new();

    public void Measure()
    {
        _isMeasuring = true;
    }

    public int Read(byte[] buffer)
    {
        long nowUs = _clock.NowUs;
        if (_isMeasuring)
        {
            PausesMs.Add((nowUs - _lookedAtUs) / UsPerMs);
        }
        _lookedAtUs = nowUs;
        return _inner.Read(buffer);
    }

    public bool TryWrite(byte[] buffer, int length)
    {
        return _inner.TryWrite(buffer, length);
    }
}
