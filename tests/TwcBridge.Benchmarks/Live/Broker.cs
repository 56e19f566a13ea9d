using System;
using System.ComponentModel;
using System.Diagnostics;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Threading;

namespace TwcBridge.Benchmarks.Live;

/// <summary>A real mosquitto on a free port of this machine, and its own clients.</summary>
internal sealed class Broker : IDisposable
{
    private const int Patience = 100;
    private const int LookMs = 50;

    private readonly Process _process;
    private readonly ManualResetEvent _never = new(false);

    public Broker()
    {
        Port = FreePort();
        _process = Start("mosquitto", $"-p {Port}");
        for (int i = 0; i < Patience && !TakesConnections(); i++)
        {
            _never.WaitOne(LookMs);
        }
    }

    public int Port { get; }

    /// <summary>A port that was free a moment ago.</summary>
    public static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Starts mosquitto_pub or mosquitto_sub on this broker.</summary>
    public Process StartClient(string program, string arguments)
    {
        return Start(program, $"-h 127.0.0.1 -p {Port} {arguments}");
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        _never.Dispose();
    }

    private static Process Start(string program, string arguments)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            Process process = Process.Start(start)!;
            process.ErrorDataReceived += (_, _) => { };     // An unread pipe would fill up.
            process.BeginErrorReadLine();
            return process;
        }
        catch (Win32Exception fault)
        {
            throw new IOException($"{program} cannot be started: {fault.Message}. "
                + "Install mosquitto and mosquitto-clients.", fault);
        }
    }

    private bool TakesConnections()
    {
        try
        {
            using TcpClient client = new("127.0.0.1", Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
