using System.Collections.Generic;
using System.IO;
using System.Threading;
using TwcBridge.VirtualDevice.Captures;

namespace TwcBridge.Cli.Monitoring;

/// <summary>
/// Traffic that was recorded, as fast as it can be read. What has no times is shown all the same,
/// but nothing can be diagnosed from it.
/// </summary>
internal sealed class CaptureTraffic : ITrafficSource
{
    private const int UsPerMs = 1000;

    private readonly TextReader _text;
    private readonly CaptureDecoder _decoder = new();
    private PassiveDoctor? _doctor;

    public CaptureTraffic(TextReader text, string name)
    {
        _text = text;
        Name = name;
    }

    public string Name { get; }

    public string Introduction => "";

    public void Run(TrafficDesk desk, CancellationToken stop)
    {
        foreach (CapturedFrame frame in _decoder.Decode(Records(desk, stop)))
        {
            desk.OnFrame(frame);
        }
        desk.OnNoise(_decoder.NoiseByteCount);
    }

    public void Dispose()
    {
        _text.Dispose();
    }

    private IEnumerable<CaptureRecord> Records(TrafficDesk desk, CancellationToken stop)
    {
        foreach (CaptureRecord record in CaptureReader.Read(_text))
        {
            if (stop.IsCancellationRequested)
            {
                yield break;
            }
            if (record.AtUs is long us)
            {
                _doctor ??= new PassiveDoctor(us / UsPerMs);
                _doctor.OnReceived(record.Bytes, record.Bytes.Length, us / UsPerMs);
                desk.OnDiagnosis(_doctor.Diagnosis, us);
            }
            yield return record;
        }
    }
}
