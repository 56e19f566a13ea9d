using TwcBridge.Mqtt;

namespace TwcBridge.UnitTests.Mqtt;

/// <summary>The table of packets for a reader of <see cref="Capacity"/> bytes.</summary>
public static class MqttVectors
{
    public const int Capacity = 64;

    public static MqttVector[] Packets()
    {
        return new[]
        {
            new MqttVector("accepted", "20 02 00 00", "connack 0"),
            new MqttVector("accepted, session present", "20 02 01 00", "connack 0"),
            new MqttVector("wrong password", "20 02 00 04", "connack 4"),
            new MqttVector("not authorised", "20 02 00 05", "connack 5"),
            new MqttVector("length in two bytes", "20 82 00 | 00 00", "connack 0"),
            new MqttVector("length in four bytes", "20 82 80 80 00 | 00 00", "connack 0"),
            new MqttVector("puback", "40 02 12 34", "puback 4660"),
            new MqttVector("highest id", "40 02 FF FF", "puback 65535"),
            new MqttVector("suback", "90 06 00 01 | 00 01 02 80", "suback 1: ok ok ok refused"),
            new MqttVector("unsuback", "B0 02 00 09", "unsuback 9"),
            new MqttVector("pingresp", "D0 00", "pingresp"),
            new MqttVector("QoS 0", "30 06 | 00 03 'a/b' | 'x'", "publish q0 'a/b' = 'x'"),
            new MqttVector("no payload", "30 05 | 00 03 'a/b'", "publish q0 'a/b' = ''"),
            new MqttVector("retained", "31 06 | 00 03 'a/b' | 'x'", "publish q0 r 'a/b' = 'x'"),
            new MqttVector("QoS 1", "32 08 | 00 03 'a/b' | 00 07 | 'x'",
                "publish q1 #7 'a/b' = 'x'"),
            new MqttVector("all flags", "3B 08 | 00 03 'a/b' | 00 07 | 'x'",
                "publish q1 r dup #7 'a/b' = 'x'"),
            new MqttVector("QoS 1, no payload", "32 07 | 00 03 'a/b' | 00 07",
                "publish q1 #7 'a/b' = ''"),
            new MqttVector("topic in UTF-8", "30 06 | 00 04 C3 A4 'b' 7F",
                "publish q0 '\u00C3\u00A4b\u007F' = ''"),
            new MqttVector("fills the buffer", "30 40 | 00 03 'a/b' | 78*59",
                "publish q0 'a/b' = 59 bytes"),
            new MqttVector("topic fills the buffer", "30 40 | 00 3E 61*62",
                "publish q0 62 bytes of topic = ''"),
            new MqttVector("one byte too long", "30 41 | 00 03 'a/b' | 78*60",
                "publish q0 oversized 'a/b' = ''"),
            new MqttVector("QoS 1, far too long", "33 CA 01 | 00 03 'a/b' | 12 34 | 78*195",
                "publish q1 r oversized #4660 'a/b' = ''"),
            new MqttVector("id behind the buffer", "32 45 | 00 3E 61*62 | 12 34 | 78*3",
                "publish q1 oversized #4660 62 bytes of topic = ''"),
            new MqttVector("id across the end of the buffer", "32 45 | 00 3D 61*61 | 12 34 | 78*4",
                "publish q1 oversized #4660 61 bytes of topic = ''"),
            new MqttVector("topic too long", "32 CA 01 | 00 C3 61*195 | 12 34 | 78*3",
                "publish q1 oversized #4660 '' = ''"),
        };
    }

    public static MqttVector[] Malformed()
    {
        return new[]
        {
            new MqttVector("reserved type 0", "00", "bad type"),
            new MqttVector("reserved type 15", "F0", "bad type"),
            new MqttVector("of a client: connect", "10", "bad type"),
            new MqttVector("of a client: subscribe", "82", "bad type"),
            new MqttVector("of a client: unsubscribe", "A2", "bad type"),
            new MqttVector("of a client: pingreq", "C0", "bad type"),
            new MqttVector("of a client: disconnect", "E0", "bad type"),
            new MqttVector("of QoS 2: pubrec", "50", "bad type"),
            new MqttVector("of QoS 2: pubrel", "62", "bad type"),
            new MqttVector("of QoS 2: pubcomp", "70", "bad type"),
            new MqttVector("publish at QoS 2", "34", "bad type"),
            new MqttVector("publish at QoS 3", "36", "bad flags"),
            new MqttVector("duplicate at QoS 0", "38", "bad flags"),
            new MqttVector("flags on connack", "21", "bad flags"),
            new MqttVector("flags on puback", "42", "bad flags"),
            new MqttVector("flags on suback", "92", "bad flags"),
            new MqttVector("flags on unsuback", "B8", "bad flags"),
            new MqttVector("flags on pingresp", "D4", "bad flags"),
            new MqttVector("length of five bytes", "30 80 80 80 80", "bad length"),
            new MqttVector("connack too short", "20 01", "bad length"),
            new MqttVector("connack too long", "20 03", "bad length"),
            new MqttVector("puback without id", "40 00", "bad length"),
            new MqttVector("suback without code", "90 02", "bad length"),
            new MqttVector("suback larger than the buffer", "90 41", "bad length"),
            new MqttVector("pingresp with a body", "D0 01", "bad length"),
            new MqttVector("publish without topic", "30 02", "bad length"),
            new MqttVector("topic longer than the packet", "30 04 | 00 03 'a/'", "bad length"),
            new MqttVector("no room for the id", "32 06 | 00 03 'a/b' | 00", "bad length"),
            new MqttVector("topic longer than a long packet", "30 41 | 00 40 61*63", "bad length"),
            new MqttVector("empty topic", "30 03 | 00 00 | 'x'", "bad topic"),
            new MqttVector("empty topic of a long packet", "30 41 | 00 00 | 78*63", "bad topic"),
            new MqttVector("topic with +", "30 05 | 00 03 'a/+'", "bad topic"),
            new MqttVector("topic with #", "30 05 | 00 03 'a/#'", "bad topic"),
            new MqttVector("topic with U+0000", "30 05 | 00 03 'a' 00 'b'", "bad topic"),
            new MqttVector("topic with a cut character", "30 04 | 00 02 'a' C3", "bad topic"),
            new MqttVector("topic with a surrogate", "30 05 | 00 03 ED A0 80", "bad topic"),
            new MqttVector("topic with an overlong form", "30 04 | 00 02 C0 AF", "bad topic"),
            new MqttVector("publish with id 0", "32 07 | 00 03 'a/b' | 00 00", "bad field"),
            new MqttVector("long publish with id 0", "32 41 | 00 01 'a' | 00 00 | 78*60",
                "bad field"),
            new MqttVector("puback with id 0", "40 02 00 00", "bad field"),
            new MqttVector("suback with id 0", "90 03 00 00 | 01", "bad field"),
            new MqttVector("suback with a reserved code", "90 03 00 01 | 03", "bad field"),
            new MqttVector("connack with a reserved code", "20 02 00 06", "bad field"),
            new MqttVector("connack with a reserved flag", "20 02 02 00", "bad field"),
        };
    }

    /// <summary>What a reader holds, in words.</summary>
    public static string Describe(MqttPacketReader reader)
    {
        return reader.Status switch
        {
            MqttReadStatus.Pending => "pending",
            MqttReadStatus.Packet => DescribePacket(reader),
            MqttReadStatus.BadType => "bad type",
            MqttReadStatus.BadFlags => "bad flags",
            MqttReadStatus.BadLength => "bad length",
            MqttReadStatus.BadTopic => "bad topic",
            _ => "bad field",
        };
    }

    private static string DescribePacket(MqttPacketReader reader)
    {
        return reader.Type switch
        {
            MqttPacketType.Connack => "connack " + reader.ReturnCode.ToString(),
            MqttPacketType.Puback => "puback " + reader.PacketId.ToString(),
            MqttPacketType.Suback => DescribeSuback(reader),
            MqttPacketType.Unsuback => "unsuback " + reader.PacketId.ToString(),
            MqttPacketType.Pingresp => "pingresp",
            _ => DescribePublish(reader.Message),
        };
    }

    private static string DescribeSuback(MqttPacketReader reader)
    {
        string text = "suback " + reader.PacketId.ToString() + ":";
        for (int i = 0; i < reader.SubscriptionCount; i++)
        {
            text += reader.IsRefused(i) ? " refused" : " ok";
        }
        return text;
    }

    private static string DescribePublish(MqttMessage message)
    {
        string payload = message.PayloadLength > 20
            ? message.PayloadLength.ToString() + " bytes"
            : Quoted(message.Buffer, message.PayloadOffset, message.PayloadLength);
        string topic = message.TopicLength > 20
            ? message.TopicLength.ToString() + " bytes of topic"
            : Quoted(message.Buffer, message.TopicOffset, message.TopicLength);
        return "publish q" + message.Qos.ToString()
            + (message.Retain ? " r" : "")
            + (message.Duplicate ? " dup" : "")
            + (message.Oversized ? " oversized" : "")
            + (message.PacketId == 0 ? "" : " #" + message.PacketId.ToString())
            + " " + topic + " = " + payload;
    }

    private static string Quoted(byte[] bytes, int offset, int length)
    {
        return "'" + Wire.Ascii(bytes, offset, length) + "'";
    }
}
