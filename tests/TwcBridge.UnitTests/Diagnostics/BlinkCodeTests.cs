using TwcBridge.Diagnostics;

namespace TwcBridge.UnitTests.Diagnostics;

[TestClass]
public class BlinkCodeTests
{
    [TestMethod]
    [DataRow(BoxCondition.Well, 1)]
    [DataRow(BoxCondition.NoConnector, 2)]
    [DataRow(BoxCondition.NoBroker, 3)]
    [DataRow(BoxCondition.NoNetwork, 4)]
    [DataRow(BoxCondition.Rival, 5)]
    [DataRow(BoxCondition.Stalled, 6)]
    public void Flashes_as_often_as_the_code_says_and_pauses(BoxCondition condition, int flashes)
    {
        int periodMs = flashes * BlinkCode.BeatMs + BlinkCode.PauseMs;
        int rises = 0;
        int darkMs = 0;
        for (int nowMs = periodMs; nowMs < 2 * periodMs; nowMs++)
        {
            bool isLit = BlinkCode.IsLit(condition, nowMs);
            rises += isLit && !BlinkCode.IsLit(condition, nowMs - 1) ? 1 : 0;
            darkMs = isLit ? 0 : darkMs + 1;
        }
        Assert.AreEqual(flashes, rises);
        Assert.AreEqual(BlinkCode.PauseMs + BlinkCode.BeatMs - BlinkCode.FlashMs, darkMs);
    }

    [TestMethod]
    [DataRow(0, true)]
    [DataRow(249, true)]
    [DataRow(250, false)]
    [DataRow(499, false)]
    [DataRow(500, true)]
    public void Set_up_flashes_evenly(int atMs, bool isLit)
    {
        Assert.AreEqual(isLit, BlinkCode.IsLit(BoxCondition.SetUp, atMs));
    }

    [TestMethod]
    [DataRow(0, true)]
    [DataRow(99, true)]
    [DataRow(100, false)]
    [DataRow(199, false)]
    [DataRow(200, true)]
    public void Shows_which_box_it_is_by_flashing_fast(int atMs, bool isLit)
    {
        Assert.AreEqual(isLit, BlinkCode.IsLit(BoxCondition.Identify, atMs));
    }

    [TestMethod]
    public void Tells_the_gravest_of_what_is_wrong()
    {
        ConditionFacts facts = new ConditionFacts
        {
            IsStalled = true, HasRival = true, IsAccessPointOpen = true,
        };
        Assert.AreEqual(BoxCondition.Stalled, facts.Condition());
        facts.IsStalled = false;
        facts.IsIdentifying = true;
        Assert.AreEqual(BoxCondition.Identify, facts.Condition());
        facts.IsIdentifying = false;
        Assert.AreEqual(BoxCondition.Rival, facts.Condition());
        facts.HasRival = false;
        Assert.AreEqual(BoxCondition.SetUp, facts.Condition());
        facts.IsAccessPointOpen = false;
        Assert.AreEqual(BoxCondition.NoNetwork, facts.Condition());
        facts.HasNetwork = true;
        Assert.AreEqual(BoxCondition.NoBroker, facts.Condition());
        facts.HasBroker = true;
        Assert.AreEqual(BoxCondition.NoConnector, facts.Condition());
        facts.HasConnector = true;
        Assert.AreEqual(BoxCondition.Well, facts.Condition());
    }
}
