using TwcBridge.Control;
using TwcBridge.Mqtt;

namespace TwcBridge.UnitTests.Mqtt;

[TestClass]
public class MqttPublishTests
{
    [TestMethod]
    public void Sends_a_publication_at_QoS_0_once_and_forgets_it()
    {
        SessionTimeline line = SessionTimeline.NewOnline();

        Assert.IsTrue(line.Publish("x", 0));

        line.ExpectSent("30 04 | 00 01 'a' | 'x'");
        line.At(10_000);
        line.ExpectSent("");
        Assert.AreEqual(1L, line.Session.Counters.Published);
    }

    [TestMethod]
    public void Needs_a_connection_for_QoS_0()
    {
        SessionTimeline line = new SessionTimeline(1);
        Assert.IsFalse(line.Publish("waiting", 0));
        line.Dial();
        line.Session.OnConnected(0);
        Assert.IsFalse(line.Publish("connecting", 0));

        line.ExpectSent(SessionTimeline.Connect);
        Assert.AreEqual(2L, line.Session.Counters.Refused);
        Assert.AreEqual(0L, line.Session.Counters.Published);
    }

    [TestMethod]
    public void Refuses_QoS_0_when_the_output_is_full_and_takes_it_when_there_is_room_again()
    {
        SessionTimeline line = SessionTimeline.NewOnline();
        MqttPublication large = Publications.Sized(700, 0);
        Assert.IsTrue(line.Session.TryPublish(large, 0));
        Assert.IsTrue(line.Session.TryPublish(large, 0));
        Assert.IsFalse(line.Session.TryPublish(large, 0));

        line.Session.OnSent(1000, 0);

        Assert.IsTrue(line.Session.TryPublish(large, 0));
        Assert.AreEqual(1L, line.Session.Counters.Refused);
    }

    [TestMethod]
    public void Leaves_room_for_acknowledgements()
    {
        SessionTimeline line = SessionTimeline.NewOnline();
        line.FillOutput(0);
        int room = MqttSession.OutputCapacity - line.Session.OutputLength;
        Assert.IsTrue(room >= 64 && room < 64 + 32, room.ToString());
    }

    [TestMethod]
    public void Forgets_half_sent_bytes_with_the_connection()
    {
        SessionTimeline line = SessionTimeline.NewOnline();
        line.Publish("x", 0);
        line.Session.OnSent(3, 0);

        line.Session.OnDisconnected(0);
        Assert.AreEqual(0, line.Session.OutputLength);
        line.At(line.Session.NextDueAtMs);
        line.GoOnline();
    }

    [TestMethod]
    public void Begins_a_connection_with_connect_whatever_was_queued()
    {
        SessionTimeline line = SessionTimeline.NewOnline();
        line.FillOutput(0);

        line.LoseAndReturn();

        line.ExpectSent(SessionTimeline.Subscribe);
    }

    [TestMethod]
    public void Refuses_what_its_maker_could_not_write_whole()
    {
        SessionTimeline line = SessionTimeline.NewOnline();
        MqttPublication topicCut = new MqttPublication(new ByteWriter(1), new ByteWriter(1));
        topicCut.Topic.Ascii("ab");
        MqttPublication payloadCut = new MqttPublication(new ByteWriter(1), new ByteWriter(1));
        payloadCut.Topic.Ascii("a");
        payloadCut.Payload.Ascii("xy");

        Assert.IsFalse(line.Session.TryPublish(topicCut, 0));
        Assert.IsFalse(line.Session.TryPublish(payloadCut, 0));
        Assert.IsFalse(line.Session.TryPublish(
            Publications.Sized(MqttInflight.SlotBytes, 1), 0), "longer than a place");

        line.ExpectSent("");
        Assert.AreEqual(3L, line.Session.Counters.Refused);
    }
}
