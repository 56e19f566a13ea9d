using TwcBridge.Bus;

namespace TwcBridge.UnitTests.Bus;

[TestClass]
public class RosterTests
{
    private const long Never = long.MaxValue;

    // Lost after 26 s, its contactor open 30 s later.
    private const long GoneMs = 56000;

    private readonly Roster _roster = new Roster(2);

    [TestMethod]
    public void An_id_keeps_its_place()
    {
        Assert.AreEqual(Peripheral.Unknown, _roster.IndexOf(0xA));
        Assert.AreEqual(0, _roster.Admit(0xA, 0));
        Assert.AreEqual(1, _roster.Admit(0xB, 0));
        Assert.AreEqual(0, _roster.Admit(0xA, 1000000));
        Assert.AreEqual(2, _roster.Count);
        Assert.AreEqual(1, _roster.IndexOf(0xB));
    }

    [TestMethod]
    public void Full_refuses_and_counts()
    {
        Link(0xA, 0);
        Link(0xB, 0);
        for (int i = 0; i < 3; i++)
        {
            Assert.AreEqual(Peripheral.Unknown, _roster.Admit(0xC, 10000000));
        }
        Assert.AreEqual(3L, _roster.RefusedCount);
        Assert.AreEqual(Peripheral.Unknown, _roster.IndexOf(0xC));
    }

    [TestMethod]
    public void A_place_is_given_away_once_its_contactor_must_have_opened()
    {
        Link(0xA, 2000);
        Link(0xB, 1000);
        _roster.At(0).OnLost(30000);
        _roster.At(1).OnLost(30000);
        Assert.AreEqual(Peripheral.Unknown, _roster.Admit(0xC, 1000 + GoneMs - 1));
        Link(0xC, 1000 + GoneMs);
        Assert.AreEqual(1, _roster.IndexOf(0xC));
        Assert.AreEqual(Peripheral.Unknown, _roster.IndexOf(0xB));
        Assert.AreEqual(Peripheral.Unknown, _roster.Admit(0xB, 2000 + GoneMs - 1));
        Assert.AreEqual(0, _roster.Admit(0xB, 2000 + GoneMs));
    }

    [TestMethod]
    public void The_longest_gone_goes_first()
    {
        Link(0xA, 2000);
        Link(0xB, 1000);
        _roster.At(0).OnLost(30000);
        _roster.At(1).OnLost(30000);
        Assert.AreEqual(1, _roster.Admit(0xC, 1000000));
    }

    [TestMethod]
    public void One_that_is_paused_by_silence_and_still_announces_itself_keeps_its_place()
    {
        Link(0xA, 0);
        Link(0xB, 0);
        _roster.At(0).OnServed(false);
        _roster.At(0).OnLost(30000);
        _roster.At(0).OnLinkReady(3200, 2, 300000);
        Assert.AreEqual(Peripheral.Unknown, _roster.Admit(0xC, 300000 + GoneMs - 1));
    }

    [TestMethod]
    public void Deadlines_are_those_of_the_first_that_is_due()
    {
        Assert.AreEqual(Never, _roster.HeartbeatDueAtMs());
        Assert.AreEqual(Never, _roster.LostAtMs());
        Link(0xA, 1000);
        Link(0xB, 500);
        _roster.At(0).OnRephased(1200, 1000);
        _roster.At(1).OnRephased(1420, 1000);
        Assert.AreEqual(1200L, _roster.HeartbeatDueAtMs());
        Assert.AreEqual(26500L, _roster.LostAtMs());
        Assert.AreEqual(3, _roster.TalkedTo(out int both));
        Assert.AreEqual(2, both);
        _roster.At(0).OnServed(false);
        Assert.AreEqual(1420L, _roster.HeartbeatDueAtMs());
        Assert.AreEqual(2, _roster.TalkedTo(out int one));
        Assert.AreEqual(1, one);
        _roster.At(1).OnLost(30000);
        Assert.AreEqual(Never, _roster.HeartbeatDueAtMs());
        Assert.AreEqual(27000L, _roster.LostAtMs());
    }

    private void Link(int id, long nowMs)
    {
        Peripheral peripheral = _roster.At(_roster.Admit(id, nowMs));
        peripheral.OnLinkReady(3200, 2, nowMs);
        peripheral.OnHeartbeatSent(5, nowMs);
    }
}
