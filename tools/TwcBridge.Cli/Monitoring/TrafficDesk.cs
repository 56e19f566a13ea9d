using System;
using System.IO;
using TwcBridge.Cli.Running;
using TwcBridge.VirtualDevice.Captures;

namespace TwcBridge.Cli.Monitoring;

/// <summary>What becomes of the traffic: it is recorded whole, counted, and shown as far as the
/// filter lets it pass.</summary>
internal sealed class TrafficDesk : IDisposable
{
    private readonly IMonitorView _view;
    private readonly TrafficFilter _filter;
    private readonly StreamWriter? _file;
    private readonly CaptureWriter? _capture;

    public TrafficDesk(MonitorOptions options, IMonitorView view)
    {
        _view = view;
        _filter = options.Filter;
        if (options.RecordFile is string path)
        {
            _file = new StreamWriter(path);
            _capture = new CaptureWriter(_file);
        }
    }

    public TrafficCount Count { get; } = new();

    /// <summary>The last one; null before the first.</summary>
    public Diagnosis? Diagnosis { get; private set; }

    public void Begin(ITrafficSource source)
    {
        _capture?.WriteComment(
            $"twcbridge {Runner.Version} monitor of {source.Name}; times in ms");
        _view.Begin(source);
    }

    public void OnFrame(CapturedFrame frame)
    {
        SeenFrame seen = new(frame);
        Count.OnFrame(seen);
        _capture?.Write(frame.AtUs, frame.Direction, frame.Wire, seen.Meaning);
        if (_filter.Passes(seen))
        {
            _view.Show(seen);
        }
    }

    /// <summary>Told as often as one likes; shown when it changes.</summary>
    public void OnDiagnosis(Diagnosis diagnosis, long atUs)
    {
        if (diagnosis == Diagnosis)
        {
            return;
        }
        Diagnosis = diagnosis;
        _capture?.WriteComment($"diagnosis {diagnosis}");
        _view.Show(diagnosis, atUs);
    }

    /// <param name="byteCount">Since the start.</param>
    public void OnNoise(int byteCount)
    {
        Count.NoiseByteCount = byteCount;
    }

    public void End()
    {
        _view.End(Count, Diagnosis);
    }

    public void Dispose()
    {
        _file?.Dispose();
    }
}
