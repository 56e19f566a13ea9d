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

    /// <summary>0 when the message is <see cref="Oversized"/> and not even its topic fits.
    /// </summary>
    public int TopicLength;

    public int PayloadOffset;

    /// <summary>0 when the message is <see cref="Oversized"/>.</summary>
    public int PayloadLength;

    public int Qos;

    /// <summary>1..65535, or 0 at QoS 0.</summary>
    public int PacketId;

    /// <summary>The broker had kept it from before we subscribed.</summary>
    public bool Retain;

    /// <summary>The broker has sent it before.</summary>
    public bool Duplicate;

    /// <summary>The packet was larger than the reader's buffer; its payload is lost.</summary>
    public bool Oversized;

    public MqttMessage(byte[] buffer)
    {
        Buffer = buffer;
    }

    public int TopicOffset => LengthPrefix;

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
        Qos = QosOf(flags);
        Retain = (flags & RetainFlag) != 0;
        Duplicate = (flags & DuplicateFlag) != 0;
        Oversized = length > Buffer.Length;
        TopicLength = Number(0);
        int topicEnd = LengthPrefix + TopicLength;
        PayloadOffset = topicEnd + (Qos == 0 ? 0 : PacketIdBytes);
        PayloadLength = length - PayloadOffset;
        if (PayloadLength < 0)
        {
            return MqttReadStatus.BadLength;
        }
        PacketId = PacketIdAt(topicEnd, caughtPacketId);
        if (Oversized)
        {
            DropPayload(topicEnd);
        }
        return Check(topicEnd);
    }

    private int PacketIdAt(int topicEnd, int caughtPacketId)
    {
        return Qos == 0 ? 0
            : Oversized ? caughtPacketId
            : Number(topicEnd);
    }

    private void DropPayload(int topicEnd)
    {
        PayloadOffset = 0;
        PayloadLength = 0;
        if (topicEnd > Buffer.Length)
        {
            TopicLength = 0;
        }
    }

    private MqttReadStatus Check(int topicEnd)
    {
        if (topicEnd <= Buffer.Length && !MqttText.IsTopicName(Buffer, LengthPrefix, TopicLength))
        {
            return MqttReadStatus.BadTopic;
        }
        return Qos != 0 && PacketId == 0 ? MqttReadStatus.BadField : MqttReadStatus.Packet;
    }

    private int Number(int offset)
    {
        return (Buffer[offset] << 8) | Buffer[offset + 1];
    }
}
