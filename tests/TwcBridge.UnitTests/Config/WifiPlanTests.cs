using TwcBridge.Config;

namespace TwcBridge.UnitTests.Config;

[TestClass]
public class WifiPlanTests
{
    private const long Start = 1_000;

    [TestMethod]
    public void A_box_that_knows_no_network_opens_its_own_at_once()
    {
        WifiPlan plan = new WifiPlan(false, false, Start);
        Assert.AreEqual(WifiAction.OpenAccessPoint, plan.Next(Start));
    }

    [TestMethod]
    public void A_box_that_knows_no_network_stays_open()
    {
        WifiPlan plan = new WifiPlan(false, true, Start);
        Assert.AreEqual(WifiAction.None, plan.Next(Start));
        Assert.AreEqual(WifiAction.None, plan.Next(Start + 86_400_000));
    }

    [TestMethod]
    public void Attempts_to_join_come_at_growing_distances_and_never_end()
    {
        WifiPlan plan = new WifiPlan(true, true, Start);
        int[] distances = { 5_000, 10_000, 20_000, 40_000, 60_000, 60_000, 60_000 };
        long nowMs = Start;
        for (int i = 0; i < distances.Length; i++)
        {
            Assert.AreEqual(WifiAction.Join, plan.Next(nowMs));
            plan.OnTried(WifiAction.Join, nowMs);
            nowMs += distances[i];
            Assert.AreEqual(WifiAction.None, plan.Next(nowMs - 1), "one before " + i.ToString());
            Assert.AreEqual(WifiAction.Join, plan.Next(nowMs), i.ToString());
            Assert.AreEqual(WifiAction.Join, plan.Next(nowMs + 1), "one after " + i.ToString());
        }
    }

    [TestMethod]
    [DataRow(-1, false)]
    [DataRow(0, true)]
    [DataRow(1, true)]
    public void Three_minutes_without_the_known_network_open_the_access_point(
        int offsetMs, bool isOpened)
    {
        WifiPlan plan = new WifiPlan(true, false, Start);
        Assert.AreEqual(isOpened, Opens(plan, Start + WifiPlan.AccessPointAfterMs + offsetMs));
    }

    [TestMethod]
    [DataRow(-1, false)]
    [DataRow(0, true)]
    [DataRow(1, true)]
    public void A_network_that_goes_away_later_gets_its_own_three_minutes(
        int offsetMs, bool isOpened)
    {
        WifiPlan plan = new WifiPlan(true, false, Start);
        plan.OnLink(true, Start + 170_000);
        plan.OnLink(true, Start + 500_000);
        Assert.IsFalse(Opens(plan, Start + 900_000));
        plan.OnLink(false, Start + 900_000);
        plan.OnLink(false, Start + 950_000);

        long dueAtMs = Start + 900_000 + WifiPlan.AccessPointAfterMs;
        Assert.AreEqual(isOpened, Opens(plan, dueAtMs + offsetMs));
    }

    [TestMethod]
    public void A_lost_network_is_tried_at_once_and_quickly_again()
    {
        WifiPlan plan = new WifiPlan(true, true, Start);
        for (int i = 0; i < 9; i++)
        {
            plan.OnTried(WifiAction.Join, Start);
        }
        plan.OnLink(true, Start + 10);
        Assert.AreEqual(WifiAction.None, plan.Next(Start + 10));
        plan.OnLink(false, Start + 20);
        Assert.AreEqual(WifiAction.Join, plan.Next(Start + 20));
        plan.OnTried(WifiAction.Join, Start + 20);
        Assert.AreEqual(WifiAction.Join, plan.Next(Start + 20 + WifiPlan.FirstRetryMs));
    }

    [TestMethod]
    public void A_held_button_opens_the_access_point_of_a_box_that_is_online()
    {
        WifiPlan plan = new WifiPlan(true, false, Start);
        plan.OnLink(true, Start);
        Assert.AreEqual(WifiAction.None, plan.Next(Start));
        plan.OnButtonHeld();
        Assert.AreEqual(WifiAction.OpenAccessPoint, plan.Next(Start));
    }

    [TestMethod]
    [DataRow(-1, false)]
    [DataRow(0, true)]
    [DataRow(1, true)]
    public void The_access_point_closes_ten_minutes_after_the_network_is_back(
        int offsetMs, bool isClosed)
    {
        WifiPlan plan = new WifiPlan(true, true, Start);
        plan.OnLink(true, Start + 5);
        WifiAction expected = isClosed ? WifiAction.CloseAccessPoint : WifiAction.None;
        Assert.AreEqual(
            expected, plan.Next(Start + 5 + WifiPlan.AccessPointLingersMs + offsetMs));
    }

    [TestMethod]
    public void A_change_that_did_not_happen_is_tried_again_a_minute_later()
    {
        WifiPlan plan = new WifiPlan(false, false, Start);
        plan.OnTried(WifiAction.OpenAccessPoint, Start);
        Assert.IsFalse(Opens(plan, Start + WifiPlan.ChangeRetryMs - 1));
        Assert.IsTrue(Opens(plan, Start + WifiPlan.ChangeRetryMs));
    }

    private static bool Opens(WifiPlan plan, long nowMs)
    {
        return plan.Next(nowMs) == WifiAction.OpenAccessPoint;
    }
}
