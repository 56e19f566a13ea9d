using TwcBridge.Bus;
using TwcBridge.Messages;

namespace TwcBridge.UnitTests.Bus;

[TestClass]
public class AnnouncerTests
{
    private const long Never = long.MaxValue;

    private readonly Announcer _announcer = new Announcer();

    [TestMethod]
    public void Has_nothing_to_say_before_we_control()
    {
        _announcer.OnRole(BusRole.Listening, true, 0);
        _announcer.OnRole(BusRole.Passive, true, 0);
        Assert.AreEqual(Never, _announcer.DueAtMs);
        Assert.AreEqual(MessageKind.None, _announcer.Next(1000000));
    }

    [TestMethod]
    public void Sends_five_and_five_at_their_pace()
    {
        int[] pauses = { 100, 100, 100, 100, 100, 250, 250, 250, 250 };
        _announcer.OnRole(BusRole.Controlling, false, 2000);
        long at = 2000;
        for (int i = 0; i < 10; i++)
        {
            Assert.AreEqual(at, _announcer.DueAtMs, "burst " + i);
            Assert.AreEqual(MessageKind.None, _announcer.Next(at - 1));
            Assert.AreEqual(
                i < 5 ? MessageKind.ControllerLinkReady1 : MessageKind.ControllerLinkReady2,
                _announcer.Next(at));
            _announcer.OnSent(at);
            at += i < pauses.Length ? pauses[i] : 0;
        }
        Assert.AreEqual(Never, _announcer.DueAtMs);
        Assert.AreEqual(3500L + 1500, _announcer.AnsweredUntilMs);
    }

    [TestMethod]
    public void Controlling_on_does_not_begin_again()
    {
        SendAll();
        _announcer.OnRole(BusRole.Controlling, false, 9000);
        _announcer.OnRole(BusRole.Listening, false, 10000);
        _announcer.OnRole(BusRole.Controlling, false, 12500);
        Assert.AreEqual(Never, _announcer.DueAtMs);
    }

    [TestMethod]
    public void Begins_again_after_standing_down()
    {
        SendAll();
        _announcer.OnRole(BusRole.StandingDown, false, 9000);
        Assert.AreEqual(Never, _announcer.DueAtMs);
        _announcer.OnRole(BusRole.Listening, false, 69000);
        _announcer.OnRole(BusRole.Controlling, false, 71000);
        Assert.AreEqual(MessageKind.ControllerLinkReady1, _announcer.Next(71000));
    }

    [TestMethod]
    public void Stops_in_the_middle_when_we_stand_down()
    {
        _announcer.OnRole(BusRole.Controlling, false, 2000);
        _announcer.OnSent(2000);
        _announcer.OnRole(BusRole.StandingDown, false, 2050);
        Assert.AreEqual(MessageKind.None, _announcer.Next(1000000));
    }

    [TestMethod]
    public void Begins_again_when_somebody_has_our_id()
    {
        SendAll();
        _announcer.OnRole(BusRole.Controlling, true, 9000);
        Assert.AreEqual(MessageKind.ControllerLinkReady1, _announcer.Next(9000));
    }

    [TestMethod]
    public void Once_somebody_is_linked_the_second_link_ready_2_is_the_last()
    {
        _announcer.OnRole(BusRole.Controlling, false, 2000);
        _announcer.OnLinked();
        for (int i = 0; i < 7; i++)
        {
            Assert.AreNotEqual(Never, _announcer.DueAtMs, "burst " + i);
            _announcer.OnSent(2000 + i);
            _announcer.OnLinked();
        }
        Assert.AreEqual(Never, _announcer.DueAtMs);
    }

    private void SendAll()
    {
        _announcer.OnRole(BusRole.Controlling, false, 2000);
        for (int i = 0; i < 10; i++)
        {
            _announcer.OnSent(2000 + i);
        }
        Assert.AreEqual(Never, _announcer.DueAtMs);
    }
}
