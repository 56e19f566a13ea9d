using System;
using System.Net;
using System.Threading;
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

    private readonly MonotonicClock _clock;
    private readonly AutoResetEvent _busWake = new(false);
    private readonly ManualResetEvent _stopping = new(false);
    private readonly CommandMailbox _mailbox;
    private readonly StatusBoard _board = new();
    private readonly BusLoop _busLoop;
    private readonly NetworkLoop _networkLoop;
    private readonly HttpPump _httpPump;
    private readonly BoxFacts _facts;
    private readonly BrokerDialer? _dialer;
    private readonly MqttPump? _mqttPump;
    private Thread? _bus;
    private Thread? _network;

    /// <param name="link">Used by the bus thread alone, from Start to Dispose.</param>
    /// <param name="broker">Null: no MQTT.</param>
    public VirtualBox(
        BridgeOptions options, BoxFacts facts, ISerialLink link, MonotonicClock clock,
        BrokerAddress? broker)
    {
        _clock = clock;
        _facts = facts;
        _mailbox = new CommandMailbox(_busWake);
        Bridge bridge = new(options, clock.NowMs);
        _busLoop = new BusLoop(bridge, link, _mailbox, _board);
        HttpServer http = new(
            new HttpOptions(), facts, NetworkLoop.FirstHttpTicket, NetworkLoop.TicketCount);
        _httpPump = new HttpPump(http);
        _networkLoop = new NetworkLoop(_mailbox, _board, http, _httpPump);
        if (broker != null)
        {
            (Mqtt, MqttSurface surface) = MqttParts.Make(facts, broker);
            _dialer = new BrokerDialer(broker.Host, broker.Port);
            _mqttPump = new MqttPump(Mqtt, surface, _dialer);
            _networkLoop.UseBroker(surface, _mqttPump);
        }
    }

    /// <summary>The session with the broker, for looking at; null without one.</summary>
    public MqttSession? Mqtt { get; }

    /// <summary>Why a thread ended that should not have, or null.</summary>
    public Exception? Fault { get; private set; }

    /// <summary>Listens. Throws SocketException when the address cannot be had.</summary>
    public void Listen(IPEndPoint address)
    {
        _httpPump.Open(address);
    }

    public void Start()
    {
        _bus = Launch("bus", RunBus, ThreadPriority.Highest);
        _network = Launch("network", RunNetwork, ThreadPriority.Normal);
        if (_dialer != null)
        {
            Launch("dialer", _dialer.Run, ThreadPriority.Normal);
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
        _dialer?.Stop();
        _httpPump.Close();
        _mqttPump?.Close(_clock.NowMs);
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
            _busWake.WaitOne(_busLoop.Turn(_clock.NowMs));
        }
    }

    private void RunNetwork()
    {
        int waitMs = 0;
        while (!_stopping.WaitOne(waitMs))
        {
            _facts.UnixSeconds = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
            _facts.MqttConnected = Mqtt?.IsOnline ?? false;
            waitMs = _networkLoop.Turn(_clock.NowMs);
        }
    }
}
