using TwcBridge.Control;

namespace TwcBridge.Mqtt;

/// <summary>
/// Writes the packets that a client sends, one behind the other, into one fixed buffer. A packet is
/// written whole or, when it does not fit, not at all: then the method returns false.
/// </summary>
public sealed class MqttPacketWriter
{
    /// <summary>Most that the fixed header and the length prefix of a publication's topic and its
    /// packet id add to topic and payload, as long as all fits 16 KB.</summary>
    public const int PublishOverhead = 7;

    public const int PubackBytes = 4;

    /// <summary>Of PINGREQ and of DISCONNECT.</summary>
    public const int BareBytes = 2;

    private const int RetainFlag = 0x01;
    private const int DuplicateFlag = 0x08;
    private const int ProtocolLevel = 4;        // MQTT 3.1.1
    private const int ConnectHeaderBytes = 10;  // Protocol name and level, flags, keep-alive.

    private const int CleanSession = 0x02;
    private const int WillAtQos1Retained = 0x04 | 0x08 | 0x20;
    private const int WithPassword = 0x40;
    private const int WithUser = 0x80;

    /// <summary>Bytes 0..<see cref="Length"/>-1 are written. Owned by this writer.</summary>
    public readonly byte[] Buffer;

    public int Length;

    public MqttPacketWriter(int capacity)
    {
        Buffer = new byte[capacity];
    }

    public int Room => Buffer.Length - Length;

    public void Clear()
    {
        Length = 0;
    }

    /// <summary>Takes away the first bytes and moves the others to the front.</summary>
    public void Drop(int count)
    {
        Length -= count;
        System.Array.Copy(Buffer, count, Buffer, 0, Length);
    }

    public bool Connect(MqttOptions options)
    {
        int length = ConnectHeaderBytes + SizeOf(options.ClientId) + SizeOf(options.WillTopic)
            + SizeOf(options.WillPayload) + SizeOf(options.User) + SizeOf(options.Password);
        if (!Begin(MqttPacketType.Connect, 0, length))
        {
            return false;
        }
        Number(4);
        Put('M');
        Put('Q');
        Put('T');
        Put('T');
        Put(ProtocolLevel);
        Put(CleanSession
            | (options.WillTopic == null ? 0 : WillAtQos1Retained)
            | (options.User == null ? 0 : WithUser)
            | (options.Password == null ? 0 : WithPassword));
        Number(options.KeepAliveMs / 1000);
        Text(options.ClientId);
        Text(options.WillTopic);
        Text(options.WillPayload);
        Text(options.User);
        Text(options.Password);
        return true;
    }

    /// <summary>A publication sent for the first time. Its id counts at QoS 1 only.</summary>
    public bool Publish(MqttPublication publication, int packetId)
    {
        int qos = publication.Qos;
        int length = 2 + publication.Topic.Length + (qos == 0 ? 0 : 2) + publication.Payload.Length;
        int flags = (qos << 1) | (publication.Retain ? RetainFlag : 0);
        if (!Begin(MqttPacketType.Publish, flags, length))
        {
            return false;
        }
        Number(publication.Topic.Length);
        Append(publication.Topic.Buffer, publication.Topic.Length);
        if (qos != 0)
        {
            Number(packetId);
        }
        Append(publication.Payload.Buffer, publication.Payload.Length);
        return true;
    }

    /// <summary>A retained publication at QoS 0 up to its payload, for which nothing but
    /// <see cref="TryCopy"/> may be called next.</summary>
    public bool PublishHead(ByteWriter topic, int payloadLength)
    {
        if (PublishOverhead + topic.Length > Room)
        {
            return false;
        }
        Head(MqttPacketType.Publish, RetainFlag, 2 + topic.Length + payloadLength);
        Number(topic.Length);
        Append(topic.Buffer, topic.Length);
        return true;
    }

    /// <summary>Says of the one publication in this buffer if it has been sent before.</summary>
    public void MarkDuplicate(bool duplicate)
    {
        int others = Buffer[0] & ~DuplicateFlag;
        Buffer[0] = (byte)(duplicate ? others | DuplicateFlag : others);
    }

    public bool Puback(int packetId)
    {
        if (!Begin(MqttPacketType.Puback, 0, 2))
        {
            return false;
        }
        Number(packetId);
        return true;
    }

    /// <summary>Asks for each filter at QoS 1.</summary>
    public bool Subscribe(int packetId, byte[][] filters)
    {
        return Filters(MqttPacketType.Subscribe, packetId, filters);
    }

    public bool Unsubscribe(int packetId, byte[][] filters)
    {
        return Filters(MqttPacketType.Unsubscribe, packetId, filters);
    }

    public bool Pingreq()
    {
        return Begin(MqttPacketType.Pingreq, 0, 0);
    }

    public bool Disconnect()
    {
        return Begin(MqttPacketType.Disconnect, 0, 0);
    }

    /// <summary>Appends the first bytes of a buffer: a packet, or a piece of one.</summary>
    public bool TryCopy(byte[] source, int length)
    {
        if (length > Room)
        {
            return false;
        }
        Append(source, length);
        return true;
    }

    private bool Filters(MqttPacketType type, int packetId, byte[][] filters)
    {
        bool withQos = type == MqttPacketType.Subscribe;
        int length = 2;
        foreach (byte[] filter in filters)
        {
            length += SizeOf(filter) + (withQos ? 1 : 0);
        }
        if (!Begin(type, 2, length))    // The flags 0010 are fixed for both (3.8.1, 3.10.1).
        {
            return false;
        }
        Number(packetId);
        foreach (byte[] filter in filters)
        {
            Text(filter);
            if (withQos)
            {
                Put(1);
            }
        }
        return true;
    }

    /// <summary>Writes the fixed header if the whole packet fits.</summary>
    private bool Begin(MqttPacketType type, int flags, int length)
    {
        if (1 + LengthBytes(length) + length > Room)
        {
            return false;
        }
        Head(type, flags, length);
        return true;
    }

    private void Head(MqttPacketType type, int flags, int length)
    {
        Put(((int)type << 4) | flags);
        int rest = length;
        while (rest >= 0x80)
        {
            Put((rest & 0x7F) | 0x80);
            rest >>= 7;
        }
        Put(rest);
    }

    private static int LengthBytes(int length)
    {
        return length < 1 << 7 ? 1 : length < 1 << 14 ? 2 : length < 1 << 21 ? 3 : 4;
    }

    private static int SizeOf(byte[] text)
    {
        return text == null ? 0 : 2 + text.Length;
    }

    private void Text(byte[] text)
    {
        if (text != null)
        {
            Number(text.Length);
            Append(text, text.Length);
        }
    }

    private void Number(int value)
    {
        Put(value >> 8);
        Put(value);
    }

    private void Append(byte[] source, int length)
    {
        System.Array.Copy(source, 0, Buffer, Length, length);
        Length += length;
    }

    private void Put(int value)
    {
        Buffer[Length++] = (byte)value;
    }
}
