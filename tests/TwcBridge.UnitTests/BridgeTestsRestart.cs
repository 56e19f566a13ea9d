using TwcBridge.Charging;
using TwcBridge.UnitTests.Support;

namespace TwcBridge.UnitTests;

/// <summary>PROTOCOL 6 rule 3: unknown means lowest. After a restart the box knows nobody, and
/// those that it does not know yet may still draw what they were given before.</summary>
[TestClass]
public class BridgeTestsRestart
{
    [TestMethod]
    public void Rule_3_nothing_remembered_is_applied_after_a_restart()
    {
        BridgeRig rig = new BridgeRig(32, StopMode.Minimum, 2);
        rig.SetAmps(BridgeRig.Site, 32, BridgeRig.Forever);
        rig.Pass(60);
        Assert.AreEqual("32", rig.Told);
        rig.Restart();
        rig.Pass(60);
        Assert.AreEqual("6", rig.Told);
        Assert.AreEqual(ClaimSource.Failsafe, rig.Bridge.Site.Claims.SourceOf(0));
    }

    [TestMethod]
    public void Rule_3_nobody_is_raised_before_everybody_had_time_to_announce_itself()
    {
        for (int limit = 12; limit <= 40; limit += 4)
        {
            BridgeRig rig = new BridgeRig(limit, StopMode.Minimum, 2, 2, 1);
            rig.Options.Charging.DefaultCentiamps = 8000;
            rig.Pass(100);
            for (int i = 0; i < 10; i++)
            {
                rig.Restart();
                rig.SetAmps(BridgeRig.Site, limit, BridgeRig.Forever);
                rig.Pass(60 + 7 * i);
            }
            rig.CheckNothingWasCut();
        }
    }

    [TestMethod]
    public void A_restart_interrupts_no_charge()
    {
        foreach (int protocol in new[] { 1, 2 })
        {
            BridgeRig rig = new BridgeRig(32, StopMode.Minimum, protocol);
            rig.SetAmps(BridgeRig.Site, 16, BridgeRig.Forever);
            rig.Pass(60);
            rig.Restart();
            for (int second = 0; second < 60; second++)
            {
                rig.Pass(1);
                Assert.IsTrue(rig.Fakes[0].Charger.IsCharging, protocol + " at " + second);
            }
        }
    }
}
