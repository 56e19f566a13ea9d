namespace TwcBridge.Mqtt;

/// <summary>
/// The packets inside one accepted connection: publications and their confirmations, subscriptions,
/// pings. It does not know how connections begin and end; where one must end it says so with a
/// reason, and <see cref="MqttSession"/> acts on it.
/// </summary>
public sealed class MqttExchange
{
    public const int InputCapacity = 512;

    /// <summary>Publications leave so much of the output to acknowledgements.</summary>
    private const int PublishReserve = 64;

    /// <summary>Acknowledgements leave room for one PINGREQ and one DISCONNECT.</summary>
    private const int PubackReserve = MqttPacketWriter.PubackBytes + 2 * MqttPacketWriter.BareBytes;

    public readonly MqttLongPublication Long;

    /// <summary>What came last. <see cref="MqttReadStatus.Pending"/> too when nothing was taken.
    /// </summary>
    public MqttReadStatus ReadStatus;

    /// <summary>Whether <see cref="OnPacket"/> found a message for us.</summary>
    public bool HasMessage;

    private readonly MqttOptions _options;
    private readonly MqttPacketReader _reader = new MqttPacketReader(InputCapacity);
    private readonly MqttPacketWriter _output;
    private readonly MqttCounters _counters;
    private readonly MqttInflight _inflight;
    private readonly MqttKeepAlive _keepAlive;
    private readonly MqttRecentIds _recentIds = new MqttRecentIds();
    private readonly MqttSubscription _subscription;

    public MqttExchange(MqttOptions options, MqttPacketWriter output, MqttCounters counters)
    {
        _options = options;
        _output = output;
        _counters = counters;
        _inflight = new MqttInflight(counters);
        _keepAlive = new MqttKeepAlive(options.KeepAliveMs);
        _subscription = new MqttSubscription(options, output, counters);
        Long = new MqttLongPublication(output, counters);
    }

    /// <summary>Valid until the next <see cref="Push"/>.</summary>
    public MqttMessage Message => _reader.Message;

    public long NextDueAtMs => MqttTiming.Earliest(
        MqttTiming.Earliest(_keepAlive.DueAtMs, _subscription.DueAtMs),
        MqttTiming.Earliest(_inflight.NextDueAtMs, Long.DueAtMs));

    /// <summary>A new stream of bytes begins, and CONNECT is its first packet. False: no room.
    /// </summary>
    public bool TryConnect()
    {
        _reader.Restart();
        return _output.Connect(_options);
    }

    /// <summary>Writes SUBSCRIBE behind whatever is in the output. False: no room.</summary>
    public bool TrySubscribe()
    {
        return _subscription.TryAsk();
    }

    /// <summary>Takes bytes up to the end of one packet and tells how many it took: none while the
    /// output has no room for the answer that a packet may want.</summary>
    public int Push(byte[] buffer, int offset, int length)
    {
        HasMessage = false;
        ReadStatus = MqttReadStatus.Pending;
        if (Long.IsOpen || _output.Room < PubackReserve)
        {
            return 0;
        }
        int taken = _reader.Push(buffer, offset, length);
        ReadStatus = _reader.Status;
        return taken;
    }

    /// <summary>The packet is the CONNACK that must come first. None, or why the broker refuses.
    /// </summary>
    public MqttCloseReason OnFirstPacket()
    {
        return _reader.Type != MqttPacketType.Connack ? MqttCloseReason.Unexpected
            : _reader.ReturnCode == 0 ? MqttCloseReason.None
            : (MqttCloseReason)((int)MqttCloseReason.RefusedProtocol + _reader.ReturnCode - 1);
    }

    /// <summary>The broker has taken us in.</summary>
    public void OnAccepted(long nowMs)
    {
        _recentIds.Clear();
        _keepAlive.OnConnected(nowMs);
        _subscription.OnAccepted(nowMs);
        FillOutput(nowMs);
    }

    public void OnLost()
    {
        HasMessage = false;
        _inflight.OnConnectionLost();
        Long.OnConnectionLost();
    }

    /// <summary>The reader holds a whole packet. None, or why the connection must end.</summary>
    public MqttCloseReason OnPacket(long nowMs)
    {
        _keepAlive.OnHeard(nowMs);
        switch (_reader.Type)
        {
            case MqttPacketType.Publish:
                OnPublish();
                return MqttCloseReason.None;

            case MqttPacketType.Puback:
                _inflight.OnPuback(_reader.PacketId);
                return MqttCloseReason.None;

            case MqttPacketType.Suback:
                return _subscription.OnAnswer(_reader);

            case MqttPacketType.Pingresp:
                _keepAlive.OnPong();
                return MqttCloseReason.None;

            default:
                return MqttCloseReason.Unexpected;
        }
    }

    /// <summary>Bytes of the output have left.</summary>
    public void OnSent(long nowMs)
    {
        _keepAlive.OnSent(nowMs);
        FillOutput(nowMs);
    }

    /// <summary>Giving up comes before sending: nothing goes into a connection that is about to be
    /// dropped. None, or why it must.</summary>
    public MqttCloseReason OnTime(long nowMs)
    {
        if (_keepAlive.IsOverdue(nowMs))
        {
            return MqttCloseReason.PingTimeout;
        }
        if (nowMs >= _subscription.DueAtMs)
        {
            return MqttCloseReason.SubscribeTimeout;
        }
        if (_inflight.IsOverdue(nowMs) || nowMs >= Long.DueAtMs)
        {
            return MqttCloseReason.PublishTimeout;
        }
        if (!Long.IsOpen && _keepAlive.WantsPing(nowMs))
        {
            _output.Pingreq();
            _keepAlive.OnPing(nowMs);
        }
        FillOutput(nowMs);
        return MqttCloseReason.None;
    }

    /// <summary>While online: at QoS 0 straight into the output, at QoS 1 through the window.
    /// False: no room.</summary>
    public bool TrySend(MqttPublication publication, long nowMs)
    {
        if (publication.Qos != 0)
        {
            bool kept = TryKeep(publication);
            FillOutput(nowMs);
            return kept;
        }
        int bytes = MqttPacketWriter.PublishOverhead + publication.Topic.Length
            + publication.Payload.Length;
        bool sent = !Long.IsOpen && bytes + PublishReserve <= _output.Room
            && _output.Publish(publication, 0);
        _counters.Published += sent ? 1 : 0;
        return sent;
    }

    /// <summary>While offline: at QoS 1 into the window, for the next connection. False: full, or
    /// at QoS 0.</summary>
    public bool TryKeep(MqttPublication publication)
    {
        bool kept = publication.Qos != 0 && _inflight.TryAdd(publication);
        _counters.Published += kept ? 1 : 0;
        return kept;
    }

    /// <summary>See <see cref="MqttInflight.TryForgetOldest"/>.</summary>
    public bool TryForgetOldest()
    {
        return _inflight.TryForgetOldest();
    }

    /// <summary>Moves what the window has to send to the output, as far as there is room.</summary>
    private void FillOutput(long nowMs)
    {
        int next = _inflight.Next(nowMs);
        while (!Long.IsOpen && next != MqttInflight.None
            && _inflight.Packet(next).Length + PublishReserve <= _output.Room)
        {
            _output.TryCopy(_inflight.Packet(next).Buffer, _inflight.Packet(next).Length);
            _inflight.OnSent(next, nowMs);
            next = _inflight.Next(nowMs);
        }
    }

    private void OnPublish()
    {
        MqttMessage message = _reader.Message;
        if (message.Qos != 0)
        {
            _output.Puback(message.PacketId);
            if (message.Duplicate && _recentIds.Contains(message.PacketId))
            {
                _counters.Duplicates++;
                return;
            }
            _recentIds.Add(message.PacketId);
        }
        _counters.MessagesReceived++;
        _counters.Oversized += message.Oversized ? 1 : 0;
        HasMessage = true;
    }
}
