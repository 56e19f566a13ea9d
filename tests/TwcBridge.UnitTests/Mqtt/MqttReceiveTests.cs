using TwcBridge.Mqtt;

namespace TwcBridge.UnitTests.Mqtt;

[TestClass]
public class MqttReceiveTests
{
    private const string QosZero = "30 06 | 00 03 'a/b' | 'x'";
    private const string QosOne = "32 08 | 00 03 'a/b' | 00 07 | 'x'";
    private const string QosOneAgain = "3A 08 | 00 03 'a/b' | 00 07 | 'x'";
    private const string Puback = "40 02 00 07";

    [TestMethod]
    public void Shows_a_message_until_the_next_call()
    {
        SessionTimeline line = SessionTimeline.NewOnline();
        byte[] wire = Wire.Bytes("31 06 | 00 03 'a/b' | 'x' | D0 00");

        int taken = line.Session.OnReceived(wire, 0, wire.Length, 0);
        MqttMessage message = line.Session.Message;

        Assert.AreEqual(8, taken);
        Assert.AreEqual(
            "a/b", Wire.Ascii(message.Buffer, message.TopicOffset, message.TopicLength));
        Assert.AreEqual(
            "x", Wire.Ascii(message.Buffer, message.PayloadOffset, message.PayloadLength));
        Assert.IsTrue(message.Retain);
        line.Session.OnReceived(wire, taken, 1, 0);
        Assert.IsNull(line.Session.Message);
    }

    [TestMethod]
    public void Confirms_a_message_at_QoS_1_only()
    {
        SessionTimeline line = SessionTimeline.NewOnline();
        line.Hear(QosZero);
        line.ExpectSent("");
        line.Hear(QosOne);
        line.ExpectSent(Puback);
        Assert.AreEqual(2, line.MessageCount);
        Assert.AreEqual(2L, line.Session.Counters.MessagesReceived);
    }

    [TestMethod]
    public void Confirms_a_repeated_message_again_but_shows_it_once()
    {
        SessionTimeline line = SessionTimeline.NewOnline();
        line.Hear(QosOne);
        line.Hear(QosOneAgain);

        line.ExpectSent(Puback + Puback);
        Assert.AreEqual(1, line.MessageCount);
        Assert.AreEqual(1L, line.Session.Counters.Duplicates);
        Assert.AreEqual(1L, line.Session.Counters.MessagesReceived);
    }

    [TestMethod]
    public void Shows_a_repeated_message_that_it_has_not_seen_in_this_connection()
    {
        SessionTimeline line = SessionTimeline.NewOnline();
        line.Hear(QosOneAgain);
        Assert.AreEqual(1, line.MessageCount);
        line.ExpectSent(Puback);

        line.LoseAndReturn();
        line.Hear(QosOneAgain);

        Assert.AreEqual(2, line.MessageCount);
        Assert.AreEqual(0L, line.Session.Counters.Duplicates);
    }

    [TestMethod]
    public void Knows_a_repeated_message_behind_newer_ones()
    {
        SessionTimeline line = SessionTimeline.NewOnline();
        line.Hear(QosOne);
        for (int i = 0; i < 15; i++)
        {
            line.Hear("32 07 | 00 03 'a/b' | 01 00");
        }
        line.Hear(QosOneAgain);
        Assert.AreEqual(16, line.MessageCount);
        Assert.AreEqual(1L, line.Session.Counters.Duplicates);
    }

    [TestMethod]
    public void Shows_a_new_message_that_has_an_old_id()
    {
        SessionTimeline line = SessionTimeline.NewOnline();
        line.Hear(QosOne);
        line.Hear(QosOne);
        Assert.AreEqual(2, line.MessageCount);
    }

    [TestMethod]
    public void Shows_and_confirms_an_oversized_message()
    {
        SessionTimeline line = SessionTimeline.NewOnline();
        byte[] wire = Wire.Bytes("32 87 08 | 00 03 'a/b' | 00 07 | 78*1024");

        int taken = line.Session.OnReceived(wire, 0, wire.Length, 0);

        Assert.AreEqual(wire.Length, taken);
        Assert.IsTrue(line.Session.Message.Oversized);
        Assert.AreEqual(3, line.Session.Message.TopicLength);
        Assert.AreEqual(1L, line.Session.Counters.Oversized);
        line.ExpectSent(Puback);
    }

    [TestMethod]
    public void Takes_no_more_while_its_answers_find_no_room()
    {
        SessionTimeline line = SessionTimeline.NewOnline();
        byte[] wire = Wire.Bytes(QosOne);
        int shown = 0;
        for (int i = 0; i < 1000; i++)
        {
            int taken = line.Session.OnReceived(wire, 0, wire.Length, 0);
            Assert.AreEqual(line.Session.Message != null, taken > 0);
            shown += line.Session.Message == null ? 0 : 1;
        }
        Assert.IsTrue(shown > 400 && shown * 4 <= MqttSession.OutputCapacity, shown.ToString());
        Assert.AreEqual((long)shown, line.Session.Counters.MessagesReceived);
        line.At(15_000);
        Assert.AreEqual((shown * 4) + 2, line.Session.OutputLength, "and a ping");

        line.Session.OnSent(8, 15_000);
        Assert.IsTrue(line.Session.OnReceived(wire, 0, wire.Length, 15_000) > 0);
    }

    [TestMethod]
    public void Shows_nothing_any_more_once_the_connection_is_given_up()
    {
        SessionTimeline line = SessionTimeline.NewOnline();
        line.Hear(QosZero);
        line.At(15_000);
        line.At(25_000);
        line.ExpectClosing(MqttCloseReason.PingTimeout);

        Assert.IsNull(line.Session.Message);
        line.Hear(QosZero);
        Assert.AreEqual(1, line.MessageCount);
    }
}
