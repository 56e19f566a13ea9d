namespace TwcBridge.Mqtt;

/// <summary>
/// A view of one publication that the broker delivered. It points into the reader's buffer and is
/// valid until the next call that feeds the reader.
/// </summary>
public sealed class MqttMessage
{
    public const int LengthPrefix = 2;
    public const int PacketIdBytes = 2;

    private const int RetainFlag = 1;
    private const int DuplicateFlag = 8;

    /// <summary>Owned by the reader.</summary>
    public readonly byte[] Buffer;

    private int _topicLength;
    private int _payloadOffset;
    private int _payloadLength;
    private int _qos;
    private int _packetId;
    private bool _retain;
    private bool _duplicate;
    private bool _oversized;

    public MqttMessage(byte[] buffer)
    {
        Buffer = buffer;
    }

    public int TopicOffset => LengthPrefix;

    /// <summary>0 when the message is <see cref="Oversized"/> and not even its topic fits.
    /// </summary>
    public int TopicLength => _topicLength;

    public int PayloadOffset => _payloadOffset;

    /// <summary>0 when the message is <see cref="Oversized"/>.</summary>
    public int PayloadLength => _payloadLength;

    public int Qos => _qos;

    /// <summary>1..65535, or 0 at QoS 0.</summary>
    public int PacketId => _packetId;

    /// <summary>The broker had kept it from before we subscribed.</summary>
    public bool Retain => _retain;

    /// <summary>The broker has sent it before.</summary>
    public bool Duplicate => _duplicate;

    /// <summary>The packet was larger than the reader's buffer; its payload is lost.</summary>
    public bool Oversized => _oversized;

    /// <summary>The QoS that the first byte of a PUBLISH names, 0..3.</summary>
    public static int QosOf(int flags)
    {
        return (flags >> 1) & 3;
    }

    /// <summary>Whether the flags of a PUBLISH are allowed together.</summary>
    public static bool AreLegal(int flags)
    {
        int qos = QosOf(flags);
        return qos != 3 && (qos != 0 || (flags & DuplicateFlag) == 0);
    }

    /// <summary>
    /// For the reader: points the view at the packet in the buffer. Of a packet that is longer than
    /// the buffer the reader tells the packet id, wherever it stood.
    /// </summary>
    public MqttReadStatus Point(int flags, int length, int caughtPacketId)
    {
        _qos = QosOf(flags);
        _retain = (flags & RetainFlag) != 0;
        _duplicate = (flags & DuplicateFlag) != 0;
        _oversized = length > Buffer.Length;
        _topicLength = Number(0);
        int topicEnd = LengthPrefix + _topicLength;
        _payloadOffset = topicEnd + (_qos == 0 ? 0 : PacketIdBytes);
        _payloadLength = length - _payloadOffset;
        if (_payloadLength < 0)
        {
            return MqttReadStatus.BadLength;
        }
        _packetId = PacketIdAt(topicEnd, caughtPacketId);
        if (_oversized)
        {
            DropPayload(topicEnd);
        }
        return Check(topicEnd);
    }

    private int PacketIdAt(int topicEnd, int caughtPacketId)
    {
        return _qos == 0 ? 0
            : _oversized ? caughtPacketId
            : Number(topicEnd);
    }

    private void DropPayload(int topicEnd)
    {
        _payloadOffset = 0;
        _payloadLength = 0;
        if (topicEnd > Buffer.Length)
        {
            _topicLength = 0;
        }
    }

    private MqttReadStatus Check(int topicEnd)
    {
        if (topicEnd <= Buffer.Length && !MqttText.IsTopicName(Buffer, LengthPrefix, _topicLength))
        {
            return MqttReadStatus.BadTopic;
        }
        return _qos != 0 && _packetId == 0 ? MqttReadStatus.BadField : MqttReadStatus.Packet;
    }

    private int Number(int offset)
    {
        return (Buffer[offset] << 8) | Buffer[offset + 1];
    }
}
