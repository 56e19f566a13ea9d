using System.Collections.Generic;

namespace TwcBridge.VirtualDevice.Captures;

/// <summary>
/// Finds the frames in a capture. A frame may run over several lines; what was sent and what was
/// heard never mix.
/// </summary>
public sealed class CaptureDecoder
{
    private readonly Dictionary<CaptureDirection, FrameCollector> _collectors = [];

    /// <summary>Bytes outside of every frame; complete when <see cref="Decode"/> has ended.</summary>
    public int NoiseByteCount { get; private set; }

    public IEnumerable<CapturedFrame> Decode(IEnumerable<CaptureRecord> records)
    {
        CaptureRecord? last = null;
        foreach (CaptureRecord record in records)
        {
            foreach (CapturedFrame frame in DecodeOne(record))
            {
                yield return frame;
            }
            last = record;
        }
        foreach (CapturedFrame frame in Finish())
        {
            yield return frame with { AtUs = last?.AtUs };
        }
    }

    private IEnumerable<CapturedFrame> DecodeOne(CaptureRecord record)
    {
        FrameCollector collector = CollectorOf(record.Direction);
        foreach (byte value in record.Bytes)
        {
            if (collector.Push(value) is CapturedFrame frame)
            {
                yield return frame with
                {
                    Direction = record.Direction,
                    AtUs = record.AtUs,
                    VectorName = record.VectorName,
                };
            }
        }
        if (record.VectorName == null)
        {
            yield break;
        }
        foreach (CapturedFrame frame in Finish())
        {
            yield return frame with { VectorName = record.VectorName };
        }
    }

    private List<CapturedFrame> Finish()
    {
        List<CapturedFrame> frames = [];
        foreach ((CaptureDirection direction, FrameCollector collector) in _collectors)
        {
            if (collector.Finish() is CapturedFrame frame)
            {
                frames.Add(frame with { Direction = direction });
            }
            NoiseByteCount += collector.NoiseByteCount;
        }
        _collectors.Clear();
        return frames;
    }

    private FrameCollector CollectorOf(CaptureDirection direction)
    {
        if (!_collectors.TryGetValue(direction, out FrameCollector? collector))
        {
            collector = new FrameCollector();
            _collectors.Add(direction, collector);
        }
        return collector;
    }
}
