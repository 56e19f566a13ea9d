using System;
using System.Net;
using System.Net.Sockets;

namespace TwcBridge.SystemTests.RealTime;

/// <summary>A connection that does no good.</summary>
internal sealed class HostileClient : IDisposable
{
    private static readonly TimeSpan KnockTime = TimeSpan.FromMilliseconds(20);

    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp);

    /// <summary>Knocks and does not wait for long: a box that is full may never answer.</summary>
    public HostileClient(int port)
    {
        _socket.Blocking = false;
        try
        {
            _socket.Connect(IPAddress.Loopback, port);
        }
        catch (SocketException pending)
            when (pending.SocketErrorCode is SocketError.WouldBlock or SocketError.InProgress)
        {
            _socket.Poll(KnockTime, SelectMode.SelectWrite);
        }
        catch (SocketException)
        {
            // Sent away: then nothing can be sent either.
        }
    }

    /// <summary>False: it was not let in, or was thrown out.</summary>
    public bool TrySend(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return _socket.Send(bytes) > 0;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    public void Dispose()
    {
        _socket.Dispose();
    }
}
