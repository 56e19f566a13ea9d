using TwcBridge.Bus;
using TwcBridge.UnitTests.Support;

namespace TwcBridge.UnitTests.Bus;

/// <summary>PROTOCOL 4, link-up and loss, frame by frame on the bus side alone.</summary>
[TestClass]
public class LinkUpTests
{
    private const string LinkReady1 = "FCE1 7777 77 /14";
    private const string LinkReady2 = "FBE2 7777 77 /14";
    private const string Announced = "FDE2 1234 55 0C80 /16";
    private const string AnnouncedProtocol1 = "FDE2 1234 55 0C80 /14";
    private const string Tells6Amps = "FBE0 7777 1234 05 0258 /16";
    private const string NoChange = "FBE0 7777 1234 /16";
    private const string Accepts6Amps = "FDE0 1234 7777 00 0258 /16";

    private readonly EngineTurns _turns;
    private readonly Timeline _timeline;

    public LinkUpTests()
    {
        _turns = new EngineTurns(new BusOptions(), 600, 0);
        _timeline = new Timeline(_turns, 0);
    }

    [TestMethod]
    public void Listens_for_two_seconds_then_sends_both_bursts_once()
    {
        _timeline.StaySilent(1999);
        PlayBursts(2000);
        _timeline.StaySilent(3600000);
        Assert.AreEqual(10L, _turns.Engine.Transmitter.SentCount);
    }

    [TestMethod]
    public void Answers_a_link_ready_as_soon_as_the_line_is_idle()
    {
        _timeline.Pass(3700);
        _timeline.Play(
            TimelineRow.Heard(3800, Announced),
            TimelineRow.Sent(3805, Tells6Amps),
            TimelineRow.Heard(3844, Accepts6Amps),
            TimelineRow.Sent(4000, Tells6Amps),
            TimelineRow.Heard(4039, Accepts6Amps),
            TimelineRow.Sent(5000, NoChange));
        Assert.AreEqual(1L, _turns.CountOf(BusEventKind.LinkReady));
        Assert.AreEqual(2L, _turns.CountOf(BusEventKind.Reported));
    }

    [TestMethod]
    public void Answers_a_link_ready_that_came_while_listening_with_the_first_word()
    {
        _timeline.Play(
            TimelineRow.Heard(500, Announced),
            TimelineRow.Sent(2000, Tells6Amps),
            TimelineRow.Heard(2040, Accepts6Amps),
            TimelineRow.Sent(2045, LinkReady1));
    }

    [TestMethod]
    public void Speaks_protocol_1_to_who_announces_itself_and_answers_so()
    {
        _timeline.Pass(3700);
        _timeline.Play(
            TimelineRow.Heard(3800, AnnouncedProtocol1),
            TimelineRow.Sent(3805, "FBE0 7777 1234 05 0258 /16"),
            TimelineRow.Heard(3844, "FDE0 1234 7777 00 0258 /14"),
            TimelineRow.Sent(4000, "FBE0 7777 1234 05 0258 /14"),
            TimelineRow.Heard(4039, "FDE0 1234 7777 00 0258 /14"),
            TimelineRow.Sent(5000, "FBE0 7777 1234 /14"));
    }

    // Two lost zeros leave the checksum as it was.
    [TestMethod]
    public void A_link_ready_that_lost_its_end_makes_nobody_protocol_1()
    {
        _timeline.Pass(3700);
        _timeline.Play(
            TimelineRow.Heard(3800, AnnouncedProtocol1),
            TimelineRow.Sent(3805, Tells6Amps),
            TimelineRow.Heard(3844, Accepts6Amps),
            TimelineRow.Sent(4000, Tells6Amps));
        Assert.AreEqual(2, _turns.Engine.Roster.At(0).Protocol);
    }

    [TestMethod]
    public void A_rating_that_nobody_has_built_must_be_told_twice()
    {
        _timeline.Pass(3700);
        _timeline.Hear(3800, "FDE2 1234 55 7703 /16");
        _timeline.StaySilent(4999);
        Assert.AreEqual(0, _turns.Engine.Roster.Count);
        _timeline.Hear(5000, "FDE2 1234 55 7703 /16");
        _timeline.ExpectSent(5005, Tells6Amps);
        Assert.AreEqual(0x7703, _turns.Engine.Roster.At(0).RatingCentiamps);
    }

    [TestMethod]
    public void Answers_every_further_link_ready_at_once()
    {
        _timeline.Pass(3700);
        for (int i = 0; i < 3; i++)
        {
            long at = 3800 + 40 * i;
            _timeline.Play(
                TimelineRow.Heard(at, Announced),
                TimelineRow.Sent(at == 3800 ? 3805 : at + 5, Tells6Amps),
                TimelineRow.Heard(at + 30, Accepts6Amps));
        }
        Assert.AreEqual(3L, _turns.CountOf(BusEventKind.LinkReady));
    }

    [TestMethod]
    public void Is_patient_for_26_seconds_and_takes_it_back_with_its_next_word()
    {
        _timeline.Pass(3700);
        _timeline.Play(
            TimelineRow.Heard(3800, Announced),
            TimelineRow.Sent(3805, Tells6Amps),
            TimelineRow.Heard(3844, Accepts6Amps));
        Assert.AreEqual(26, _timeline.Pass(29843));
        Assert.AreEqual(0L, _turns.Engine.Counters.Lost);
        Assert.AreEqual(LinkState.Linked, _turns.Engine.Roster.At(0).Link);
        _timeline.StaySilent(29844);
        Assert.AreEqual(1L, _turns.Engine.Counters.Lost);
        Assert.AreEqual(1L, _turns.CountOf(BusEventKind.Lost));
        Assert.AreEqual(26L, _turns.Engine.Counters.HeartbeatsMissed);
        _timeline.StaySilent(100000);
        _timeline.Play(
            TimelineRow.Heard(100100, Announced),
            TimelineRow.Sent(100105, Tells6Amps));
    }

    [TestMethod]
    public void An_answer_alone_does_not_bring_a_lost_one_back()
    {
        _timeline.Pass(3700);
        _timeline.Hear(3800, Announced);
        _timeline.Pass(60000);
        _timeline.Hear(60100, Accepts6Amps);
        _timeline.StaySilent(90000);
        Assert.AreEqual(1L, _turns.Engine.Counters.Unconcerned);
    }

    [TestMethod]
    public void One_that_never_answers_is_linked_now_and_then_only()
    {
        _timeline.Pass(3700);
        _timeline.Hear(3800, Announced);
        for (long at = 13800; at < 60000; at += 10000)
        {
            _timeline.Pass(at - 1);
            _timeline.Hear(at, Announced);
        }
        Assert.AreEqual(LinkState.Absent, _turns.Engine.Roster.At(0).Link);
        Assert.AreEqual(3L, _turns.CountOf(BusEventKind.LinkReady));
        _timeline.StaySilent(63799);
        _timeline.Play(
            TimelineRow.Heard(63800, Announced),
            TimelineRow.Sent(63805, Tells6Amps));
    }

    [TestMethod]
    public void Somebody_with_our_id_hears_both_bursts_again_and_is_never_linked()
    {
        _timeline.Pass(3700);
        _timeline.Hear(9000, "FDE2 7777 55 0C80 /16");
        PlayBursts(9005);
        _timeline.StaySilent(60000);
        Assert.AreEqual(1L, _turns.Engine.Counters.IdConflicts);
        Assert.AreEqual(0, _turns.Engine.Roster.Count);
    }

    [TestMethod]
    public void A_fourth_peripheral_is_refused_by_default()
    {
        _timeline.Pass(3700);
        for (int i = 0; i < 4; i++)
        {
            _timeline.Hear(4000 + 20 * i, "FDE2 A00" + i + " 55 0C80 /16");
            _timeline.Pass(4018 + 20 * i);
        }
        Assert.AreEqual(7, _turns.Engine.Roster.TalkedTo(out _));
        Assert.AreEqual(1L, _turns.Engine.Roster.RefusedCount);
    }

    [TestMethod]
    public void Waits_for_the_line_to_be_idle()
    {
        _timeline.Pass(3700);
        byte[] frame = FrameText.Wire(Announced);
        byte[] begun = new byte[9];
        System.Array.Copy(frame, begun, 9);
        _timeline.Hear(3800, Announced);
        _timeline.HearBytes(3804, begun);
        _timeline.StaySilent(3853);
        _timeline.ExpectSent(3854, Tells6Amps);
    }

    private void PlayBursts(long atMs)
    {
        for (int i = 0; i < 5; i++)
        {
            _timeline.ExpectSent(atMs + 100 * i, LinkReady1);
        }
        for (int i = 0; i < 5; i++)
        {
            _timeline.ExpectSent(atMs + 500 + 250 * i, LinkReady2);
        }
    }
}
