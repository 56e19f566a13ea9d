using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace TwcBridge.VirtualDevice.Serial;

/// <summary>A serial port of Windows. Written from the documentation: it has not run yet.</summary>
internal sealed class WindowsSerialPort : ISerialLine
{
    private const uint BaudRate = 9600;
    private const byte DataBits = 8;
    private const uint WriteTimeoutMs = 5000;

    // fBinary, and DTR and RTS on as they are after an open on Linux; no flow control at all.
    private const uint PlainFlags = 0x1 | (1 << 4) | (1 << 12);

    private readonly SafeFileHandle _port;

    // Windows can only wait by reading, so the first byte of a wait is kept for the next Read.
    private readonly byte[] _ahead = new byte[1];
    private int _aheadCount;

    private WindowsSerialPort(SafeFileHandle port, string name)
    {
        _port = port;
        Name = name;
    }

    public string Name { get; }

    public static WindowsSerialPort Open(string device)
    {
        // The prefix is what makes COM10 and above open; CreateFile shares a port with nobody.
        string path = device.StartsWith(@"\\", StringComparison.Ordinal) ? device : @"\\.\" + device;
        SafeFileHandle handle = WindowsApi.CreateFile(
            path, WindowsApi.ReadAndWrite, 0, 0, WindowsApi.OpenExisting, 0, 0);
        if (handle.IsInvalid)
        {
            throw WindowsFailure.WhileOpening(device, Marshal.GetLastPInvokeError());
        }
        WindowsSerialPort port = new(handle, device);
        try
        {
            port.MakeRaw();
            return port;
        }
        catch (SerialLineException)
        {
            port.Dispose();
            throw;
        }
    }

    public int Read(byte[] buffer)
    {
        int count = _aheadCount;
        _aheadCount = 0;
        if (count > 0)
        {
            buffer[0] = _ahead[0];
        }
        LetReadsWait(0);
        return count + ReadNow(buffer.AsSpan(count));
    }

    public void Write(byte[] buffer, int length)
    {
        if (!WindowsApi.WriteFile(_port, buffer, (uint)length, out uint count, 0))
        {
            throw WindowsFailure.WhileUsing(Name, Marshal.GetLastPInvokeError());
        }
        if (count < length)
        {
            throw new SerialLineException(SerialLineError.Stuck,
                $"{Name} takes no more bytes. Unplug the adapter and plug it in again.");
        }
    }

    public bool WaitReadable(int timeoutMs)
    {
        if (_aheadCount == 0)
        {
            LetReadsWait((uint)timeoutMs);
            _aheadCount = ReadNow(_ahead);
        }
        return _aheadCount > 0;
    }

    public void Dispose()
    {
        _port.Dispose();
    }

    private void MakeRaw()
    {
        WindowsApi.LineSettings settings = new()
        {
            Size = (uint)Unsafe.SizeOf<WindowsApi.LineSettings>(),
        };
        if (!WindowsApi.GetCommState(_port, ref settings))
        {
            throw WindowsFailure.NotASerialPort(Name);
        }
        settings.BaudRate = BaudRate;
        settings.Flags = PlainFlags;
        settings.ByteSize = DataBits;
        settings.Parity = 0;
        settings.StopBits = 0;      // The code for one stop bit.
        if (!WindowsApi.SetCommState(_port, in settings)
            || !WindowsApi.PurgeComm(_port, WindowsApi.PurgeInput))
        {
            throw WindowsFailure.WhileOpening(Name, Marshal.GetLastPInvokeError());
        }
    }

    // With both other figures at the maximum, a read waits this long for a first byte and returns
    // with what is there; with only the interval at the maximum it does not wait at all.
    private void LetReadsWait(uint timeoutMs)
    {
        WindowsApi.LineTimeouts timeouts = new()
        {
            ReadInterval = WindowsApi.Maximum,
            ReadMultiplier = timeoutMs == 0 ? 0 : WindowsApi.Maximum,
            ReadConstant = timeoutMs,
            WriteConstant = WriteTimeoutMs,
        };
        if (!WindowsApi.SetCommTimeouts(_port, in timeouts))
        {
            throw WindowsFailure.WhileUsing(Name, Marshal.GetLastPInvokeError());
        }
    }

    private int ReadNow(Span<byte> buffer)
    {
        return WindowsApi.ReadFile(_port, buffer, (uint)buffer.Length, out uint count, 0)
            ? (int)count
            : throw WindowsFailure.WhileUsing(Name, Marshal.GetLastPInvokeError());
    }
}
