using System.Threading;
using TwcBridge.VirtualDevice.Captures;
using TwcBridge.VirtualDevice.Hosting;
using TwcBridge.VirtualDevice.Serial;

namespace TwcBridge.Cli.Monitoring;

/// <summary>Whatever is said on a serial line. It only reads: nothing here can write.</summary>
internal sealed class LineTraffic : ITrafficSource
{
    // Also how long a stop takes at the most.
    private const int MostWaitMs = 100;
    private const int BufferLength = 256;
    private const int UsPerMs = 1000;

    private readonly ISerialLine _line;
    private readonly FrameCollector _collector = new();
    private readonly byte[] _buffer = new byte[BufferLength];

    public LineTraffic(ISerialLine line)
    {
        _line = line;
    }

    public string Name => _line.Name;

    public string Introduction => $"{Name}: listening, nothing is sent. Ctrl-C ends.";

    public void Run(TrafficDesk desk, CancellationToken stop)
    {
        MonotonicClock clock = new();
        PassiveDoctor doctor = new(clock.NowMs);
        while (!stop.IsCancellationRequested)
        {
            _line.WaitReadable(MostWaitMs);
            int length = _line.Read(_buffer);
            long nowUs = clock.NowUs;
            doctor.OnReceived(_buffer, length, nowUs / UsPerMs);
            Decode(length, nowUs, desk);
            desk.OnDiagnosis(doctor.Diagnosis, nowUs);
            desk.OnNoise(_collector.NoiseByteCount);
        }
    }

    public void Dispose()
    {
        _line.Dispose();
    }

    private void Decode(int length, long nowUs, TrafficDesk desk)
    {
        for (int i = 0; i < length; i++)
        {
            if (_collector.Push(_buffer[i]) is CapturedFrame frame)
            {
                desk.OnFrame(frame with { AtUs = nowUs });
            }
        }
    }
}
