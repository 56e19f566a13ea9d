using TwcBridge.Mqtt;

namespace TwcBridge.UnitTests.Mqtt;

[TestClass]
public class MqttLeaveTests
{
    [TestMethod]
    public void Leaves_in_order_after_everything_is_sent()
    {
        SessionTimeline line = SessionTimeline.NewOnline();
        line.Session.TryPublish(Publications.Of("a", "x", 1), 0);

        line.Session.Leave(0);

        Assert.IsFalse(line.Session.WantsClose);
        Assert.IsFalse(line.Session.TryPublish(Publications.Of("a", "y", 1), 0));
        line.ExpectSent("32 06 | 00 01 'a' | 00 01 | 'x' | E0 00");
        line.ExpectClosing(MqttCloseReason.Left);
        line.Session.OnDisconnected(0);
        line.ExpectState(MqttSessionState.Stopped);
        Assert.IsFalse(line.Session.WantsDial(1_000_000));
        Assert.AreEqual(MqttTiming.Never, line.Session.NextDueAtMs);
    }

    [TestMethod]
    public void Leaves_in_haste_when_the_broker_takes_nothing_for_2_s()
    {
        SessionTimeline line = SessionTimeline.NewOnline();
        line.Session.Leave(0);
        line.ExpectClosingAt(2000, MqttCloseReason.Left);
    }

    [TestMethod]
    public void Leaves_for_good_from_every_state()
    {
        SessionTimeline waiting = new SessionTimeline(1);
        waiting.Session.Leave(0);
        waiting.ExpectState(MqttSessionState.Stopped);

        SessionTimeline dialing = new SessionTimeline(1);
        dialing.Dial();
        ExpectStoppedAfterLeave(dialing);

        SessionTimeline connecting = new SessionTimeline(1);
        connecting.Dial();
        connecting.Session.OnConnected(0);
        ExpectStoppedAfterLeave(connecting);

        SessionTimeline closing = SessionTimeline.NewOnline();
        closing.Hear("FF");
        ExpectStoppedAfterLeave(closing);
    }

    private static void ExpectStoppedAfterLeave(SessionTimeline line)
    {
        line.Session.Leave(line.NowMs);
        Assert.IsTrue(line.Session.WantsClose);
        line.Session.OnDisconnected(line.NowMs);
        line.ExpectState(MqttSessionState.Stopped);
    }
}
