namespace TwcBridge.Mqtt;

/// <summary>
/// The window of QoS 1 publications that the broker has not confirmed: up to
/// <see cref="Capacity"/>, each kept as the packet that goes to the wire. They leave in the order
/// of their arrival. A lost connection makes them new again: the session is clean, so the broker
/// remembers none of them.
/// </summary>
public sealed class MqttInflight
{
    public const int Capacity = 2;

    /// <summary>Room for the longest acknowledgement (AckWriter.MaxBytes) and its topic.</summary>
    public const int SlotBytes = 832;

    /// <summary>Ids above are free for other packets.</summary>
    public const int MaxPacketId = 0xFFFE;

    /// <summary>No slot.</summary>
    public const int None = -1;

    private const int SendsPerConnection = 2;
    private const int MaxConnections = 4;

    private sealed class Slot
    {
        public readonly MqttPacketWriter Packet = new MqttPacketWriter(SlotBytes);
        public int PacketId;        // 0: the slot is free.
        public int Order;
        public int Sends;           // In this connection.
        public int LostConnections;
        public long DueAtMs;        // Counts once Sends is above 0.
    }

    private readonly Slot[] _slots = new Slot[Capacity];
    private readonly MqttCounters _counters;
    private int _lastOrder;
    private int _lastPacketId;

    public MqttInflight(MqttCounters counters)
    {
        _counters = counters;
        for (int i = 0; i < Capacity; i++)
        {
            _slots[i] = new Slot();
        }
    }

    /// <summary>When <see cref="Next"/> or <see cref="IsOverdue"/> may change by time alone.
    /// </summary>
    public long NextDueAtMs
    {
        get
        {
            long dueAtMs = MqttTiming.Never;
            foreach (Slot slot in _slots)
            {
                if (slot.PacketId != 0 && slot.Sends > 0 && slot.DueAtMs < dueAtMs)
                {
                    dueAtMs = slot.DueAtMs;
                }
            }
            return dueAtMs;
        }
    }

    /// <summary>Keeps a copy. False when the window is full or the packet is too long.</summary>
    public bool TryAdd(MqttPublication publication)
    {
        Slot slot = Find(0);
        if (slot == null)
        {
            return false;
        }
        slot.Packet.Clear();
        int packetId = NextPacketId();
        if (!slot.Packet.Publish(publication, packetId))
        {
            return false;
        }
        slot.PacketId = packetId;
        slot.Order = ++_lastOrder;
        slot.Sends = 0;
        slot.LostConnections = 0;
        return true;
    }

    /// <summary>The oldest slot that is to be sent now, or <see cref="None"/>.</summary>
    public int Next(long nowMs)
    {
        int next = None;
        for (int i = 0; i < Capacity; i++)
        {
            Slot slot = _slots[i];
            if (slot.PacketId != 0
                && slot.Sends < SendsPerConnection
                && (slot.Sends == 0 || nowMs >= slot.DueAtMs)
                && (next == None || slot.Order < _slots[next].Order))
            {
                next = i;
            }
        }
        return next;
    }

    public MqttPacketWriter Packet(int index)
    {
        return _slots[index].Packet;
    }

    public void OnSent(int index, long nowMs)
    {
        Slot slot = _slots[index];
        if (slot.Sends > 0)
        {
            _counters.Resent++;
        }
        slot.Sends++;
        slot.DueAtMs = nowMs + MqttTiming.ResendAfterMs;
        slot.Packet.MarkDuplicate(true);
    }

    /// <summary>True when the broker has left a publication unanswered for too long.</summary>
    public bool IsOverdue(long nowMs)
    {
        foreach (Slot slot in _slots)
        {
            if (slot.PacketId != 0 && slot.Sends >= SendsPerConnection && nowMs >= slot.DueAtMs)
            {
                return true;
            }
        }
        return false;
    }

    public void OnPuback(int packetId)
    {
        Slot slot = Find(packetId);
        if (slot == null || slot.Sends == 0)
        {
            _counters.StrayAcks++;
            return;
        }
        _counters.Acknowledged++;
        slot.PacketId = 0;
    }

    public void OnConnectionLost()
    {
        foreach (Slot slot in _slots)
        {
            if (slot.PacketId == 0 || slot.Sends == 0)
            {
                continue;
            }
            slot.Sends = 0;
            slot.LostConnections++;
            slot.Packet.MarkDuplicate(false);
            if (slot.LostConnections == MaxConnections)
            {
                _counters.Abandoned++;
                slot.PacketId = 0;
            }
        }
    }

    /// <summary>Frees the place of the oldest publication that has left in this connection: TCP
    /// carries it, but nobody sends it again when the connection is lost.</summary>
    public bool TryForgetOldest()
    {
        Slot oldest = null;
        foreach (Slot slot in _slots)
        {
            if (slot.PacketId != 0 && slot.Sends > 0
                && (oldest == null || slot.Order < oldest.Order))
            {
                oldest = slot;
            }
        }
        if (oldest == null)
        {
            return false;
        }
        oldest.PacketId = 0;
        _counters.Unconfirmed++;
        return true;
    }

    private int NextPacketId()
    {
        do
        {
            _lastPacketId = _lastPacketId == MaxPacketId ? 1 : _lastPacketId + 1;
        }
        while (Find(_lastPacketId) != null);    // At most Capacity turns: so many are taken.
        return _lastPacketId;
    }

    private Slot Find(int packetId)
    {
        foreach (Slot slot in _slots)
        {
            if (slot.PacketId == packetId)
            {
                return slot;
            }
        }
        return null;
    }
}
