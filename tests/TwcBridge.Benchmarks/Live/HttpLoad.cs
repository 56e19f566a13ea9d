using System;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Threading;

namespace TwcBridge.Benchmarks.Live;

/// <summary>Clients that look at the status again and again.</summary>
internal sealed class HttpLoad : IDisposable
{
    private const int PauseMs = 100;

    private readonly IPEndPoint _box;
    private readonly ManualResetEvent _stopping = new(false);
    private readonly Thread[] _clients;
    private int _served;
    private int _failed;

    public HttpLoad(IPEndPoint box, int clientCount)
    {
        _box = box;
        _clients = Enumerable.Range(1, clientCount)
            .Select(number => new Thread(Poll) { IsBackground = true, Name = $"client {number}" })
            .ToArray();
    }

    public int ServedCount => _served;

    /// <summary>Requests that got another answer than 200, or none.</summary>
    public int FailedCount => _failed;

    public void Start()
    {
        foreach (Thread client in _clients)
        {
            client.Start();
        }
    }

    public void Dispose()
    {
        _stopping.Set();
        foreach (Thread client in _clients)
        {
            client.Join();
        }
        _stopping.Dispose();
    }

    private void Poll()
    {
        while (!_stopping.WaitOne(PauseMs))
        {
            if (IsServed())
            {
                Interlocked.Increment(ref _served);
            }
            else
            {
                Interlocked.Increment(ref _failed);
            }
        }
    }

    private bool IsServed()
    {
        try
        {
            return HttpCall.TryGet(_box, "/api/v1/status");
        }
        catch (Exception fault) when (fault is IOException or SocketException)
        {
            return false;
        }
    }
}
