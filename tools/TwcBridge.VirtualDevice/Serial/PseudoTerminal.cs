using System;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace TwcBridge.VirtualDevice.Serial;

/// <summary>
/// A serial port made of software: another program opens <see cref="Name"/> as if it were an
/// adapter, and we are the line behind it. That program may close it and come back.
/// </summary>
public sealed class PseudoTerminal : ISerialLine
{
    private const int NameCapacity = 128;

    // A second of a busy line. Programs that listen are never so far behind.
    private const int MostUnreadBytes = 1024;

    private readonly UnixTerminal _line;

    // Held open by us too. Otherwise every close by the other program would be an error here, and
    // the next opener would find the line in cooked mode.
    private readonly UnixTerminal _port;
    private int _unreadCount;

    private PseudoTerminal(UnixTerminal line, UnixTerminal port)
    {
        _line = line;
        _port = port;
    }

    /// <summary>The path that the other program opens.</summary>
    public string Name => _port.Name;

    /// <summary>Bytes written while nobody read the line.</summary>
    public long LostByteCount { get; private set; }

    public static PseudoTerminal Create()
    {
        if (OperatingSystem.IsWindows())
        {
            throw new SerialLineException(SerialLineError.NotSupported,
                "Windows has no pseudo terminals. Install a null-modem driver such as com0com "
                + "and name one of its two ports with --serial.");
        }
        SafeFileHandle master = LibC.OpenPseudoTerminal(LibC.OpenFlags);
        if (master.IsInvalid)
        {
            throw UnixFailure.WhileOpening("/dev/ptmx", Marshal.GetLastPInvokeError());
        }
        UnixTerminal line = new(master, "/dev/ptmx");
        try
        {
            UnixTerminal port = UnixTerminal.Open(PathBehind(master));
            port.MakeRaw();
            return new PseudoTerminal(line, port);
        }
        catch (SerialLineException)
        {
            line.Dispose();
            throw;
        }
    }

    public int Read(byte[] buffer)
    {
        return _line.Read(buffer);
    }

    /// <summary>
    /// As a wire does, it loses what nobody listens to, so that a program that comes late does not
    /// hear what was said hours ago.
    /// </summary>
    public void Write(byte[] buffer, int length)
    {
        // A program that was killed leaves its exclusive flag behind, since we keep the port open.
        _port.DropExclusiveFlag();
        if (!_port.Wait(LibC.PollIn, 0))
        {
            _unreadCount = 0;
        }
        else if (_unreadCount >= MostUnreadBytes)
        {
            _port.DiscardInput();
            LostByteCount += _unreadCount;
            _unreadCount = 0;
        }
        int written = _line.Write(buffer.AsSpan(0, length));
        LostByteCount += length - written;
        _unreadCount += written;
    }

    public bool WaitReadable(int timeoutMs)
    {
        return _line.Wait(LibC.PollIn, timeoutMs);
    }

    public void Dispose()
    {
        _port.Dispose();
        _line.Dispose();
    }

    private static string PathBehind(SafeFileHandle master)
    {
        byte[] name = new byte[NameCapacity];
        if (LibC.Grant(master) != 0 || LibC.Unlock(master) != 0
            || LibC.PeerName(master, name, NameCapacity) != 0)
        {
            throw UnixFailure.WhileOpening("/dev/ptmx", Marshal.GetLastPInvokeError());
        }
        return Encoding.UTF8.GetString(name, 0, Array.IndexOf(name, (byte)0));
    }
}
