using System;
using System.Net.Security;
using System.Net.Sockets;
using System.Threading.Tasks;
using TwcBridge.Loops;

namespace TwcBridge.VirtualDevice.Hosting;

/// <summary>A connection in TLS. One read and one write are under way at the most, and only looked
/// at: nothing here waits for half a record, or for a broker that does not read.</summary>
internal sealed class TlsLine : IBrokerLine
{
    private const int BufferLength = 4096;

    private readonly SslStream _stream;
    private readonly byte[] _input = new byte[BufferLength];
    private readonly byte[] _output = new byte[BufferLength];
    private Task<int>? _reading;
    private Task? _writing;
    private int _taken;
    private int _filled;

    public TlsLine(SslStream stream)
    {
        _stream = stream;
    }

    public int Read(byte[] buffer)
    {
        if (_taken == _filled)
        {
            _reading ??= _stream.ReadAsync(_input, 0, BufferLength);
            if (!_reading.IsCompleted)
            {
                return 0;
            }
            _taken = 0;
            _filled = _reading.IsCompletedSuccessfully ? _reading.Result : throw Fault();
            _reading = null;
            if (_filled == 0)
            {
                return BrokerLine.Ended;
            }
        }
        int count = Math.Min(_filled - _taken, buffer.Length);
        Array.Copy(_input, _taken, buffer, 0, count);
        _taken += count;
        return count;
    }

    public int Write(byte[] buffer, int length)
    {
        if (_writing is { IsCompleted: false })
        {
            return 0;
        }
        if (_writing is { IsCompletedSuccessfully: false })
        {
            throw Fault();
        }
        int count = Math.Min(length, BufferLength);
        Array.Copy(buffer, _output, count);
        _writing = _stream.WriteAsync(_output, 0, count);
        return count;
    }

    public void Close()
    {
        _stream.Dispose();
    }

    // A loop of the firmware knows faults of sockets only.
    private static SocketException Fault()
    {
        return new SocketException((int)SocketError.ConnectionReset);
    }
}
