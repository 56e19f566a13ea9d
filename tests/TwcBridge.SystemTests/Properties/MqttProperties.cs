using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using TwcBridge.Control;
using TwcBridge.Mqtt;

namespace TwcBridge.SystemTests.Properties;

/// <summary>MQTT packets, written by us and read by a small reader of the test, and the other way
/// round.</summary>
[TestClass]
public sealed class MqttProperties
{
    [TestMethod]
    public void Every_packet_says_what_was_to_be_said()
    {
        Chance.Check(script =>
        {
            MqttPacketWriter writer = new(script.Between(40, 2000));
            List<string> meant = [];
            while (script.HasMore)
            {
                Write(script, writer, meant);
            }
            byte[] wire = writer.Buffer[..writer.Length];
            CollectionAssert.AreEqual(meant, Read(wire), Convert.ToHexString(wire));
        });
    }

    [TestMethod]
    public void A_publication_is_read_as_it_was_written_in_any_pieces()
    {
        Chance.Check(script =>
        {
            MqttPacketWriter writer = new(2000);
            List<string> meant = [];
            MqttPublication publication = Any(script);
            int id = script.Between(1, 65535);
            Assert.IsTrue(writer.Publish(publication, id));
            MqttPacketReader reader = new(2000);
            int offset = 0;
            while (offset < writer.Length)
            {
                int count = Math.Min(script.Between(1, 40), writer.Length - offset);
                offset += reader.Push(writer.Buffer, offset, count);
            }
            Assert.AreEqual(MqttReadStatus.Packet, reader.Status);
            MqttMessage message = reader.Message;
            Assert.AreEqual(Text(publication.Topic),
                Encoding.UTF8.GetString(message.Buffer, message.TopicOffset, message.TopicLength));
            Assert.AreEqual(Text(publication.Payload), Encoding.UTF8.GetString(
                message.Buffer, message.PayloadOffset, message.PayloadLength));
            Assert.AreEqual(publication.Qos, message.Qos);
            Assert.AreEqual(publication.Retain, message.Retain);
            Assert.AreEqual(publication.Qos == 0 ? 0 : id, message.PacketId);
        });
    }

    // What does not fit must leave no trace.
    private static void Write(Script script, MqttPacketWriter writer, List<string> meant)
    {
        int before = writer.Length;
        int id = script.Between(1, 65535);
        (bool isTaken, string told) = script.Next(5) switch
        {
            0 => (writer.Puback(id), $"4.0 id {id}"),
            1 => (writer.Pingreq(), "12.0"),
            2 => (writer.Disconnect(), "14.0"),
            3 => Subscribe(script, writer, id),
            _ => Publish(Any(script), writer, id),
        };
        if (isTaken)
        {
            meant.Add(told);
        }
        Assert.IsTrue(isTaken || writer.Length == before, "half a packet");
        Assert.IsTrue(writer.Length <= writer.Buffer.Length);
    }

    private static (bool, string) Subscribe(Script script, MqttPacketWriter writer, int id)
    {
        byte[][] filters = Enumerable.Range(0, script.Between(1, 4))
            .Select(_ => Encoding.UTF8.GetBytes(AnyText(script, 30))).ToArray();
        string told = string.Concat(filters.Select(f => $" '{Encoding.UTF8.GetString(f)}' 1"));
        return (writer.Subscribe(id, filters), $"8.2 id {id}{told}");
    }

    private static (bool, string) Publish(
        MqttPublication publication, MqttPacketWriter writer, int id)
    {
        int flags = (2 * publication.Qos) + (publication.Retain ? 1 : 0);
        string told = $"3.{flags} '{Text(publication.Topic)}'"
            + (publication.Qos == 0 ? "" : $" id {id}") + $" {Text(publication.Payload)}";
        return (writer.Publish(publication, id), told);
    }

    private static MqttPublication Any(Script script)
    {
        ByteWriter topic = new(100);
        topic.Ascii("t" + AnyText(script, 60));
        ByteWriter payload = new(400);
        payload.Ascii(AnyText(script, script.Of(10, 130, 300)));
        return new MqttPublication(topic, payload)
        {
            Qos = script.Next(2),
            Retain = script.OneIn(2),
        };
    }

    private static string AnyText(Script script, int most)
    {
        return new string(script.Of('a', 'b', '/', '{'), script.Next(most));
    }

    private static string Text(ByteWriter writer)
    {
        return Encoding.UTF8.GetString(writer.Buffer, 0, writer.Length);
    }

    private static List<string> Read(byte[] wire)
    {
        List<string> packets = [];
        int at = 0;
        while (at < wire.Length)
        {
            int type = wire[at] >> 4;
            int flags = wire[at++] & 0xF;
            int length = 0;
            for (int shift = 0; ; shift += 7)
            {
                length |= (wire[at] & 0x7F) << shift;
                if (wire[at++] < 0x80)
                {
                    break;
                }
            }
            packets.Add($"{type}.{flags}{Body(type, flags, wire[at..(at + length)])}");
            at += length;
        }
        return packets;
    }

    private static string Body(int type, int flags, byte[] body)
    {
        switch (type)
        {
            case 3:
                int end = 2 + Word(body, 0);
                int payload = flags < 2 ? end : end + 2;
                return $" '{Encoding.UTF8.GetString(body[2..end])}'"
                    + (flags < 2 ? "" : $" id {Word(body, end)}")
                    + $" {Encoding.UTF8.GetString(body[payload..])}";
            case 8:
                return $" id {Word(body, 0)}{Filters(body)}";
            default:
                return body.Length == 0 ? "" : $" id {Word(body, 0)}";
        }
    }

    private static string Filters(byte[] body)
    {
        StringBuilder told = new();
        for (int at = 2; at < body.Length; at += 3 + Word(body, at))
        {
            int end = at + 2 + Word(body, at);
            told.Append($" '{Encoding.UTF8.GetString(body[(at + 2)..end])}' {body[end]}");
        }
        return told.ToString();
    }

    private static int Word(byte[] bytes, int at)
    {
        return (bytes[at] << 8) | bytes[at + 1];
    }
}
