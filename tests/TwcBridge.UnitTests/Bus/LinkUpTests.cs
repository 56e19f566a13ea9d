using TwcBridge.Bus;
using TwcBridge.UnitTests.Support;

namespace TwcBridge.UnitTests.Bus;

/// <summary>PROTOCOL 4, link-up, frame by frame on the bus side alone.</summary>
[TestClass]
public class LinkUpTests
{
    private const string LinkReady1 = "FCE1 7777 77 /14";
    private const string LinkReady2 = "FBE2 7777 77 /14";

    private readonly EngineTurns _turns = new EngineTurns(new BusOptions(), 600, 0);

    [TestMethod]
    public void Listens_for_two_seconds_then_sends_both_bursts_once()
    {
        Timeline timeline = new Timeline(_turns, 0);
        timeline.StaySilent(1999);
        timeline.Play(
            TimelineRow.Sent(2000, LinkReady1),
            TimelineRow.Sent(2100, LinkReady1),
            TimelineRow.Sent(2200, LinkReady1),
            TimelineRow.Sent(2300, LinkReady1),
            TimelineRow.Sent(2400, LinkReady1),
            TimelineRow.Sent(2500, LinkReady2),
            TimelineRow.Sent(2750, LinkReady2),
            TimelineRow.Sent(3000, LinkReady2),
            TimelineRow.Sent(3250, LinkReady2),
            TimelineRow.Sent(3500, LinkReady2));
        timeline.StaySilent(3600000);
        Assert.AreEqual(10L, _turns.Engine.Transmitter.SentCount);
    }

    [TestMethod]
    public void Answers_a_link_ready_as_soon_as_the_line_is_idle()
    {
        Timeline timeline = new Timeline(_turns, 0);
        timeline.Pass(3700);
        timeline.Play(
            TimelineRow.Heard(3800, "FDE2 1234 55 0C80 /16"),
            TimelineRow.Sent(3805, "FBE0 7777 1234 05 0258 /16"));
    }
}
