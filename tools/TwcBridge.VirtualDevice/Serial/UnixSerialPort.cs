using System;

namespace TwcBridge.VirtualDevice.Serial;

/// <summary>A serial port of Linux or macOS.</summary>
internal sealed class UnixSerialPort : ISerialLine
{
    // Our frames are 23 ms long and the system's queue holds seconds: past this, nothing moves.
    private const int StuckAfterMs = 5000;

    private readonly UnixTerminal _terminal;

    private UnixSerialPort(UnixTerminal terminal)
    {
        _terminal = terminal;
    }

    public string Name => _terminal.Name;

    public static UnixSerialPort Open(string device)
    {
        UnixTerminal terminal = UnixTerminal.Open(device);
        try
        {
            terminal.TakeForUsAlone();
            terminal.MakeRaw();
            terminal.DiscardInput();
            return new UnixSerialPort(terminal);
        }
        catch (SerialLineException)
        {
            terminal.Dispose();
            throw;
        }
    }

    public int Read(byte[] buffer)
    {
        return _terminal.Read(buffer);
    }

    public void Write(byte[] buffer, int length)
    {
        ReadOnlySpan<byte> rest = buffer.AsSpan(0, length);
        long stuckAtMs = Environment.TickCount64 + StuckAfterMs;
        while (rest.Length > 0)
        {
            long leftMs = stuckAtMs - Environment.TickCount64;
            if (leftMs <= 0)
            {
                throw new SerialLineException(SerialLineError.Stuck,
                    $"{Name} takes no more bytes. Unplug the adapter and plug it in again.");
            }
            if (_terminal.Wait(LibC.PollOut, (int)leftMs))
            {
                rest = rest[_terminal.Write(rest)..];
            }
        }
    }

    public bool WaitReadable(int timeoutMs)
    {
        return _terminal.Wait(LibC.PollIn, timeoutMs);
    }

    public void Dispose()
    {
        _terminal.DropExclusiveFlag();
        _terminal.Dispose();
    }
}
