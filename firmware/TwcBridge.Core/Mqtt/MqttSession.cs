using System;

namespace TwcBridge.Mqtt;

/// <summary>
/// One MQTT 3.1.1 client without sockets, threads and clock. Everything that moves its state is in
/// this file. The network loop tells it facts (the On methods), asks it questions (WantsDial,
/// WantsClose, OutputLength, NextDueAtMs) and carries the bytes.
/// <code>
///   Waiting -> Dialing -> AwaitingConnack -> Online -> Leaving
///      ^          |              |             |          |
///      +----------+-- Closing <--+-------------+----------+
///                        +--> Stopped, after Leave
/// </code>
/// Each state that waits for others has a time-out, so nobody ever has to restart the box to get it
/// back. All buffers are made in the constructor; what does not fit is refused and counted.
/// </summary>
public sealed class MqttSession
{
    /// <summary>Room for the longest state of the box, its topic, and answers to the broker.
    /// </summary>
    public const int OutputCapacity = 1728;

    public readonly MqttCounters Counters = new MqttCounters();

    public MqttSessionState State;

    /// <summary>Why we are not online: the end of the last connection or attempt. None while
    /// online and before the first attempt.</summary>
    public MqttCloseReason CloseReason;

    private readonly MqttBackoff _backoff;
    private readonly MqttExchange _exchange;
    private readonly MqttPacketWriter _output = new MqttPacketWriter(OutputCapacity);
    private long _dueAtMs;      // End of the present state. Online has no end of its own.
    private long _onlineAtMs;

    /// <summary>Ready to dial at once. Throws when the options make no valid session.</summary>
    public MqttSession(MqttOptions options, uint seed)
    {
        _backoff = new MqttBackoff(seed);
        _exchange = new MqttExchange(options, _output, Counters);
        if (!options.IsConsistent || !_exchange.TryConnect() || !_exchange.TrySubscribe())
        {
            throw new ArgumentException("MQTT options are incomplete or too long");
        }
        _output.Clear();
    }

    public bool IsOnline => State == MqttSessionState.Online;

    /// <summary>For what is too large for <see cref="TryPublish"/>. Only while online.</summary>
    public MqttLongPublication Long => _exchange.Long;

    /// <summary>The loop must drop the socket or its dial, and call <see cref="OnDisconnected"/>.
    /// </summary>
    public bool WantsClose => State == MqttSessionState.Closing;

    /// <summary>What the last <see cref="OnReceived"/> brought, or null. Valid until the next.
    /// </summary>
    public MqttMessage Message => IsOnline && _exchange.HasMessage ? _exchange.Message : null;

    /// <summary>Its first <see cref="OutputLength"/> bytes are to be sent. Valid until the next
    /// call of a method.</summary>
    public byte[] OutputBuffer => _output.Buffer;
    public int OutputLength => _output.Length;

    /// <summary>When <see cref="OnTime"/> or <see cref="WantsDial"/> has news.</summary>
    public long NextDueAtMs => State switch
    {
        MqttSessionState.Online => _exchange.NextDueAtMs,
        MqttSessionState.Stopped => MqttTiming.Never,
        _ => _dueAtMs,
    };

    public bool WantsDial(long nowMs) =>
        State == MqttSessionState.Waiting && nowMs >= _dueAtMs;

    public void OnDialStarted(long nowMs)
    {
        State = MqttSessionState.Dialing;
        _dueAtMs = nowMs + MqttTiming.DialTimeoutMs;
        Counters.Dials++;
    }

    /// <summary>The socket is open. Ignored when we have given up dialling meanwhile.</summary>
    public void OnConnected(long nowMs)
    {
        if (State != MqttSessionState.Dialing)
        {
            return;
        }
        State = MqttSessionState.AwaitingConnack;
        _dueAtMs = nowMs + MqttTiming.AnswerTimeoutMs;
        _exchange.TryConnect();
    }

    /// <summary>No connection came about, and we know why. Ignored when we have given up dialling
    /// meanwhile.</summary>
    public void OnDialFailed(MqttCloseReason reason, long nowMs)
    {
        if (State == MqttSessionState.Dialing)
        {
            Close(reason, nowMs);
            OnDisconnected(nowMs);
        }
    }

    /// <summary>There is no socket any more: the dial failed, the peer hung up, or the loop did
    /// what <see cref="WantsClose"/> asked for.</summary>
    public void OnDisconnected(long nowMs)
    {
        if (State == MqttSessionState.Waiting || State == MqttSessionState.Stopped)
        {
            return;
        }
        Close(MqttProblem.EndOf(State, timedOut: false), nowMs);
        _output.Clear();
        _exchange.OnLost();
        State = CloseReason == MqttCloseReason.Left
            ? MqttSessionState.Stopped
            : MqttSessionState.Waiting;
        _dueAtMs = nowMs + _backoff.NextMs(CloseReason);
    }

    /// <summary>
    /// Takes received bytes, one packet at the most, and tells how many it took. The loop offers
    /// the rest again, after it has read <see cref="Message"/> and sent what is to be sent.
    /// </summary>
    public int OnReceived(byte[] buffer, int offset, int length, long nowMs)
    {
        if (!IsOnline && State != MqttSessionState.AwaitingConnack)
        {
            return length;      // Nobody is interested: the connection is about to end.
        }
        int taken = _exchange.Push(buffer, offset, length);
        if (_exchange.ReadStatus == MqttReadStatus.Packet)
        {
            OnPacket(nowMs);
        }
        else if (_exchange.ReadStatus != MqttReadStatus.Pending)
        {
            Close(MqttCloseReason.Malformed, nowMs);
        }
        return taken;
    }

    /// <summary>So many bytes of the output have left.</summary>
    public void OnSent(int count, long nowMs)
    {
        _output.Drop(count);
        if (IsOnline)
        {
            _exchange.OnSent(nowMs);
        }
        else if (State == MqttSessionState.Leaving && _output.Length == 0)
        {
            Close(MqttCloseReason.Left, nowMs);
        }
    }

    /// <summary>Time has passed. Called on every turn of the loop.</summary>
    public void OnTime(long nowMs)
    {
        if (IsOnline)
        {
            Close(_exchange.OnTime(nowMs), nowMs);
        }
        else if (nowMs >= _dueAtMs)
        {
            Close(MqttProblem.EndOf(State, timedOut: true), nowMs);
        }
    }

    /// <summary>
    /// Copies the publication. At QoS 0 it needs a connection and room in the output, at QoS 1 a
    /// place in the window. False: refused and counted; offer it again later or never.
    /// </summary>
    public bool TryPublish(MqttPublication publication, long nowMs)
    {
        bool taken = State < MqttSessionState.Leaving && publication.IsWhole
            && (IsOnline ? _exchange.TrySend(publication, nowMs) : _exchange.TryKeep(publication));
        Counters.Refused += taken ? 0 : 1;
        return taken;
    }

    /// <summary>Makes room in the window by not waiting any longer for the confirmation of its
    /// oldest publication that has left in this connection. False: there is none.</summary>
    public bool TryForgetOldest() => _exchange.TryForgetOldest();

    /// <summary>Sends what is queued, says good-bye and then stays away.</summary>
    public void Leave(long nowMs)
    {
        switch (State)
        {
            case MqttSessionState.Waiting:
                State = MqttSessionState.Stopped;
                break;

            case MqttSessionState.Dialing:
            case MqttSessionState.AwaitingConnack:
            case MqttSessionState.Closing:
                Close(MqttCloseReason.Left, nowMs);
                break;

            case MqttSessionState.Online:
                State = MqttSessionState.Leaving;
                _dueAtMs = nowMs + MqttTiming.LeaveTimeoutMs;
                _output.Disconnect();
                break;
        }
    }

    private void OnPacket(long nowMs)
    {
        Counters.PacketsReceived++;
        if (IsOnline)
        {
            Close(_exchange.OnPacket(nowMs), nowMs);
            return;
        }
        CloseReason = _exchange.OnFirstPacket();
        if (CloseReason != MqttCloseReason.None)
        {
            Close(CloseReason, nowMs);
            return;
        }
        State = MqttSessionState.Online;
        _onlineAtMs = nowMs;
        Counters.Connects++;
        _exchange.OnAccepted(nowMs);
    }

    private void Close(MqttCloseReason reason, long nowMs)
    {
        if (reason == MqttCloseReason.None)
        {
            return;
        }
        if (IsOnline && nowMs - _onlineAtMs >= MqttTiming.StableAfterMs)
        {
            _backoff.Reset();
        }
        State = MqttSessionState.Closing;
        CloseReason = reason;
        _dueAtMs = nowMs;
        Counters.OnClosed(reason);
    }
}
