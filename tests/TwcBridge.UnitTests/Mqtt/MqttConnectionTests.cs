using System;
using TwcBridge.Mqtt;

namespace TwcBridge.UnitTests.Mqtt;

[TestClass]
public class MqttConnectionTests
{
    [TestMethod]
    public void Dials_connects_and_subscribes()
    {
        SessionTimeline line = new SessionTimeline(1);

        line.Dial();
        Assert.IsFalse(line.Session.WantsDial(line.NowMs), "one dial at a time");
        line.ExpectSent("");
        line.Session.OnConnected(line.NowMs);
        line.ExpectSent(SessionTimeline.Connect);
        Assert.IsFalse(line.Session.IsOnline);
        line.Hear(SessionTimeline.Connack);
        Assert.IsTrue(line.Session.IsOnline);
        line.ExpectSent(SessionTimeline.Subscribe);
        line.Hear(SessionTimeline.Suback);

        Assert.AreEqual(1, line.Session.Counters.Dials);
        Assert.AreEqual(1, line.Session.Counters.Connects);
        Assert.AreEqual(2L, line.Session.Counters.PacketsReceived);
        Assert.AreEqual(0, line.Session.Counters.SubscriptionsRefused);
    }

    [TestMethod]
    public void Gives_up_dialling_after_15_s()
    {
        SessionTimeline line = new SessionTimeline(1);
        line.Dial();
        line.ExpectClosingAt(15_000, MqttCloseReason.DialTimeout);
    }

    [TestMethod]
    public void Gives_up_a_broker_that_does_not_answer_connect_for_10_s()
    {
        SessionTimeline line = new SessionTimeline(1);
        line.Dial();
        line.At(500);
        line.Session.OnConnected(500);
        line.ExpectClosingAt(10_500, MqttCloseReason.ConnackTimeout);
    }

    [TestMethod]
    public void Gives_up_a_broker_that_does_not_answer_subscribe_for_10_s()
    {
        SessionTimeline line = new SessionTimeline(1);
        line.At(100_000);
        line.Dial();
        line.Session.OnConnected(100_000);
        line.Hear(SessionTimeline.Connack);
        line.ExpectClosingAt(110_000, MqttCloseReason.SubscribeTimeout);
    }

    [TestMethod]
    public void Ignores_a_socket_that_opens_after_it_gave_up()
    {
        SessionTimeline line = new SessionTimeline(1);
        line.Dial();
        line.At(15_000);

        line.Session.OnConnected(15_000);

        line.ExpectState(MqttSessionState.Closing);
        line.ExpectSent("");
    }

    [TestMethod]
    [DataRow("20 02 00 01", (int)MqttCloseReason.RefusedProtocol, 60_000)]
    [DataRow("20 02 00 02", (int)MqttCloseReason.RefusedClientId, 60_000)]
    [DataRow("20 02 00 03", (int)MqttCloseReason.RefusedUnavailable, 2_000)]
    [DataRow("20 02 00 04", (int)MqttCloseReason.RefusedCredentials, 60_000)]
    [DataRow("20 02 00 05", (int)MqttCloseReason.RefusedNotAuthorised, 60_000)]
    public void Names_every_refusal(string connack, int code, int latestRetryMs)
    {
        MqttCloseReason reason = (MqttCloseReason)code;
        SessionTimeline line = new SessionTimeline(1);
        line.Dial();
        line.Session.OnConnected(0);

        line.Hear(connack);
        line.ExpectClosing(reason);
        line.Session.OnDisconnected(0);

        line.ExpectState(MqttSessionState.Waiting);
        Assert.AreEqual((int)reason, (int)line.Session.CloseReason, "still told while waiting");
        long retryMs = line.Session.NextDueAtMs;
        Assert.IsTrue(retryMs <= latestRetryMs && retryMs > latestRetryMs / 2);
        Assert.AreEqual(1, line.Session.Counters.Closed(reason));
    }

    [TestMethod]
    public void Forgets_the_reason_once_it_is_online()
    {
        SessionTimeline line = new SessionTimeline(1);
        line.Dial();
        line.Session.OnDisconnected(0);
        Assert.AreEqual((int)MqttCloseReason.DialFailed, (int)line.Session.CloseReason);

        line.At(line.Session.NextDueAtMs);
        line.GoOnline();

        Assert.AreEqual((int)MqttCloseReason.None, (int)line.Session.CloseReason);
    }

    [TestMethod]
    public void Names_the_end_of_a_connection_by_where_it_stood()
    {
        SessionTimeline dialing = new SessionTimeline(1);
        dialing.Dial();
        ExpectEnd(dialing, MqttCloseReason.DialFailed);

        SessionTimeline connecting = new SessionTimeline(1);
        connecting.Dial();
        connecting.Session.OnConnected(0);
        ExpectEnd(connecting, MqttCloseReason.ClosedBeforeConnack);

        ExpectEnd(SessionTimeline.NewOnline(), MqttCloseReason.ConnectionLost);
    }

    [TestMethod]
    public void Dials_again_exactly_when_the_wait_is_over()
    {
        SessionTimeline line = SessionTimeline.NewOnline();
        line.Session.OnDisconnected(0);
        long dueAtMs = line.Session.NextDueAtMs;

        Assert.IsTrue(dueAtMs >= 1000 && dueAtMs <= 2000);
        Assert.IsFalse(line.Session.WantsDial(dueAtMs - 1));
        Assert.IsTrue(line.Session.WantsDial(dueAtMs));
        Assert.IsTrue(line.Session.WantsDial(dueAtMs + 1));
    }

    // Eight failures bring the wait to its longest; only a sound connection takes that back.
    [TestMethod]
    [DataRow(59_999, false)]
    [DataRow(60_000, true)]
    [DataRow(60_001, true)]
    public void Takes_a_connection_of_a_minute_for_sound(int livedMs, bool sound)
    {
        SessionTimeline line = new SessionTimeline(1);
        for (int i = 0; i < 8; i++)
        {
            line.Dial();
            line.Session.OnDisconnected(line.NowMs);
            line.At(line.Session.NextDueAtMs);
        }
        line.GoOnline();
        line.Skip(livedMs);

        line.Session.OnDisconnected(line.NowMs);

        long waitMs = line.Session.NextDueAtMs - line.NowMs;
        Assert.AreEqual(sound, waitMs <= 2000, waitMs.ToString() + " ms");
    }

    [TestMethod]
    public void Refuses_options_that_make_no_session()
    {
        MqttOptions[] bad = new MqttOptions[9];
        for (int i = 0; i < bad.Length; i++)
        {
            bad[i] = SessionTimeline.Options();
        }
        bad[0].ClientId = null;
        bad[1].Subscriptions = null;
        bad[2].Subscriptions = new byte[0][];
        bad[3].WillTopic = Wire.Text("w");
        bad[4].WillPayload = Wire.Text("w");
        bad[5].Password = Wire.Text("p");
        bad[6].ClientId = new byte[MqttSession.OutputCapacity];
        bad[7].KeepAliveMs = MqttOptions.MinKeepAliveMs - 1;
        bad[8].KeepAliveMs = MqttOptions.MaxKeepAliveMs + 1;
        for (int i = 0; i < bad.Length; i++)
        {
            Assert.IsTrue(IsRefused(bad[i]), "options " + i.ToString());
        }
        Assert.IsFalse(IsRefused(SessionTimeline.Options()));
    }

    private static bool IsRefused(MqttOptions options)
    {
        try
        {
            return new MqttSession(options, 1) == null;
        }
        catch (ArgumentException)
        {
            return true;
        }
    }

    private static void ExpectEnd(SessionTimeline line, MqttCloseReason reason)
    {
        line.Session.OnDisconnected(line.NowMs);
        line.ExpectState(MqttSessionState.Waiting);
        Assert.AreEqual((int)reason, (int)line.Session.CloseReason);
        Assert.AreEqual(1, line.Session.Counters.Closed(reason));
    }
}
