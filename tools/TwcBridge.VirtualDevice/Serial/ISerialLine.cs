using System;

namespace TwcBridge.VirtualDevice.Serial;

/// <summary>
/// Raw bytes at 9600 8N1: a serial port, a pseudo terminal or a simulated bus. One thread uses a
/// line; every member may throw <see cref="SerialLineException"/>.
/// </summary>
public interface ISerialLine : IDisposable
{
    /// <summary>What people call the line: a path such as /dev/ttyUSB0, or COM3.</summary>
    public string Name { get; }

    /// <summary>Copies what has arrived, as much as fits; 0 when nothing is there.</summary>
    public int Read(byte[] buffer);

    /// <summary>Hands over all bytes. It returns before the last one has left the wire.</summary>
    public void Write(byte[] buffer, int length);

    /// <summary>
    /// Waits until <see cref="Read"/> has bytes, or knows that the line has gone. False after the
    /// time, and earlier when a signal comes in between, so callers look at their clock again.
    /// </summary>
    public bool WaitReadable(int timeoutMs);
}
