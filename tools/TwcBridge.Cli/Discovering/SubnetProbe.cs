using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;
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

    public BoxGlance[] Look(IEnumerable<IPAddress> hosts, CancellationToken stop)
    {
        ConcurrentBag<BoxGlance> found = [];
        ParallelOptions options = new() { MaxDegreeOfParallelism = AtATime };
        Parallel.ForEach(hosts, options, host =>
        {
            if (!stop.IsCancellationRequested && IsOpen(host) && Ask(host) is BoxGlance glance)
            {
                found.Add(glance);
            }
        });
        return [.. found.OrderBy(glance => glance.Address.Host, StringComparer.Ordinal)];
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
        using Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        using CancellationTokenSource late = new(ConnectMs);
        try
        {
            socket.ConnectAsync(host, _port, late.Token).AsTask().GetAwaiter().GetResult();
            return true;
        }
        catch (Exception fault) when (fault is SocketException or OperationCanceledException)
        {
            return false;
        }
    }
}
