using System.Diagnostics;

namespace TwcBridge.VirtualDevice.Hosting;

/// <summary>Time since start, as the core wants it: monotonic, and finer than its unit.</summary>
public sealed class MonotonicClock
{
    private readonly long _startedAt = Stopwatch.GetTimestamp();

    public long NowMs => (long)Stopwatch.GetElapsedTime(_startedAt).TotalMilliseconds;

    public long NowUs => Stopwatch.GetElapsedTime(_startedAt).Ticks / 10;
}
