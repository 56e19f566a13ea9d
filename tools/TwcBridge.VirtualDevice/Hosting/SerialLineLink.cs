using System;
using TwcBridge.Loops;
using TwcBridge.VirtualDevice.Serial;

namespace TwcBridge.VirtualDevice.Hosting;

/// <summary>
/// A serial port of the PC as the bus loop's line. When the adapter is pulled out the port is
/// closed and tried again every second, for as long as it takes; the loop goes on meanwhile.
/// </summary>
public sealed class SerialLineLink : ISerialLink, IDisposable
{
    private const int ReopenMs = 1000;

    private readonly Func<ISerialLine> _open;
    private readonly MonotonicClock _clock;
    private ISerialLine? _line;
    private long _reopenAtMs;

    /// <summary>Opens the line for the first time; that may throw SerialLineException.</summary>
    public SerialLineLink(Func<ISerialLine> open, MonotonicClock clock)
    {
        _open = open;
        _clock = clock;
        _line = open();
    }

    /// <summary>What is wrong with the line, or null.</summary>
    public string? Fault { get; private set; }

    public int Read(byte[] buffer)
    {
        if (_line == null && !TryReopen())
        {
            return 0;
        }
        try
        {
            return _line!.Read(buffer);
        }
        catch (SerialLineException fault)
        {
            Close(fault);
            return 0;
        }
    }

    public bool TryWrite(byte[] buffer, int length)
    {
        if (_line == null)
        {
            return false;
        }
        try
        {
            _line.Write(buffer, length);
            return true;
        }
        catch (SerialLineException fault)
        {
            Close(fault);
            return false;
        }
    }

    public void Dispose()
    {
        _line?.Dispose();
        _line = null;
    }

    private bool TryReopen()
    {
        if (_clock.NowMs < _reopenAtMs)
        {
            return false;
        }
        try
        {
            _line = _open();
            Fault = null;
            return true;
        }
        catch (SerialLineException fault)
        {
            Close(fault);
            return false;
        }
    }

    private void Close(SerialLineException fault)
    {
        _line?.Dispose();
        _line = null;
        Fault = fault.Message;
        _reopenAtMs = _clock.NowMs + ReopenMs;
    }
}
