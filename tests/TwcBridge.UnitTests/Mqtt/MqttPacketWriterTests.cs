using TwcBridge.Mqtt;

namespace TwcBridge.UnitTests.Mqtt;

[TestClass]
public class MqttPacketWriterTests
{
    private const int Roomy = 20_000;

    [TestMethod]
    [DataRow("with nothing but a client id", "box", null, null, null, null,
        "10 0F | 00 04 'MQTT' 04 | 02 | 00 14 | 00 03 'box'")]
    [DataRow("with an empty client id", "", null, null, null, null,
        "10 0C | 00 04 'MQTT' 04 | 02 | 00 14 | 00 00")]
    [DataRow("with a Will", "box", "b/a", "offline", null, null,
        "10 1D | 00 04 'MQTT' 04 | 2E | 00 14 | 00 03 'box' | 00 03 'b/a' | 00 07 'offline'")]
    [DataRow("with an empty Will", "box", "b/a", "", null, null,
        "10 16 | 00 04 'MQTT' 04 | 2E | 00 14 | 00 03 'box' | 00 03 'b/a' | 00 00")]
    [DataRow("with a user", "box", null, null, "me", null,
        "10 13 | 00 04 'MQTT' 04 | 82 | 00 14 | 00 03 'box' | 00 02 'me'")]
    [DataRow("with all", "box", "b/a", "offline", "me", "pw",
        "10 25 | 00 04 'MQTT' 04 | EE | 00 14 | 00 03 'box' | 00 03 'b/a' | 00 07 'offline'"
        + " | 00 02 'me' | 00 02 'pw'")]
    public void Writes_connect(
        string name, string id, string topic, string payload, string user, string pass, string wire)
    {
        MqttOptions options = new MqttOptions
        {
            ClientId = TextOrNull(id),
            WillTopic = TextOrNull(topic),
            WillPayload = TextOrNull(payload),
            User = TextOrNull(user),
            Password = TextOrNull(pass),
        };
        MqttPacketWriter writer = new MqttPacketWriter(Roomy);

        Assert.IsTrue(writer.Connect(options));

        ExpectWritten(name, wire, writer);
    }

    [TestMethod]
    public void Tells_the_keep_alive_in_seconds()
    {
        MqttOptions options = new MqttOptions { ClientId = Wire.Text(""), KeepAliveMs = 300_000 };
        MqttPacketWriter writer = new MqttPacketWriter(Roomy);

        writer.Connect(options);

        ExpectWritten("300 s", "10 0C | 00 04 'MQTT' 04 | 02 | 01 2C | 00 00", writer);
    }

    [TestMethod]
    [DataRow("QoS 0", 0, false, "30 06 | 00 03 'a/b' | 'x'")]
    [DataRow("QoS 0 retained", 0, true, "31 06 | 00 03 'a/b' | 'x'")]
    [DataRow("QoS 1", 1, false, "32 08 | 00 03 'a/b' | 12 34 | 'x'")]
    [DataRow("QoS 1 retained", 1, true, "33 08 | 00 03 'a/b' | 12 34 | 'x'")]
    public void Writes_a_publication(string name, int qos, bool retain, string wire)
    {
        MqttPublication publication = Publications.Of("a/b", "x", qos);
        publication.Retain = retain;
        MqttPacketWriter writer = new MqttPacketWriter(Roomy);

        Assert.IsTrue(writer.Publish(publication, 0x1234));

        ExpectWritten(name, wire, writer);
    }

    [TestMethod]
    public void Marks_a_publication_as_sent_before_and_as_new_again()
    {
        MqttPacketWriter writer = new MqttPacketWriter(Roomy);
        writer.Publish(Publications.Of("a", "x", 1), 7);

        writer.MarkDuplicate(true);
        writer.MarkDuplicate(true);
        ExpectWritten("sent before", "3A 06 | 00 01 'a' | 00 07 | 'x'", writer);

        writer.MarkDuplicate(false);
        ExpectWritten("new", "32 06 | 00 01 'a' | 00 07 | 'x'", writer);
    }

    // The topic 't' with its length takes three bytes of the remaining length.
    [TestMethod]
    [DataRow(127 - 3, "30 7F | 00 01 't' 78*124")]
    [DataRow(128 - 3, "30 80 01 | 00 01 't' 78*125")]
    [DataRow(16_383 - 3, "30 FF 7F | 00 01 't' 78*16380")]
    [DataRow(16_384 - 3, "30 80 80 01 | 00 01 't' 78*16381")]
    public void Encodes_the_remaining_length(int payloadLength, string wire)
    {
        MqttPacketWriter writer = new MqttPacketWriter(Roomy);

        Assert.IsTrue(writer.Publish(Publications.Sized(payloadLength, 0), 0));

        ExpectWritten("length", wire, writer);
    }

    [TestMethod]
    public void Writes_the_small_packets_one_behind_the_other()
    {
        byte[][] filters = { Wire.Text("a/+"), Wire.Text("b") };
        MqttPacketWriter writer = new MqttPacketWriter(Roomy);

        writer.Puback(0xABCD);
        writer.Subscribe(1, filters);
        writer.Unsubscribe(2, filters);
        writer.Pingreq();
        writer.Disconnect();

        ExpectWritten("all", "40 02 AB CD"
            + " | 82 0C 00 01 | 00 03 'a/+' 01 | 00 01 'b' 01"
            + " | A2 0A 00 02 | 00 03 'a/+' | 00 01 'b'"
            + " | C0 00 | E0 00", writer);
    }

    [TestMethod]
    public void Writes_a_packet_whole_or_not_at_all()
    {
        MqttPublication publication = Publications.Of("a/b", "x", 1);
        for (int capacity = 0; capacity < 10; capacity++)
        {
            MqttPacketWriter small = new MqttPacketWriter(capacity);
            Assert.IsFalse(small.Publish(publication, 1), "capacity " + capacity.ToString());
            Assert.AreEqual(0, small.Length);
        }
        Assert.IsTrue(new MqttPacketWriter(10).Publish(publication, 1));
    }

    [TestMethod]
    public void Refuses_every_packet_when_full_and_keeps_what_it_has()
    {
        MqttPacketWriter writer = new MqttPacketWriter(5);
        MqttPacketWriter other = new MqttPacketWriter(4);
        byte[][] filters = { Wire.Text("a") };
        writer.Puback(0x0102);
        other.Pingreq();

        Assert.IsFalse(writer.Connect(new MqttOptions { ClientId = Wire.Text("") }));
        Assert.IsFalse(writer.Puback(3));
        Assert.IsFalse(writer.Subscribe(3, filters));
        Assert.IsFalse(writer.Unsubscribe(3, filters));
        Assert.IsFalse(writer.Pingreq());
        Assert.IsFalse(writer.Disconnect());
        Assert.IsFalse(writer.TryCopy(other.Buffer, other.Length));

        ExpectWritten("the first", "40 02 01 02", writer);
    }

    [TestMethod]
    public void Moves_the_rest_to_the_front_when_the_first_bytes_have_left()
    {
        MqttPacketWriter writer = new MqttPacketWriter(8);
        writer.Puback(0x0102);
        writer.Puback(0x0304);

        writer.Drop(3);
        ExpectWritten("after three", "02 40 02 03 04", writer);
        Assert.AreEqual(3, writer.Room);

        writer.Drop(5);
        ExpectWritten("after all", "", writer);
    }

    private static byte[] TextOrNull(string text)
    {
        return text == null ? null : Wire.Text(text);
    }

    private static void ExpectWritten(string name, string wire, MqttPacketWriter writer)
    {
        Assert.AreEqual(Wire.Hex(wire), Wire.Hex(writer.Buffer, writer.Length), name);
    }
}
