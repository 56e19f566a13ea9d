using TwcBridge.Mqtt;

namespace TwcBridge.UnitTests.Mqtt;

[TestClass]
public class MqttKeepAliveTests
{
    private const int PingAfterMs = 15_000;     // Three quarters of 20 s.

    [TestMethod]
    public void Pings_after_15_s_without_traffic()
    {
        SessionTimeline line = new SessionTimeline(1);
        line.At(5000);
        line.GoOnline();
        Assert.AreEqual(5000L + PingAfterMs, line.Session.NextDueAtMs);

        line.At(5000 + PingAfterMs - 1);
        line.ExpectSent("");
        line.At(5000 + PingAfterMs);
        line.ExpectSent(SessionTimeline.Pingreq);
        line.At(5000 + PingAfterMs + 1);
        line.ExpectSent("");
    }

    [TestMethod]
    public void Pings_again_after_each_answer_for_as_long_as_it_lasts()
    {
        SessionTimeline line = SessionTimeline.NewOnline();
        for (int i = 0; i < 100; i++)
        {
            line.At(line.Session.NextDueAtMs);
            line.ExpectSent(SessionTimeline.Pingreq);
            line.After(20);
            line.Hear(SessionTimeline.Pingresp);
        }
        Assert.IsTrue(line.Session.IsOnline);
        Assert.AreEqual(100L * PingAfterMs + 20L, line.NowMs);
    }

    [TestMethod]
    public void Gives_up_10_s_after_a_ping_without_answer()
    {
        SessionTimeline line = SessionTimeline.NewOnline();
        line.At(PingAfterMs);
        line.ExpectSent(SessionTimeline.Pingreq);
        Assert.AreEqual(PingAfterMs + 10_000L, line.Session.NextDueAtMs);

        line.At(PingAfterMs + 9_999);
        Assert.IsFalse(line.Session.WantsClose);
        line.At(PingAfterMs + 10_000);
        line.ExpectClosing(MqttCloseReason.PingTimeout);
    }

    [TestMethod]
    public void Gives_up_even_when_the_ping_could_not_be_sent()
    {
        SessionTimeline line = SessionTimeline.NewOnline();
        while (line.Session.TryPublish(Publications.Sized(200, 0), 0))
        {
        }
        line.At(PingAfterMs);
        line.At(PingAfterMs + 10_000);
        line.ExpectClosing(MqttCloseReason.PingTimeout);
    }

    [TestMethod]
    public void Pings_a_silent_broker_however_much_it_publishes_itself()
    {
        SessionTimeline line = SessionTimeline.NewOnline();
        for (int ms = 1000; ms < PingAfterMs; ms += 1000)
        {
            line.At(ms);
            line.Session.TryPublish(Publications.Of("a", "x", 0), ms);
            line.ExpectSent("30 04 | 00 01 'a' | 'x'");
        }
        line.At(PingAfterMs);
        line.ExpectSent(SessionTimeline.Pingreq);
    }

    [TestMethod]
    public void Pings_a_talkative_broker_to_show_that_it_listens()
    {
        SessionTimeline line = SessionTimeline.NewOnline();
        for (int ms = 1000; ms < PingAfterMs; ms += 1000)
        {
            line.At(ms);
            line.Hear("30 06 | 00 03 'a/b' | 'x'");
            line.ExpectSent("");
        }
        line.At(PingAfterMs);
        line.ExpectSent(SessionTimeline.Pingreq);
    }

    [TestMethod]
    public void Waits_15_s_from_the_last_traffic_when_both_sides_talk()
    {
        SessionTimeline line = SessionTimeline.NewOnline();
        line.At(4000);
        line.Hear("32 07 | 00 03 'a/b' | 00 01");
        line.ExpectSent("40 02 00 01");

        Assert.AreEqual(4000L + PingAfterMs, line.Session.NextDueAtMs);
    }

    [TestMethod]
    public void Takes_a_packet_that_never_ends_for_no_sign_of_life()
    {
        SessionTimeline line = SessionTimeline.NewOnline();
        line.Hear("30 FF 7F | 00 03 'a/b'");
        for (int ms = 1000; ms < 25_000; ms += 1000)
        {
            line.At(ms);
            line.Hear("78");
        }
        line.At(25_000);
        line.ExpectClosing(MqttCloseReason.PingTimeout);
    }

    [TestMethod]
    public void Says_when_it_is_due_and_has_something_to_say_then()
    {
        SessionTimeline line = SessionTimeline.NewOnline();
        line.Session.TryPublish(Publications.Of("a", "x", 1), 0);
        for (int i = 0; i < 50 && !line.Session.WantsClose; i++)
        {
            line.Session.OnSent(line.Session.OutputLength, line.NowMs);
            long dueAtMs = line.Session.NextDueAtMs;
            line.At(dueAtMs - 1);
            Assert.AreEqual(0, line.Session.OutputLength, "nothing before it is due");
            line.At(dueAtMs);
            Assert.IsTrue(line.Session.OutputLength > 0 || line.Session.WantsClose);
        }
        Assert.IsTrue(line.Session.WantsClose, "nobody answered");
    }
}
