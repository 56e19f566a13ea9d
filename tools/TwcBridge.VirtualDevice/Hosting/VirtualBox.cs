using System;
using System.Net;
using System.Security.Cryptography;
using System.Threading;
using TwcBridge.Config;
using TwcBridge.Control;
using TwcBridge.Http;
using TwcBridge.Loops;
using TwcBridge.Mqtt;

namespace TwcBridge.VirtualDevice.Hosting;

/// <summary>
/// The box on a PC: the firmware's core and the firmware's loops, with threads, sockets and a line
/// of this machine around them.
/// </summary>
public sealed class VirtualBox : IDisposable
{
    private const int StopMs = 2000;
    private const int LeaveMs = 500;
    private const long UsPerMs = 1000;

    private readonly BoxMemory _memory;
    private readonly MonotonicClock _clock;
    private readonly AutoResetEvent _busWake = new(false);
    private readonly ManualResetEvent _stopping = new(false);
    private readonly CommandMailbox _mailbox;
    private readonly StatusBoard _board;
    private readonly BusLoop _busLoop;
    private readonly NetworkLoop _networkLoop;
    private readonly HttpSide _http;
    private readonly HttpDesk _desk;
    private readonly MqttSide? _mqtt;
    private readonly BoxFacts _facts;
    private Thread? _bus;
    private Thread? _network;
    private long _turnAtMs;

    /// <param name="link">Used by the bus thread alone, from Start to Dispose.</param>
    /// <param name="watch">Is told what happens on the bus; null for nobody.</param>
    public VirtualBox(
        BoxMemory memory,
        ISerialLink link,
        MonotonicClock clock,
        string version,
        IBusWatch? watch = null)
    {
        Settings settings = memory.Settings;
        _memory = memory;
        _clock = clock;
        _facts = new BoxFacts
        {
            BoxId = settings.Text(SettingKey.Box),
            FirmwareVersion = version,
            Target = "pc",
        };
        _mailbox = new CommandMailbox(_busWake);
        _board = new StatusBoard(settings.Number(SettingKey.MaxConnectors));
        BootedAtMs = clock.NowMs;
        Bridge bridge = new(Options(memory, link), BootedAtMs);
        _busLoop = new BusLoop(
            bridge, watch == null ? link : Tap(link, watch), _mailbox, _board)
        {
            Watch = watch,
        };
        _http = new HttpSide(
            settings, _facts, RandomNumberGenerator.GetBytes(HttpOptions.SessionKeyLength));
        _desk = new HttpDesk(_http.Server, memory, _board.Limits, settings);
        _mqtt = settings.Text(SettingKey.MqttHost).Length > 0
            ? new MqttSide(settings, _facts, (uint)Random.Shared.Next(1, int.MaxValue),
                new HostTls(memory))
            : null;
        _networkLoop = new NetworkLoop(_mailbox, _board, _http, _mqtt);
    }

    /// <summary>The session with the broker, for looking at; null without one.</summary>
    public MqttSession? Mqtt => _mqtt?.Session;

    /// <summary>When the box believes that it was switched on.</summary>
    public long BootedAtMs { get; }

    /// <summary>Why a thread ended that should not have, or null.</summary>
    public Exception? Fault { get; private set; }

    /// <summary>Listens. Throws SocketException when the address cannot be had.</summary>
    public void Listen(IPEndPoint address)
    {
        _http.Pump.ReusesAddress = false;
        _http.Pump.Open(address);
    }

    public void Start()
    {
        _bus = Launch("bus", RunBus, ThreadPriority.Highest);
        _network = Launch("network", RunNetwork, ThreadPriority.Normal);
        if (_mqtt != null)
        {
            Launch("dialer", _mqtt.Dialer.Run, ThreadPriority.Normal);
        }
    }

    /// <summary>Copies the newest status out if it is newer than the reader's.</summary>
    public bool TryReadStatus(BoxStatus into, ref int edition)
    {
        return _board.TryRead(into, ref edition);
    }

    public void Dispose()
    {
        _stopping.Set();
        _busWake.Set();
        _bus?.Join(StopMs);
        _network?.Join(StopMs);
        _mqtt?.Dialer.Stop();
        _http.Pump.Close();
    }

    // A simulated bus begins with the first run: nobody on it can hold a limit from before.
    private static BridgeOptions Options(BoxMemory memory, ISerialLink link)
    {
        BridgeOptions options = BridgeOptions.From(memory.Settings);
        if (link is SimulatedLink && !memory.HasRun)
        {
            options.Charging.OldLimitsMs = 0;
        }
        return options;
    }

    private TappedLink Tap(ISerialLink link, IBusWatch watch)
    {
        TappedLink? tap = null;
        tap = new TappedLink(
            link,
            () => _turnAtMs * UsPerMs,
            frame => watch.OnFrame(frame, tap!.BeganAtUs / UsPerMs));
        return tap;
    }

    private Thread Launch(string name, Action body, ThreadPriority priority)
    {
        Thread thread = new(() => Guard(body))
        {
            Name = name,
            IsBackground = true,
            Priority = priority,
        };
        thread.Start();
        return thread;
    }

    private void Guard(Action body)
    {
        try
        {
            body();
        }
        catch (Exception fault)     // The thread's outermost place: whoever runs the box shows it.
        {
            Fault = fault;
        }
    }

    private void RunBus()
    {
        while (!_stopping.WaitOne(0))
        {
            _turnAtMs = _clock.NowMs;
            _busWake.WaitOne(_busLoop.Turn(_turnAtMs));
        }
        _busLoop.PublishStatus(_clock.NowMs);
    }

    private void RunNetwork()
    {
        int waitMs = 0;
        while (!_stopping.WaitOne(waitMs))
        {
            RefreshFacts();
            waitMs = _networkLoop.Turn(_clock.NowMs);
            _desk.Turn(_clock.NowMs);
            if (_networkLoop.WantsRestart(_clock.NowMs))
            {
                _memory.Restart();
            }
        }
        Leave();
    }

    private void RefreshFacts()
    {
        _facts.UnixSeconds = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        _facts.GcRuns = GC.CollectionCount(0);
        _mqtt?.Tell(_facts);
    }

    // The broker is told that we go, so that it shows offline now and not after a keep-alive.
    private void Leave()
    {
        long giveUpAtMs = _clock.NowMs + LeaveMs;
        _networkLoop.Leave(_clock.NowMs);
        while (!_networkLoop.IsGone && _clock.NowMs < giveUpAtMs)
        {
            _networkLoop.Turn(_clock.NowMs);
        }
    }
}
