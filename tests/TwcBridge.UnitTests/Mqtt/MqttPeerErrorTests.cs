using TwcBridge.Mqtt;

namespace TwcBridge.UnitTests.Mqtt;

[TestClass]
public class MqttPeerErrorTests
{
    [TestMethod]
    [DataRow("publication", "30 06 | 00 03 'a/b' | 'x'")]
    [DataRow("puback", "40 02 00 01")]
    [DataRow("suback", "90 03 FF FF 01")]
    [DataRow("unsuback", "B0 02 00 01")]
    [DataRow("pingresp", "D0 00")]
    public void Takes_nothing_before_connack(string name, string wire)
    {
        SessionTimeline line = new SessionTimeline(1);
        line.Dial();
        line.Session.OnConnected(0);

        line.Hear(wire);

        line.ExpectClosing(MqttCloseReason.Unexpected);
        Assert.AreEqual(0, line.MessageCount, name);
    }

    [TestMethod]
    [DataRow("second connack", "20 02 00 00")]
    [DataRow("second suback", "90 03 FF FF 01")]
    [DataRow("unsuback", "B0 02 00 01")]
    public void Takes_nothing_that_it_did_not_ask_for(string name, string wire)
    {
        SessionTimeline line = SessionTimeline.NewOnline();
        line.Hear(wire);
        line.ExpectClosing(MqttCloseReason.Unexpected);
        Assert.AreEqual(0, line.MessageCount, name);
    }

    [TestMethod]
    [DataRow("of another id", "90 03 00 01 01")]
    [DataRow("with too many codes", "90 04 FF FF 01 01")]
    public void Takes_no_suback_that_does_not_fit(string name, string wire)
    {
        SessionTimeline line = new SessionTimeline(1);
        line.Dial();
        line.Session.OnConnected(0);
        line.Hear(SessionTimeline.Connack);

        line.Hear(wire);

        line.ExpectClosing(MqttCloseReason.Unexpected);
        Assert.AreEqual(0, line.Session.Counters.SubscriptionsRefused, name);
    }

    [TestMethod]
    public void Stays_online_and_counts_when_a_subscription_is_refused()
    {
        SessionTimeline line = new SessionTimeline(1);
        line.Dial();
        line.Session.OnConnected(0);
        line.Hear(SessionTimeline.Connack);

        line.Hear("90 03 FF FF 80");

        Assert.IsTrue(line.Session.IsOnline);
        Assert.AreEqual(1, line.Session.Counters.SubscriptionsRefused);
    }

    [TestMethod]
    [DataRow("another protocol", "'HTTP/1.1 400 Bad Request' 0D 0A")]
    [DataRow("broken inside a packet", "20 02 00 | FF")]
    [DataRow("sound packet, then garbage", "D0 00 | 30 05 | 00 03 'a/#'")]
    public void Ends_a_connection_that_speaks_no_mqtt(string name, string wire)
    {
        SessionTimeline line = SessionTimeline.NewOnline();
        line.Hear(wire);
        line.ExpectClosing(MqttCloseReason.Malformed);
        Assert.AreEqual(1, line.Session.Counters.Malformed, name);
    }

    [TestMethod]
    public void Recovers_from_garbage_with_a_new_connection()
    {
        SessionTimeline line = SessionTimeline.NewOnline();
        line.Hear("FF FF FF");
        line.Hear("30 06 | 00 03 'a/b' | 'x'");
        Assert.AreEqual(0, line.MessageCount, "nothing counts behind garbage");

        line.LoseAndReturn();
        line.ExpectSent(SessionTimeline.Subscribe);
        line.Hear("30 06 | 00 03 'a/b' | 'x'");

        Assert.AreEqual(1, line.MessageCount);
    }
}
