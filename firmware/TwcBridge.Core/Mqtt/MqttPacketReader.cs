namespace TwcBridge.Mqtt;

/// <summary>
/// Cuts a stream of bytes, in chunks of any size, into the packets that a broker sends, and checks
/// their form. It knows nothing of connections and time. Nothing is copied to look at a field: the
/// views point into one buffer and are valid until the next <see cref="Push"/>.
/// </summary>
public sealed class MqttPacketReader
{
    private const int MaxLengthBytes = 4;
    private const int SubackFailure = 0x80;

    private enum Part : byte
    {
        Type,
        Length,
        Body,
    }

    /// <summary>Of PUBLISH.</summary>
    public readonly MqttMessage Message;

    public MqttReadStatus Status;
    public MqttPacketType Type;

    /// <summary>Of PUBACK, SUBACK and UNSUBACK.</summary>
    public int PacketId;

    private readonly byte[] _body;

    private Part _part;
    private int _flags;
    private int _lengthBytes;
    private int _length;
    private int _position;      // 0 <= _position <= _length: body bytes seen, kept or not.

    /// <summary>A publication with more than <paramref name="capacity"/> bytes after its fixed
    /// header is skipped and told as oversized.</summary>
    public MqttPacketReader(int capacity)
    {
        _body = new byte[capacity];
        Message = new MqttMessage(_body);
    }

    /// <summary>Of CONNACK, 0..5.</summary>
    public int ReturnCode => _body[1];

    /// <summary>Of SUBACK: how many subscriptions it answers.</summary>
    public int SubscriptionCount => _length - MqttMessage.PacketIdBytes;

    /// <summary>Of SUBACK: whether the broker refused the subscription at this index.</summary>
    public bool IsRefused(int index)
    {
        return _body[MqttMessage.PacketIdBytes + index] == SubackFailure;
    }

    /// <summary>Forgets everything: a new connection begins.</summary>
    public void Restart()
    {
        Status = MqttReadStatus.Pending;
        _part = Part.Type;
    }

    /// <summary>
    /// Takes bytes up to the end of one packet and tells how many it took; <see cref="Status"/>
    /// then says what they were. After a bad status it swallows everything until
    /// <see cref="Restart"/>.
    /// </summary>
    public int Push(byte[] source, int offset, int length)
    {
        if (Status > MqttReadStatus.Packet)
        {
            return length;
        }
        Status = MqttReadStatus.Pending;
        int taken = 0;
        while (taken < length && Status == MqttReadStatus.Pending)
        {
            taken += _part switch
            {
                Part.Type => TakeType(source[offset + taken]),
                Part.Length => TakeLength(source[offset + taken]),
                _ => TakeBody(source, offset + taken, length - taken),
            };
        }
        return taken;
    }

    private int TakeType(int value)
    {
        Type = (MqttPacketType)(value >> 4);
        _flags = value & 0xF;
        _length = 0;
        _lengthBytes = 0;
        _position = 0;
        PacketId = 0;
        _part = Part.Length;
        Status = CheckType();
        return 1;
    }

    private MqttReadStatus CheckType()
    {
        switch (Type)
        {
            case MqttPacketType.Publish:
                return !MqttMessage.AreLegal(_flags) ? MqttReadStatus.BadFlags
                    : MqttMessage.QosOf(_flags) == 2 ? MqttReadStatus.BadType
                    : MqttReadStatus.Pending;

            case MqttPacketType.Connack:
            case MqttPacketType.Puback:
            case MqttPacketType.Suback:
            case MqttPacketType.Unsuback:
            case MqttPacketType.Pingresp:
                return _flags == 0 ? MqttReadStatus.Pending : MqttReadStatus.BadFlags;

            default:
                return MqttReadStatus.BadType;
        }
    }

    private int TakeLength(int value)
    {
        _length |= (value & 0x7F) << (7 * _lengthBytes);
        _lengthBytes++;
        if ((value & 0x80) == 0)
        {
            _part = Part.Body;
            Status = CheckLength();
        }
        else if (_lengthBytes == MaxLengthBytes)
        {
            Status = MqttReadStatus.BadLength;
        }
        return 1;
    }

    private MqttReadStatus CheckLength()
    {
        bool possible = Type switch
        {
            MqttPacketType.Pingresp => _length == 0,
            MqttPacketType.Publish => _length > MqttMessage.LengthPrefix,
            MqttPacketType.Suback => _length > MqttMessage.PacketIdBytes && _length <= _body.Length,
            _ => _length == 2,
        };
        if (!possible)
        {
            return MqttReadStatus.BadLength;
        }
        return _length == 0 ? Complete() : MqttReadStatus.Pending;
    }

    private int TakeBody(byte[] source, int offset, int available)
    {
        int wanted = _length - _position;
        int count = available < wanted ? available : wanted;
        int room = _body.Length - _position;
        int kept = count < room ? count : room;
        if (kept > 0)
        {
            System.Array.Copy(source, offset, _body, _position, kept);
        }
        if (_length > _body.Length)
        {
            CatchPacketId(source, offset, count);
        }
        _position += count;
        if (_position == _length)
        {
            Status = Complete();
        }
        return count;
    }

    /// <summary>
    /// The id of a publication stands behind its topic and may lie in the part that is skipped.
    /// Without it the message could not be acknowledged, and a broker that allows only a few
    /// unacknowledged messages would soon send no more.
    /// </summary>
    private void CatchPacketId(byte[] source, int offset, int count)
    {
        if (_position + count < MqttMessage.LengthPrefix)
        {
            return;
        }
        int first = MqttMessage.LengthPrefix + Number(0) - _position;
        for (int i = first; i < first + MqttMessage.PacketIdBytes; i++)
        {
            if (i >= 0 && i < count)
            {
                PacketId = ((PacketId << 8) | source[offset + i]) & 0xFFFF;
            }
        }
    }

    private MqttReadStatus Complete()
    {
        _part = Part.Type;
        switch (Type)
        {
            case MqttPacketType.Publish:
                return Message.Point(_flags, _length, PacketId);

            case MqttPacketType.Connack:
                return _body[0] > 1 || _body[1] > 5
                    ? MqttReadStatus.BadField
                    : MqttReadStatus.Packet;

            case MqttPacketType.Pingresp:
                return MqttReadStatus.Packet;

            default:
                PacketId = Number(0);
                return PacketId == 0 || !HasKnownCodes()
                    ? MqttReadStatus.BadField
                    : MqttReadStatus.Packet;
        }
    }

    private bool HasKnownCodes()
    {
        for (int i = MqttMessage.PacketIdBytes; i < _length; i++)
        {
            if (_body[i] > 2 && _body[i] != SubackFailure)
            {
                return false;
            }
        }
        return true;
    }

    private int Number(int offset)
    {
        return (_body[offset] << 8) | _body[offset + 1];
    }
}
