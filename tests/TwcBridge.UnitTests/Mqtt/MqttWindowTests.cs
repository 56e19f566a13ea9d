using TwcBridge.Mqtt;

namespace TwcBridge.UnitTests.Mqtt;

[TestClass]
public class MqttWindowTests
{
    private const int ResendAfterMs = 10_000;

    [TestMethod]
    public void Sends_at_QoS_1_until_the_broker_confirms()
    {
        SessionTimeline line = SessionTimeline.NewOnline();

        Assert.IsTrue(line.Publish("x", 1));

        line.ExpectSent("32 06 | 00 01 'a' | 00 01 | 'x'");
        Assert.AreEqual((long)ResendAfterMs, line.Session.NextDueAtMs);
        line.At(ResendAfterMs - 1);
        line.ExpectSent("");
        line.At(ResendAfterMs);
        line.ExpectSent("3A 06 | 00 01 'a' | 00 01 | 'x'");
        line.Hear("40 02 00 01");
        line.At(2 * ResendAfterMs);
        line.ExpectSent("");
        Assert.AreEqual(1L, line.Session.Counters.Resent);
        Assert.AreEqual(1L, line.Session.Counters.Acknowledged);
        Assert.IsTrue(line.Session.IsOnline);
    }

    [TestMethod]
    public void Gives_up_a_connection_that_leaves_it_unconfirmed_twice()
    {
        SessionTimeline line = SessionTimeline.NewOnline();
        line.Publish("x", 1);
        line.At(ResendAfterMs);

        line.At(2 * ResendAfterMs - 1);
        Assert.IsFalse(line.Session.WantsClose);
        line.At(2 * ResendAfterMs);
        line.ExpectClosing(MqttCloseReason.PublishTimeout);
    }

    [TestMethod]
    public void Does_not_gain_time_by_sending_a_third_time()
    {
        SessionTimeline line = SessionTimeline.NewOnline();
        line.Publish("x", 1);
        line.At(ResendAfterMs);
        line.Session.OnSent(line.Session.OutputLength, line.NowMs);
        line.Skip(ResendAfterMs);

        line.Publish("y", 1);

        line.ExpectSent("32 06 | 00 01 'a' | 00 02 | 'y'");
        line.After(0);
        line.ExpectClosing(MqttCloseReason.PublishTimeout);
    }

    [TestMethod]
    public void Sends_what_was_unconfirmed_as_new_in_the_next_connection()
    {
        SessionTimeline line = SessionTimeline.NewOnline();
        line.Publish("x", 1);
        line.Publish("y", 1);
        line.At(ResendAfterMs);
        line.Hear("40 02 00 01");

        line.LoseAndReturn();

        line.ExpectSent(SessionTimeline.Subscribe + " | 32 06 | 00 01 'a' | 00 02 | 'y'");
    }

    [TestMethod]
    public void Keeps_QoS_1_while_offline_for_the_next_connection()
    {
        SessionTimeline line = new SessionTimeline(1);
        Assert.IsTrue(line.Publish("x", 1));
        line.ExpectSent("");
        line.Dial();
        line.Session.OnConnected(0);
        line.ExpectSent(SessionTimeline.Connect);

        line.Hear(SessionTimeline.Connack);

        line.ExpectSent(SessionTimeline.Subscribe + " | 32 06 | 00 01 'a' | 00 01 | 'x'");
    }

    [TestMethod]
    public void Abandons_what_four_connections_did_not_deliver()
    {
        SessionTimeline line = SessionTimeline.NewOnline();
        line.Publish("x", 1);
        for (int i = 0; i < 3; i++)
        {
            line.LoseAndReturn();
            line.ExpectSent(SessionTimeline.Subscribe + " | 32 06 | 00 01 'a' | 00 01 | 'x'");
        }
        Assert.AreEqual(0L, line.Session.Counters.Abandoned);

        line.LoseAndReturn();

        line.ExpectSent(SessionTimeline.Subscribe);
        Assert.AreEqual(1L, line.Session.Counters.Abandoned);
    }

    [TestMethod]
    public void Counts_lost_connections_for_each_publication_anew()
    {
        SessionTimeline line = SessionTimeline.NewOnline();
        line.Publish("x", 1);
        line.LoseAndReturn();
        line.LoseAndReturn();
        line.Hear("40 02 00 01");
        line.Publish("y", 1);      // In the place of the first.
        line.LoseAndReturn();
        line.LoseAndReturn();
        line.ExpectSent(SessionTimeline.Subscribe + " | 32 06 | 00 01 'a' | 00 02 | 'y'");
        Assert.AreEqual(0L, line.Session.Counters.Abandoned);
    }

    [TestMethod]
    public void Holds_a_window_of_unconfirmed_publications_and_refuses_one_more()
    {
        SessionTimeline line = SessionTimeline.NewOnline();
        for (int i = 0; i < MqttInflight.Capacity; i++)
        {
            Assert.IsTrue(line.Publish("x", 1));
        }
        Assert.IsFalse(line.Publish("x", 1));
        Assert.AreEqual((long)MqttInflight.Capacity, line.Session.Counters.Published);
        Assert.AreEqual(1L, line.Session.Counters.Refused);

        line.Hear("40 02 00 02");

        Assert.IsTrue(line.Publish("y", 1));
        Assert.IsFalse(line.Publish("y", 1));
    }

    [TestMethod]
    public void Sends_in_the_order_of_arrival_when_places_were_freed_out_of_order()
    {
        SessionTimeline line = SessionTimeline.NewOnline();
        line.Publish("b", 1);
        line.Publish("c", 1);
        line.Hear("40 02 00 01");
        line.Publish("d", 1);      // Takes the place of the first.

        line.LoseAndReturn();

        line.ExpectSent(SessionTimeline.Subscribe
            + " | 32 06 | 00 01 'a' | 00 02 | 'c'"
            + " | 32 06 | 00 01 'a' | 00 03 | 'd'");
    }

    [TestMethod]
    public void Never_gives_two_unconfirmed_publications_one_id()
    {
        SessionTimeline line = SessionTimeline.NewOnline();
        line.Publish("x", 1);
        line.ExpectSent("32 06 | 00 01 'a' | 00 01 | 'x'");
        for (int id = 2; id <= 0xFFFE; id++)
        {
            line.Publish("y", 1);
            line.Session.OnSent(line.Session.OutputLength, 0);
            Confirm(line, id);
        }

        line.Publish("z", 1);

        line.ExpectSent("32 06 | 00 01 'a' | 00 02 | 'z'");
        Assert.AreEqual(0xFFFDL, line.Session.Counters.Acknowledged);
    }

    [TestMethod]
    public void Counts_confirmations_of_what_it_never_sent()
    {
        SessionTimeline line = SessionTimeline.NewOnline();
        line.Publish("x", 1);
        line.Hear("40 02 00 07 | 40 02 00 01 | 40 02 00 01");

        Assert.AreEqual(2L, line.Session.Counters.StrayAcks);
        Assert.AreEqual(1L, line.Session.Counters.Acknowledged);
        Assert.IsTrue(line.Session.IsOnline);
    }

    [TestMethod]
    public void Takes_no_confirmation_of_what_has_not_left_yet()
    {
        SessionTimeline line = SessionTimeline.NewOnline();
        line.FillOutput(0);
        line.Session.TryPublish(Publications.Sized(100, 1), 0);

        line.Hear("40 02 00 01");

        Assert.AreEqual(1L, line.Session.Counters.StrayAcks);
        Assert.AreEqual(0L, line.Session.Counters.Acknowledged);
    }

    [TestMethod]
    public void Feeds_the_window_into_the_output_as_it_drains()
    {
        SessionTimeline line = SessionTimeline.NewOnline();
        for (int i = 0; i < MqttInflight.Capacity; i++)
        {
            Assert.IsTrue(line.Session.TryPublish(Publications.Sized(800, 1), 0));
        }
        int sent = 0;
        for (int i = 0; i < 100 && line.Session.OutputLength > 0; i++)
        {
            int count = line.Session.OutputLength < 99 ? line.Session.OutputLength : 99;
            line.Session.OnSent(count, 0);
            sent += count;
        }
        Assert.AreEqual(MqttInflight.Capacity * (800 + 8), sent);
    }

    private static void Confirm(SessionTimeline line, int id)
    {
        byte[] puback = { 0x40, 2, (byte)(id >> 8), (byte)id };
        line.Session.OnReceived(puback, 0, puback.Length, line.NowMs);
    }
}
