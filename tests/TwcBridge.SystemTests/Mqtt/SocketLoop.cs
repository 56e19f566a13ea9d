using System;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using TwcBridge.Charging;
using TwcBridge.Control;
using TwcBridge.Mqtt;

namespace TwcBridge.SystemTests.Mqtt;

/// <summary>
/// A small network loop around one session and its surface, over a plain socket, and a bus side
/// that takes every command as asked. Its clock is the real one plus what a test skips, so that no
/// test waits for a back-off.
/// </summary>
internal sealed class SocketLoop : IDisposable
{
    public const string Base = "twcbridge/a1b2c3";
    public const int ConnectorId = 0x1A2B;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly int _port;
    private readonly int _chunkBytes;
    private readonly byte[] _input = new byte[1024];
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly Command _command = new();
    private readonly CommandResult _result = new();
    private Socket? _socket;
    private int _inputOffset;
    private int _inputLength;
    private long _skippedMs;

    /// <summary>Sends at most <paramref name="chunkBytes"/> in one piece. Announces to Home
    /// Assistant when it has a <paramref name="prefix"/>.</summary>
    public SocketLoop(int port, string? user = null, string? password = null,
        int chunkBytes = 4096, string? prefix = null)
    {
        _port = port;
        _chunkBytes = chunkBytes;
        MqttOptions options = new()
        {
            ClientId = Encoding.UTF8.GetBytes("twcbridge-a1b2c3"),
            User = user is null ? null : Encoding.UTF8.GetBytes(user),
            Password = password is null ? null : Encoding.UTF8.GetBytes(password),
        };
        byte[] baseTopic = Encoding.UTF8.GetBytes(Base);
        byte[]? discoveryPrefix = prefix is null ? null : Encoding.UTF8.GetBytes(prefix);
        MqttTopics.Complete(options, baseTopic, discoveryPrefix, "a1b2c3", 0);
        Session = new MqttSession(options, 1);
        Surface = new MqttSurface(Session, new MqttSurfaceOptions
        {
            BaseTopic = baseTopic,
            Facts = new BoxFacts { BoxId = "a1b2c3", FirmwareVersion = "test" },
            TicketCount = 64,
            DiscoveryPrefix = discoveryPrefix,
            Announces = true,
            Seed = 1,
        });
        AddConnector();
    }

    public MqttSession Session { get; }

    public MqttSurface Surface { get; }

    public BoxStatus Status { get; } = new();

    /// <summary>The last amount that reached the bus side, in 0.01 A.</summary>
    public int AskedCentiamps { get; private set; }

    public long NowMs => _clock.ElapsedMilliseconds + _skippedMs;

    public void Skip(long ms)
    {
        _skippedMs += ms;
    }

    /// <summary>Jumps to the next dial, so that a back-off costs no time.</summary>
    public void SkipBackoff()
    {
        long waitMs = Session.NextDueAtMs - NowMs;
        Skip(waitMs > 0 ? waitMs : 0);
    }

    /// <summary>Turns until this holds, and fails when it does not come true in time.</summary>
    public void Until(Func<bool> condition, string what)
    {
        Stopwatch waited = Stopwatch.StartNew();
        while (!condition())
        {
            Assert.IsTrue(
                waited.Elapsed < Patience, $"{what}; {Session.State}, {Session.CloseReason}");
            Turn();
        }
    }

    public void UntilOnline()
    {
        Until(() => Session.IsOnline, "is online");
    }

    /// <summary>Drops the socket without a word.</summary>
    public void Cut()
    {
        _socket?.Dispose();
        _socket = null;
        Session.OnDisconnected(NowMs);
    }

    public void Dispose()
    {
        _socket?.Dispose();
    }

    private void AddConnector()
    {
        ConnectorStatus connector = Status.Connector(0);
        connector.Id = ConnectorId;
        connector.Linked = true;
        connector.ChargerState = 0;
        connector.MinCentiamps = 600;
        connector.MaxCentiamps = 3200;
        Status.ConnectorCount = 1;
        Status.SiteLimitCentiamps = 3200;
        Surface.OnStatus(Status);
    }

    private void Turn()
    {
        long nowMs = NowMs;
        if (Session.WantsDial(nowMs))
        {
            Dial(nowMs);
        }
        Receive(nowMs);
        AnswerCommands();
        Session.OnTime(nowMs);
        Surface.OnTime(nowMs);
        Send(nowMs);
        if (Session.WantsClose)
        {
            Cut();
        }
        Rest();
    }

    /// <summary>Waits a moment for the broker, unless there is more to send.</summary>
    private void Rest()
    {
        if (_socket is null)
        {
            Thread.Yield();
        }
        else if (Session.OutputLength == 0)
        {
            _socket.Poll(TimeSpan.FromMilliseconds(1), SelectMode.SelectRead);
        }
    }

    private void Dial(long nowMs)
    {
        Session.OnDialStarted(nowMs);
        _inputLength = 0;
        _socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            _socket.Connect(IPAddress.Loopback, _port);
            _socket.Blocking = false;
            Session.OnConnected(nowMs);
        }
        catch (SocketException)
        {
            Cut();
        }
    }

    private void Receive(long nowMs)
    {
        if (_inputLength == 0 && _socket is not null && _socket.Poll(0, SelectMode.SelectRead))
        {
            _inputOffset = 0;
            _inputLength = _socket.Receive(_input, 0, _input.Length, SocketFlags.None, out _);
            if (_inputLength == 0)
            {
                Cut();
                return;
            }
        }
        if (_inputLength > 0 && (Surface.HasRoom || !Session.IsOnline))
        {
            int taken = Session.OnReceived(_input, _inputOffset, _inputLength, nowMs);
            _inputOffset += taken;
            _inputLength -= taken;
            if (Session.Message is { } message)
            {
                Surface.OnMessage(message, nowMs);
            }
        }
    }

    private void AnswerCommands()
    {
        while (Surface.TryNextCommand(_command))
        {
            AskedCentiamps = _command.Centiamps;
            _result.Ticket = _command.Ticket;
            _result.AppliedCentiamps = _command.Centiamps;
            Assert.IsTrue(Surface.OnResult(_result));
        }
    }

    private void Send(long nowMs)
    {
        int length = Math.Min(Session.OutputLength, _chunkBytes);
        if (_socket is null || length == 0)
        {
            return;
        }
        int sent = _socket.Send(Session.OutputBuffer, 0, length, SocketFlags.None, out _);
        if (sent > 0)
        {
            Session.OnSent(sent, nowMs);
        }
    }
}
