using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Threading;

namespace TwcBridge.SystemTests.Support;

/// <summary>
/// A real Mosquitto on a free port of 127.0.0.1, with a configuration of its own in a temporary
/// folder. It keeps nothing between two starts. Other clients are Mosquitto's own programs.
/// </summary>
public sealed class MosquittoBroker : IDisposable
{
    private const string Address = "127.0.0.1";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly string _folder =
        Directory.CreateTempSubdirectory("twcbridge-broker-").FullName;

    private readonly string[] _login;
    private readonly List<MosquittoWatch> _watches = [];
    private Process? _process;

    private MosquittoBroker(string[] login)
    {
        _login = login;
        Port = FreePort();
    }

    public int Port { get; }

    /// <summary>Lets anybody in.</summary>
    /// <param name="rules">More lines of its configuration.</param>
    public static MosquittoBroker StartOpen(params string[] rules)
    {
        MosquittoBroker broker = new([]);
        broker.Configure(["allow_anonymous true", .. rules]);
        broker.Start();
        return broker;
    }

    /// <summary>Lets in only who knows the password.</summary>
    public static MosquittoBroker StartClosed(string user, string password)
    {
        MosquittoBroker broker = new(["-u", user, "-P", password]);
        string passwords = Path.Combine(broker._folder, "passwords");
        Run("mosquitto_passwd", null, "-b", "-c", passwords, user, password);
        broker.Configure("allow_anonymous false", $"password_file {passwords}");
        broker.Start();
        return broker;
    }

    /// <summary>Speaks TLS only, with the certificate and key of these files.</summary>
    public static MosquittoBroker StartTls(string certificate, string key)
    {
        return StartOpen($"certfile {certificate}", $"keyfile {key}");
    }

    /// <summary>Starts on the same port as before; returns once it takes connections.</summary>
    public void Start()
    {
        string config = Path.Combine(_folder, "mosquitto.conf");
        _process = Spawn("mosquitto", redirect: true, "-c", config);
        _process.OutputDataReceived += static (_, _) => { };    // An unread pipe would fill up.
        _process.ErrorDataReceived += static (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        Stopwatch waited = Stopwatch.StartNew();
        while (!TakesConnections())
        {
            if (_process.HasExited || waited.Elapsed > Patience)
            {
                throw new InvalidOperationException($"mosquitto did not start on port {Port}");
            }
            Thread.Yield();
        }
    }

    /// <summary>Ends it as a power cut would.</summary>
    public void Stop()
    {
        if (_process is not null)
        {
            _process.Kill();
            _process.WaitForExit();
            _process.Dispose();
            _process = null;
        }
    }

    /// <summary>Keeps its connections open and does nothing any more.</summary>
    public void Freeze()
    {
        Run("kill", null, "-STOP", _process!.Id.ToString());
    }

    public void Publish(string topic, string payload, bool retain = false)
    {
        // Through the standard input, so that a payload may be longer than a command line.
        string[] how = ["-t", topic, "-q", "1", "-s"];
        string[] keep = retain ? ["-r"] : [];
        Run("mosquitto_pub", payload, [.. Where(), .. how, .. keep]);
    }

    /// <summary>Each line is a message, and all leave one behind the other.</summary>
    /// <param name="more">Options of mosquitto_pub, which outdo the usual ones.</param>
    public void PublishLines(string topic, int qos, string[] lines, params string[] more)
    {
        Run("mosquitto_pub", string.Join('\n', lines) + "\n",
            [.. Where(), "-t", topic, "-q", $"{qos}", "-l", .. more]);
    }

    /// <summary>Listens from the moment when this returns; retained messages come first.</summary>
    public MosquittoWatch Watch(string filter)
    {
        Publish(MosquittoWatch.ReadyTopic, "ready", retain: true);
        string[] how = ["-t", filter, "-t", MosquittoWatch.ReadyTopic, "-q", "1"];
        MosquittoWatch watch = new(Spawn(
            "mosquitto_sub", redirect: true, [.. Where(), .. how, "-F", MosquittoWatch.Format]));
        _watches.Add(watch);
        Stopwatch waited = Stopwatch.StartNew();
        while (!watch.IsReady)
        {
            if (waited.Elapsed > Patience)
            {
                throw new InvalidOperationException($"mosquitto_sub did not subscribe to {filter}");
            }
            Thread.Yield();
        }
        return watch;
    }

    public void Dispose()
    {
        foreach (MosquittoWatch watch in _watches)
        {
            watch.Dispose();
        }
        Stop();
        Directory.Delete(_folder, recursive: true);
    }

    private void Configure(params string[] rules)
    {
        string[] common =
        [
            $"listener {Port} {Address}",
            "persistence false",
            "user root",        // Started by root it would lose the right to read its own folder.
        ];
        File.WriteAllLines(Path.Combine(_folder, "mosquitto.conf"), [.. common, .. rules]);
    }

    private string[] Where()
    {
        return ["-h", Address, "-p", Port.ToString(), .. _login];
    }

    private bool TakesConnections()
    {
        try
        {
            using Socket probe = new(SocketType.Stream, ProtocolType.Tcp);
            probe.Connect(IPAddress.Loopback, Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static void Run(string program, string? input, params string[] arguments)
    {
        using Process process = Spawn(program, redirect: input is not null, arguments);
        if (input is not null)
        {
            process.StandardInput.Write(input);
            process.StandardInput.Close();
        }
        if (!process.WaitForExit(Patience) || process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} failed");
        }
    }

    private static Process Spawn(string program, bool redirect, params string[] arguments)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            RedirectStandardInput = redirect,
            RedirectStandardOutput = redirect,
            RedirectStandardError = redirect,
        };
        return Process.Start(start)!;
    }
}
