using TwcBridge.Bus;
using TwcBridge.UnitTests.Support;

namespace TwcBridge.UnitTests.Bus;

/// <summary>PROTOCOL 6 rule 5 on the line: what counts as another controller, and what does not.
/// </summary>
[TestClass]
public class RivalTests
{
    private const string Announced = "FDE2 1234 55 0C80 /16";
    private const string Tells6Amps = "FBE0 7777 1234 05 0258 /16";
    private const string NoChange = "FBE0 7777 1234 /16";
    private const string Accepts6Amps = "FDE0 1234 7777 00 0258 /16";
    private const string RivalHeartbeat = "FBE0 2222 1234 05 0640 /16";
    private const string LinkReady1 = "FCE1 7777 77 /14";

    private readonly EngineTurns _turns;
    private readonly Timeline _timeline;

    public RivalTests()
    {
        _turns = new EngineTurns(new BusOptions(), 600, 0);
        _timeline = new Timeline(_turns, 0);
    }

    private BusRole Role => _turns.Engine.Rivals.Role;

    [TestMethod]
    public void One_frame_of_a_rival_costs_two_and_a_half_seconds()
    {
        Link();
        _timeline.Hear(4500, RivalHeartbeat);
        _timeline.StaySilent(6999);
        _timeline.ExpectSent(7000, NoChange);
        Assert.AreEqual(1L, _turns.Engine.Counters.Strangers);
        Assert.AreEqual(BusRole.Controlling, Role);
    }

    [TestMethod]
    public void Two_frames_of_a_rival_silence_us_until_it_was_silent_for_a_minute()
    {
        Link();
        _timeline.Hear(4500, RivalHeartbeat);
        _timeline.Hear(5500, RivalHeartbeat);
        _timeline.Hear(20000, RivalHeartbeat);
        _timeline.StaySilent(79999);
        Assert.AreEqual(BusRole.StandingDown, Role);
        Assert.AreEqual(0x2222, _turns.Engine.Rivals.RivalId);
        Assert.AreEqual(1L, _turns.Engine.Counters.Lost);
        _timeline.StaySilent(80000);
        Assert.AreEqual(BusRole.Listening, Role);
        _timeline.StaySilent(81999);
        _timeline.ExpectSent(82000, LinkReady1);
        Assert.AreEqual(3L, _turns.Engine.Counters.Strangers);
    }

    [TestMethod]
    public void While_we_stand_down_an_announcement_is_the_other_controllers_to_answer()
    {
        _timeline.Hear(1000, RivalHeartbeat);
        _timeline.Hear(1500, RivalHeartbeat);
        _timeline.Hear(2000, Announced);
        Assert.AreEqual(BusRole.StandingDown, Role);
        Assert.AreEqual(0, _turns.Engine.Roster.Count);
    }

    [TestMethod]
    public void Takes_over_when_told_and_nobody_speaks_for_two_seconds()
    {
        Link();
        StandDown();
        _timeline.StaySilent(10000);
        _turns.Engine.Rivals.OnTakeOver(10000);
        _timeline.StaySilent(11999);
        _timeline.ExpectSent(12000, LinkReady1);
        Assert.AreEqual(LinkState.Absent, _turns.Engine.Roster.At(0).Link, "the other's meanwhile");
    }

    [TestMethod]
    [DataRow("FCE1 2222 22 /14")]
    [DataRow("FBE2 2222 22 /16")]
    [DataRow("FCE2 2222 22 /14")]
    [DataRow("FBE0 2222 1234 00 /13")]
    [DataRow("FBEB 2222 1234 /15")]
    [DataRow("FC1D /14")]
    [DataRow("FB19 /14")]
    [DataRow("FBB4 /16")]
    [DataRow("FCB2 2222 1234 /16")]
    [DataRow("FCE1 7777 11 /14")]
    [DataRow("FDE0 1234 2222 01 0640 0600 /16")]
    [DataRow("FDE0 ABCD 2222 01 0640 0600 /16")]
    public void Whatever_only_a_controller_says_or_is_told_reveals_a_rival(string frame)
    {
        Link();
        _timeline.Hear(4500, frame);
        Assert.AreEqual(BusRole.Listening, Role);
        _timeline.Hear(4600, frame);
        Assert.AreEqual(BusRole.StandingDown, Role);
        _timeline.StaySilent(60000);
    }

    [TestMethod]
    [DataRow("FDEB ABCD 000000FF /20")]
    [DataRow("FDE0 ABCD 7777 01 0640 0600 /16")]
    [DataRow("FDEC 1234 04 05 /16")]
    [DataRow("FDB4 1234 01 /16")]
    [DataRow("FD19 41 /14")]
    public void What_a_peripheral_says_to_us_or_to_all_does_not(string frame)
    {
        Link();
        _timeline.Hear(4500, frame);
        Assert.AreEqual(BusRole.Controlling, Role);
        Assert.AreEqual(0L, _turns.Engine.Counters.Strangers);
        _timeline.ExpectSent(5000, NoChange);
    }

    [TestMethod]
    public void Counts_frames_that_harm()
    {
        Link();
        string[] frames =
        {
            "FC19 /16", "FC1A /16", "FBE8 /16", "FCA1 /16", "FCE5 /16", "FCE7 /16",
        };
        foreach (string frame in frames)
        {
            _timeline.Hear(4500, frame);
        }
        Assert.AreEqual(6L, _turns.Engine.Counters.Harmful);
        Assert.AreEqual(6L, _turns.Engine.Counters.Strangers);
    }

    [TestMethod]
    public void A_linked_peripheral_with_a_spoilt_marker_is_no_rival()
    {
        Link();
        for (int i = 0; i < 3; i++)
        {
            _timeline.Hear(4500 + i, "FBE0 1234 7777 01 0258 /16");
        }
        Assert.AreEqual(BusRole.Controlling, Role);
        Assert.AreEqual(3L, _turns.Engine.Counters.SpoiltMarkers);
        _timeline.ExpectSent(5000, NoChange);
    }

    [TestMethod]
    public void A_peripheral_that_was_switched_to_be_the_controller_is_a_rival_in_the_end()
    {
        Link();
        for (long at = 4500; at < 29000; at += 1000)
        {
            _timeline.Pass(at);
            _timeline.Hear(at, "FBE0 1234 5555 05 0640 /16");
        }
        Assert.AreEqual(BusRole.Controlling, Role);
        _timeline.Pass(31500);
        Assert.AreEqual(1L, _turns.Engine.Counters.Lost);
        _timeline.Hear(31600, "FBE0 1234 5555 05 0640 /16");
        _timeline.Hear(32600, "FBE0 1234 5555 05 0640 /16");
        Assert.AreEqual(BusRole.StandingDown, Role);
    }

    [TestMethod]
    public void Our_own_frame_long_after_we_sent_it_is_somebody_with_our_id()
    {
        Link();
        _timeline.Play(
            TimelineRow.Sent(5000, NoChange),
            TimelineRow.Heard(5019 + 120, NoChange));
        Assert.AreEqual(BusRole.Controlling, Role);
        Assert.AreEqual(1L, _turns.Engine.Counters.Echoes);
        _timeline.Play(
            TimelineRow.Sent(6000, NoChange),
            TimelineRow.Heard(6019 + 121, NoChange));
        Assert.AreEqual(BusRole.Listening, Role);
        Assert.AreEqual(0x7777, _turns.Engine.Rivals.RivalId);
    }

    [TestMethod]
    public void Our_echo_that_a_held_up_loop_reads_late_is_nobody_elses()
    {
        Link();
        _timeline.ExpectSent(5000, NoChange);
        _timeline.HearLate(5758, NoChange);
        Assert.AreEqual(BusRole.Controlling, Role);
        Assert.AreEqual(1L, _turns.Engine.Counters.Echoes);
    }

    [TestMethod]
    public void A_second_echo_of_one_frame_is_somebody_with_our_id()
    {
        Link();
        _timeline.Play(
            TimelineRow.Sent(5000, NoChange),
            TimelineRow.Heard(5020, NoChange));
        Assert.AreEqual(BusRole.Controlling, Role);
        _timeline.Hear(5045, NoChange);
        Assert.AreEqual(BusRole.Listening, Role);
        Assert.AreEqual(1L, _turns.Engine.Counters.Echoes);
    }

    private void Link()
    {
        _timeline.Pass(3700);
        _timeline.Play(
            TimelineRow.Heard(3800, Announced),
            TimelineRow.Sent(3805, Tells6Amps),
            TimelineRow.Heard(3844, Accepts6Amps),
            TimelineRow.Sent(4000, Tells6Amps));
    }

    private void StandDown()
    {
        _timeline.Hear(4500, RivalHeartbeat);
        _timeline.Hear(4600, RivalHeartbeat);
        Assert.AreEqual(BusRole.StandingDown, Role);
    }
}
