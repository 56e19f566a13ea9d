using System.Net;
using System.Net.Sockets;
using TwcBridge.Http;

namespace TwcBridge.Loops;

/// <summary>
/// Carries bytes between sockets and HttpServer. It decides nothing, and never waits: every socket
/// is asked first whether it has or takes anything.
/// </summary>
public sealed class HttpPump
{
    private const int BufferLength = 256;
    private const int Backlog = 4;

    /// <summary>
    /// True, as at first, for a stack that keeps a port for its closed connections and would refuse
    /// it to us meanwhile. False on a PC, where two programs would share the port unawares.
    /// </summary>
    public bool ReusesAddress = true;

    /// <summary>Connections that ended by a fault of the network.</summary>
    public long FaultCount;

    private readonly HttpServer _server;
    private readonly Socket[] _clients = new Socket[HttpServer.MaxConnections];
    private readonly byte[] _buffer = new byte[BufferLength];
    private Socket _listener;

    public HttpPump(HttpServer server)
    {
        _server = server;
    }

    /// <summary>Starts to listen. Throws SocketException when the address is taken.</summary>
    public void Open(IPEndPoint address)
    {
        _listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        if (ReusesAddress)
        {
            _listener.SetSocketOption(
                SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        }
        _listener.Bind(address);
        _listener.Listen(Backlog);
    }

    public void Close()
    {
        for (int i = 0; i < _clients.Length; i++)
        {
            Drop(i);
        }
        if (_listener != null)
        {
            _listener.Close();
            _listener = null;
        }
    }

    /// <summary>One turn: at most one new client, and for each client one buffer in and one out.
    /// </summary>
    /// <returns>True when anything moved: look again soon.</returns>
    public bool Turn(long nowMs)
    {
        _server.OnTime(nowMs);
        bool hasMoved = Accept(nowMs);
        for (int i = 0; i < _clients.Length; i++)
        {
            if (_clients[i] != null)
            {
                hasMoved |= Serve(i, nowMs);
            }
        }
        return hasMoved;
    }

    // While every place is taken a newcomer waits in the backlog of the network stack.
    private bool Accept(long nowMs)
    {
        if (_listener == null || !_server.HasRoom
            || !_listener.Poll(0, SelectMode.SelectRead))
        {
            return false;
        }
        Socket client = _listener.Accept();
        int number = _server.OnAccepted(nowMs);
        if (number == HttpServer.None)
        {
            client.Close();
            return false;
        }
        _clients[number] = client;
        return true;
    }

    private bool Serve(int number, long nowMs)
    {
        try
        {
            bool hasMoved = Receive(number, nowMs) || Send(number, nowMs);
            if (_clients[number] != null && _server.WantsClose(number))
            {
                Drop(number);
            }
            return hasMoved;
        }
        catch (SocketException)
        {
            FaultCount++;
            Drop(number);
            return false;
        }
    }

    private bool Receive(int number, long nowMs)
    {
        Socket client = _clients[number];
        if (!client.Poll(0, SelectMode.SelectRead))
        {
            return false;
        }
        int count = client.Receive(_buffer, 0, BufferLength, SocketFlags.None);
        if (count == 0)
        {
            Drop(number);
            return true;
        }
        _server.OnReceived(number, _buffer, count, nowMs);
        return true;
    }

    private bool Send(int number, long nowMs)
    {
        int length = _server.PendingLength(number);
        Socket client = _clients[number];
        if (length == 0 || client == null || !client.Poll(0, SelectMode.SelectWrite))
        {
            return false;
        }
        int count = client.Send(
            _server.PendingBuffer(number),
            _server.PendingOffset(number),
            length < BufferLength ? length : BufferLength,
            SocketFlags.None);
        _server.OnSent(number, count, nowMs);
        return true;
    }

    private void Drop(int number)
    {
        if (_clients[number] == null)
        {
            return;
        }
        _clients[number].Close();
        _clients[number] = null;
        _server.OnClosed(number);
    }
}
