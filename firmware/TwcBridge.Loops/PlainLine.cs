using System.Net.Sockets;

namespace TwcBridge.Loops;

/// <summary>A socket as it is.</summary>
public sealed class PlainLine : IBrokerLine
{
    private readonly Socket _socket;

    public PlainLine(Socket socket)
    {
        _socket = socket;
    }

    public int Read(byte[] buffer)
    {
        if (!_socket.Poll(0, SelectMode.SelectRead))
        {
            return 0;
        }
        int count = _socket.Receive(buffer, 0, buffer.Length, SocketFlags.None);
        return count == 0 ? BrokerLine.Ended : count;
    }

    public int Write(byte[] buffer, int length)
    {
        return _socket.Poll(0, SelectMode.SelectWrite)
            ? _socket.Send(buffer, 0, length, SocketFlags.None)
            : 0;
    }

    public void Close()
    {
        _socket.Close();
    }
}
