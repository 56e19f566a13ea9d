using TwcBridge.Bus;
using TwcBridge.Messages;
using TwcBridge.UnitTests.Support;

namespace TwcBridge.UnitTests.Bus;

/// <summary>The link with one peripheral, transition by transition.</summary>
[TestClass]
public class PeripheralTests
{
    private const int Id = 0x1234;

    private readonly Peripheral _peripheral = new Peripheral();

    public PeripheralTests()
    {
        _peripheral.Assign(Id);
    }

    [TestMethod]
    public void Is_absent_until_it_announces_itself()
    {
        Assert.AreEqual(PeripheralAction.None, _peripheral.Next(1000000));
        Assert.IsFalse(_peripheral.IsTalkedTo);
        _peripheral.OnLinkReady(3200, 2, 1000);
        Assert.AreEqual(LinkState.Linked, _peripheral.Link);
        Assert.AreEqual(3200, _peripheral.RatingCentiamps);
        Assert.AreEqual(2, _peripheral.Protocol);
        Assert.AreEqual(PeripheralAction.AnswerLinkReady, _peripheral.Next(1000));
        Assert.AreEqual(PeripheralAction.AnswerLinkReady, _peripheral.Next(1000), "pure");
    }

    [TestMethod]
    public void A_link_ready_is_overdue_until_it_is_answered()
    {
        _peripheral.OnLinkReady(3200, 2, 1000);
        Assert.AreEqual(1000L, _peripheral.HeartbeatDueAtMs);
        _peripheral.OnHeartbeatSent(HeartbeatCommand.NoChange, 1005);
        Assert.AreEqual(2000L, _peripheral.HeartbeatDueAtMs);
        Assert.AreEqual(PeripheralAction.None, _peripheral.Next(1999));
        Assert.AreEqual(PeripheralAction.SendHeartbeat, _peripheral.Next(2000));
    }

    [TestMethod]
    public void Every_further_link_ready_is_answered_too()
    {
        Link(1000);
        _peripheral.OnLinkReady(3200, 2, 1500);
        Assert.AreEqual(PeripheralAction.AnswerLinkReady, _peripheral.Next(1500));
        Assert.AreEqual(Peripheral.Unknown, _peripheral.AcceptedCentiamps);
    }

    [TestMethod]
    public void A_heartbeat_keeps_its_place_in_the_cycle_however_late_it_was()
    {
        Link(1000);
        _peripheral.OnRephased(2220, 1100);
        _peripheral.OnHeartbeatSent(HeartbeatCommand.NoChange, 2000);
        _peripheral.OnHeartbeatSent(HeartbeatCommand.NoChange, 2219);
        Assert.AreEqual(2220L, _peripheral.HeartbeatDueAtMs, "an extra one changes nothing");
        _peripheral.OnHeartbeatSent(HeartbeatCommand.NoChange, 2220);
        Assert.AreEqual(3320L, _peripheral.HeartbeatDueAtMs);
        _peripheral.OnHeartbeatSent(HeartbeatCommand.NoChange, 3320 + 1099);
        Assert.AreEqual(4420L, _peripheral.HeartbeatDueAtMs);
        _peripheral.OnHeartbeatSent(HeartbeatCommand.NoChange, 4420 + 1100L * 1000000);
        Assert.AreEqual(4420L + 1100L * 1000001, _peripheral.HeartbeatDueAtMs);
    }

    [TestMethod]
    public void A_heartbeat_that_was_due_comes_before_its_new_place()
    {
        Link(1000);
        _peripheral.OnRephased(5000, 3240);
        Assert.AreEqual(2000L, _peripheral.HeartbeatDueAtMs);
        _peripheral.OnHeartbeatSent(HeartbeatCommand.NoChange, 2300);
        Assert.AreEqual(5000L, _peripheral.HeartbeatDueAtMs);
        _peripheral.OnHeartbeatSent(HeartbeatCommand.NoChange, 5000);
        Assert.AreEqual(8240L, _peripheral.HeartbeatDueAtMs);
        _peripheral.OnRephased(8000, 1000);
        Assert.AreEqual(8000L, _peripheral.HeartbeatDueAtMs);
    }

    [TestMethod]
    public void Is_lost_after_26_seconds_without_a_word()
    {
        Link(1000);
        _peripheral.OnAnswer(HeardMessage.Answer(1, 600, 500), 2000);
        Assert.AreEqual(PeripheralAction.SendHeartbeat, _peripheral.Next(27999));
        Assert.AreEqual(PeripheralAction.ReportLost, _peripheral.Next(28000));
        Assert.AreEqual(PeripheralAction.ReportLost, _peripheral.Next(28001));
        _peripheral.OnLost(28000);
        Assert.AreEqual(LinkState.Absent, _peripheral.Link);
        Assert.AreEqual(PeripheralAction.None, _peripheral.Next(28002));
        Assert.AreEqual(Peripheral.Unknown, _peripheral.State);
        Assert.AreEqual(Peripheral.Unknown, _peripheral.AcceptedCentiamps);
        Assert.AreEqual(Peripheral.Unknown, _peripheral.DrawnCentiamps);
    }

    [TestMethod]
    public void Any_answer_and_the_first_announcement_after_it_keep_the_link()
    {
        Link(1000);
        _peripheral.OnAnswer(HeardMessage.Answer(0, 0, 0), 1500);
        _peripheral.OnHeard(20000);
        Assert.AreNotEqual(PeripheralAction.ReportLost, _peripheral.Next(45999));
        _peripheral.OnLinkReady(3200, 2, 45999);
        _peripheral.OnLinkReady(3200, 2, 55999);
        _peripheral.OnLinkReady(3200, 2, 65999);
        Assert.AreEqual(PeripheralAction.AnswerLinkReady, _peripheral.Next(71998));
        Assert.AreEqual(PeripheralAction.ReportLost, _peripheral.Next(71999));
    }

    [TestMethod]
    public void One_that_announces_itself_and_never_answers_is_left_alone_for_thirty_seconds()
    {
        Link(1000);
        _peripheral.OnLost(27000);
        Assert.IsTrue(_peripheral.IsLeftAlone(56999));
        _peripheral.OnLinkReady(3200, 2, 56999);
        Assert.AreEqual(PeripheralAction.None, _peripheral.Next(56999));
        Assert.AreEqual(56999L, _peripheral.AnnouncedAtMs);
        Assert.IsFalse(_peripheral.IsLeftAlone(57000));
        _peripheral.OnLinkReady(3200, 2, 57000);
        _peripheral.OnAnswer(HeardMessage.Answer(1, 600, 500), 58000);
        _peripheral.OnLost(84000);
        Assert.IsFalse(_peripheral.IsLeftAlone(84001));
    }

    [TestMethod]
    public void A_lost_one_comes_back_with_its_next_link_ready()
    {
        Link(1000);
        _peripheral.OnLost(28000);
        _peripheral.OnLinkReady(3200, 2, 100000);
        Assert.AreEqual(PeripheralAction.AnswerLinkReady, _peripheral.Next(100000));
    }

    [TestMethod]
    public void Echoes_and_busy_leave_the_last_real_state()
    {
        Link(1000);
        int[][] rows =
        {
            new[] { 0x01, 0x01 }, new[] { 0x05, 0x01 }, new[] { 0x09, 0x01 },
            new[] { 0x04, 0x04 }, new[] { 0x06, 0x04 }, new[] { 0x07, 0x04 },
            new[] { 0x08, 0x08 }, new[] { 0x0A, 0x0A }, new[] { 0x00, 0x00 },
            new[] { 0x02, 0x02 }, new[] { 0x03, 0x03 }, new[] { 0x0F, 0x0F },
        };
        foreach (int[] row in rows)
        {
            _peripheral.OnAnswer(HeardMessage.Answer(row[0], 1600, 1550), 2000);
            Assert.AreEqual(row[1], _peripheral.State, "answer " + row[0]);
            Assert.AreEqual(1600, _peripheral.AcceptedCentiamps);
            Assert.AreEqual(1550, _peripheral.DrawnCentiamps);
        }
        Assert.AreEqual(12L, _peripheral.AnsweredCount);
    }

    [TestMethod]
    public void An_offer_is_news_until_it_was_told()
    {
        Link(1000);
        Assert.IsFalse(_peripheral.IsOfferNews);
        _peripheral.OnOffer(1600);
        Assert.IsTrue(_peripheral.IsOfferNews);
        _peripheral.OnOffer(1600);
        _peripheral.OnHeartbeatSent(HeartbeatCommand.InitialLimit, 1500);
        Assert.IsFalse(_peripheral.IsOfferNews);
        _peripheral.OnOffer(1600);
        Assert.IsFalse(_peripheral.IsOfferNews, "the same is no news");
    }

    [TestMethod]
    public void One_that_is_not_served_gets_nothing_and_is_lost_in_the_end()
    {
        Link(1000);
        _peripheral.OnAnswer(HeardMessage.Answer(0, 0, 0), 1500);
        _peripheral.OnServed(false);
        Assert.IsFalse(_peripheral.IsTalkedTo);
        Assert.AreEqual(PeripheralAction.None, _peripheral.Next(20000));
        _peripheral.OnLinkReady(3200, 2, 20000);
        Assert.AreEqual(PeripheralAction.None, _peripheral.Next(20000));
        Assert.AreEqual(20000L, _peripheral.AnnouncedAtMs);
        Assert.AreEqual(PeripheralAction.ReportLost, _peripheral.Next(27500));
        _peripheral.OnLost(28000);
        _peripheral.OnLinkReady(3200, 2, 30000);
        Assert.AreEqual(LinkState.Absent, _peripheral.Link);
        _peripheral.OnServed(true);
        Assert.AreEqual(PeripheralAction.None, _peripheral.Next(39999));
        _peripheral.OnLinkReady(3200, 2, 40000);
        Assert.AreEqual(PeripheralAction.AnswerLinkReady, _peripheral.Next(40000));
    }

    [TestMethod]
    public void A_place_is_as_new_for_another_id()
    {
        Link(1000);
        _peripheral.OnAnswer(HeardMessage.Answer(1, 1600, 1550), 2000);
        _peripheral.Info.OnAnswer(HeardMessage.Of("FDB4 1234 03 /16"));
        _peripheral.OnOffer(1600);
        _peripheral.OnServed(false);
        _peripheral.Assign(0x4321);
        Assert.AreEqual(0x4321, _peripheral.Id);
        Assert.AreEqual(LinkState.Absent, _peripheral.Link);
        Assert.AreEqual(0, _peripheral.OfferedCentiamps);
        Assert.AreEqual(Peripheral.Unknown, _peripheral.AcceptedCentiamps);
        Assert.AreEqual(Peripheral.Unknown, _peripheral.State);
        Assert.AreEqual(Peripheral.Unknown, _peripheral.Info.Plug);
        Assert.IsTrue(_peripheral.IsServed);
        Assert.IsFalse(_peripheral.IsOfferNews);
    }

    private void Link(long nowMs)
    {
        _peripheral.OnLinkReady(3200, 2, nowMs);
        _peripheral.OnHeartbeatSent(HeartbeatCommand.NoChange, nowMs);
    }
}
