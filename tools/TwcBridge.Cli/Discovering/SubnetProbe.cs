using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using TwcBridge.Cli.Boxes;

namespace TwcBridge.Cli.Discovering;

/// <summary>
/// Asks each address of a few networks whether it is a box: one connection to one port, and one
/// GET where somebody answers. Some at a time, so that a small router bears it.
/// </summary>
internal sealed class SubnetProbe
{
    private const int AtATime = 24;
    private const int ConnectMs = 600;
    private const int AnswerMs = 3000;

    private readonly int _port;
    private readonly string? _password;

    /// <param name="password">Tried at every box that is found; null for none. Only what calls
    /// itself a box is told it.</param>
    public SubnetProbe(int port, string? password)
    {
        _port = port;
        _password = password;
    }

    // Threads of its own: waiting ones would starve the pool, and answers would come too late.
    public BoxGlance[] Look(IEnumerable<IPAddress> hosts, CancellationToken stop)
    {
        ConcurrentQueue<IPAddress> waiting = new(hosts);
        ConcurrentBag<BoxGlance> found = [];
        Thread[] askers = new Thread[AtATime];
        for (int i = 0; i < askers.Length; i++)
        {
            askers[i] = new Thread(() => Ask(waiting, found, stop)) { IsBackground = true };
            askers[i].Start();
        }
        foreach (Thread asker in askers)
        {
            asker.Join();
        }
        return [.. found.OrderBy(glance => glance.Address.Host, StringComparer.Ordinal)];
    }

    private void Ask(ConcurrentQueue<IPAddress> waiting, ConcurrentBag<BoxGlance> found,
        CancellationToken stop)
    {
        while (!stop.IsCancellationRequested && waiting.TryDequeue(out IPAddress? host))
        {
            if (IsOpen(host) && Ask(host) is BoxGlance glance)
            {
                found.Add(glance);
            }
        }
    }

    private BoxGlance? Ask(IPAddress host)
    {
        Uri address = new($"http://{host}:{_port}/");
        BoxGlance? glance = Ask(address, null);
        return glance is { IsLocked: true } && _password != null
            ? Ask(address, _password) ?? glance
            : glance;
    }

    private static BoxGlance? Ask(Uri address, string? password)
    {
        using BoxClient box = new(address, password, AnswerMs);
        return BoxGlance.TryLook(box);
    }

    private bool IsOpen(IPAddress host)
    {
        const int UsPerMs = 1000;
        using Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp)
        {
            Blocking = false,
        };
        try
        {
            socket.Connect(host, _port);
        }
        catch (SocketException fault) when (fault.SocketErrorCode is SocketError.WouldBlock
            or SocketError.InProgress)
        {
            return socket.Poll(ConnectMs * UsPerMs, SelectMode.SelectWrite) && socket.Connected;
        }
        catch (SocketException)
        {
            return false;
        }
        return true;
    }
}
