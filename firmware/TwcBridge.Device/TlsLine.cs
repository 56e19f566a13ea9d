using System.Net.Security;
using System.Net.Sockets;
using TwcBridge.Loops;

namespace TwcBridge.Device;

/// <summary>
/// A connection in TLS. After the handshake the platform's socket does not block: a read that finds
/// half a record ends after the least time-out there is, and the half is kept below.
/// </summary>
internal sealed class TlsLine : IBrokerLine
{
    private const int LeastTimeoutMs = 1;

    private readonly Socket _socket;
    private readonly SslStream _stream;

    public TlsLine(Socket socket, SslStream stream)
    {
        _socket = socket;
        _stream = stream;
        socket.ReceiveTimeout = LeastTimeoutMs;
        socket.SendTimeout = LeastTimeoutMs;
    }

    public int Read(byte[] buffer)
    {
        if (!_stream.DataAvailable && !_socket.Poll(0, SelectMode.SelectRead))
        {
            return 0;
        }
        try
        {
            int count = _stream.Read(buffer, 0, buffer.Length);
            return count == 0 ? BrokerLine.Ended : count;
        }
        catch (SocketException fault) when (fault.ErrorCode == (int)SocketError.TimedOut)
        {
            return 0;   // Half a record.
        }
    }

    public int Write(byte[] buffer, int length)
    {
        if (!_socket.Poll(0, SelectMode.SelectWrite))
        {
            return 0;
        }
        _stream.Write(buffer, 0, length);
        return length;
    }

    public void Close()
    {
        _stream.Close();
        _socket.Close();
    }
}
