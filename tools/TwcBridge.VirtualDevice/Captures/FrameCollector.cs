using System.Collections.Generic;
using TwcBridge.Wire;

namespace TwcBridge.VirtualDevice.Captures;

/// <summary>
/// The firmware's decoder with a memory: it keeps the bytes that a frame was made of, so that a
/// refused one can be shown whole.
/// </summary>
public sealed class FrameCollector
{
    // Enough to see what a run without Ends is; the rest of it counts as noise.
    private const int MostWireBytes = 2 * FrameFormat.MaxWireLength;

    private readonly FrameDecoder _decoder = new();
    private readonly List<byte> _wire = [];
    private DecodeStatus _refusal = DecodeStatus.Pending;

    /// <summary>Bytes that belong to no frame and to no refused one: tail bytes, mostly.</summary>
    public int NoiseByteCount { get; private set; }

    /// <summary>The frame that ended with this byte, if one did.</summary>
    public CapturedFrame? Push(byte value)
    {
        DecodeStatus status = _decoder.Push(value);
        Keep(value);
        if (value == Slip.End)
        {
            return Close(status);
        }
        if (status != DecodeStatus.Pending)
        {
            _refusal = status;      // Shown at the next End, with what follows.
        }
        return null;
    }

    /// <summary>The input is over: what was begun and did not end is a refused frame.</summary>
    public CapturedFrame? Finish()
    {
        return Close(_decoder.OnSilence());
    }

    private void Keep(byte value)
    {
        if (_wire.Count < MostWireBytes)
        {
            _wire.Add(value);
        }
        else
        {
            NoiseByteCount++;
        }
    }

    private CapturedFrame? Close(DecodeStatus lastStatus)
    {
        DecodeStatus status = _refusal != DecodeStatus.Pending ? _refusal : lastStatus;
        CapturedFrame? frame = IsWorthShowing(status) ? Take(status) : null;
        if (frame == null)
        {
            NoiseByteCount += BytesBetweenEnds();
        }
        _wire.Clear();
        _wire.Add(Slip.End);
        _refusal = DecodeStatus.Pending;
        return frame;
    }

    // A runt of one byte is the tail that real connectors put behind their frames.
    private bool IsWorthShowing(DecodeStatus status)
    {
        return status != DecodeStatus.Pending
            && (status != DecodeStatus.Runt || BytesBetweenEnds() > 1);
    }

    private CapturedFrame Take(DecodeStatus status)
    {
        bool hasBody = status is DecodeStatus.Frame or DecodeStatus.BadLength
            or DecodeStatus.BadChecksum;
        byte[] body = hasBody ? _decoder.Body[.._decoder.Length] : [];
        return new CapturedFrame(status, _wire.ToArray(), body);
    }

    private int BytesBetweenEnds()
    {
        int count = 0;
        foreach (byte value in _wire)
        {
            count += value == Slip.End ? 0 : 1;
        }
        return count;
    }
}
