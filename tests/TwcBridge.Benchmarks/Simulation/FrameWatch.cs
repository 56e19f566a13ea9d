using System;
using TwcBridge.Simulator;

namespace TwcBridge.Benchmarks.Simulation;

/// <summary>Finds the frames in what one unit puts on the line, and when each began.</summary>
internal sealed class FrameWatch
{
    private const byte End = 0xC0;

    private readonly FrameReader _reader = new();
    private readonly Action<WireFrame, long> _onFrame;
    private long _beganUs;

    /// <param name="onFrame">Told the frame, which is valid until it returns, and the instant of
    /// its first bit.</param>
    public FrameWatch(Action<WireFrame, long> onFrame)
    {
        _onFrame = onFrame;
    }

    public long BadChecksums => _reader.BadChecksums;

    public void Read(Transmission transmission)
    {
        for (int i = 0; i < transmission.Length; i++)
        {
            byte value = transmission.Bytes[i];
            if (_reader.Push(value))
            {
                _onFrame(_reader.Frame, _beganUs);
            }
            if (value == End)
            {
                _beganUs = i == 0
                    ? transmission.StartUs
                    : LineTiming.ByteEndUs(transmission.StartUs, i - 1);
            }
        }
    }
}
