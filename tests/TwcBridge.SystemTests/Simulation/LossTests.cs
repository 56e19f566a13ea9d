using System.Collections.Generic;
using System.Linq;
using TwcBridge.Simulator;

namespace TwcBridge.SystemTests.Simulation;

/// <summary>A connector that hears no heartbeat, or none that it can use.</summary>
[TestClass]
public sealed class LossTests
{
    [TestMethod]
    [DataRow(9_999, true)]
    [DataRow(10_000, false)]
    public void It_misses_its_controller_after_10_s(int afterMs, bool isLinked)
    {
        Scene scene = new();
        scene.Heartbeat();
        scene.Site.AdvanceTo(scene.Connector.LastHeartbeatUs + (afterMs * Micros.PerMs));
        Assert.AreEqual(isLinked, scene.Connector.IsLinked);
        scene.Site.Advance(18_750);
        Assert.AreEqual(isLinked ? 0 : 1, scene.Heard().Count, "link-ready resumes");
    }

    [TestMethod]
    public void Its_contactor_opens_20_to_30_s_after_the_last_heartbeat()
    {
        HashSet<long> seconds = [];
        for (int seed = 0; seed < 20; seed++)
        {
            Scene scene = new(seed: seed);
            scene.Charge("tesla", 1600);
            long lastUs = scene.Connector.LastHeartbeatUs;
            while (scene.Connector.IsContactorClosed)
            {
                Assert.IsTrue(scene.Connector.DrawnCentiamps > 1400);
                scene.Site.Advance(100 * Micros.PerMs);
            }
            long afterMs = (scene.Site.NowUs - lastUs) / Micros.PerMs;
            Assert.IsTrue(afterMs is >= 20_000 and <= 30_100, $"{afterMs} ms");
            Assert.AreEqual(0, scene.Connector.DrawnCentiamps);
            seconds.Add(afterMs / 1000);
        }
        Assert.IsTrue(seconds.Count > 4);
    }

    [TestMethod]
    public void Back_before_the_contactor_opens_it_reports_an_error_once_with_the_current()
    {
        Scene scene = new(Options() with { ContactorOpensAfterMs = 25_000 });
        scene.Charge("tesla", 1600);
        scene.Site.Advance(15 * Micros.PerSecond);
        Beat? first = scene.Heartbeat();
        Assert.AreEqual(ConnectorState.Error, first!.Value.State);
        Assert.IsTrue(first.Value.DrawnCentiamps > 1400);
        Assert.AreEqual(ConnectorState.Charging, scene.Heartbeat()!.Value.State);
        Assert.IsTrue(scene.Connector.IsContactorClosed);
    }

    [TestMethod]
    public void Back_afterwards_it_shows_08_at_6_A_until_it_gets_a_limit()
    {
        Scene scene = new(Options() with { ContactorOpensAfterMs = 25_000 });
        scene.Charge("tesla", 1600);
        scene.Site.Advance(40 * Micros.PerSecond);
        Assert.AreEqual(new Beat(ConnectorState.Starting, 600, 0), scene.Beats(20));
        Assert.IsFalse(scene.Connector.IsContactorClosed);
        scene.Heartbeat(HeartbeatCommand.StartLimit, 1600);
        Assert.AreEqual(new Beat(ConnectorState.Ready, 1600, 0), scene.Heartbeat());
        scene.Beats(40);
        Assert.AreEqual(ConnectorState.Charging, scene.Connector.State);
        Assert.IsTrue(scene.Connector.DrawnCentiamps > 1400);
    }

    [TestMethod]
    [DataRow("tesla", ConnectorState.NotCharging)]
    [DataRow("fiat", ConnectorState.Charging)]
    public void After_a_long_gap_some_cars_want_to_be_plugged_again(
        string kind, ConnectorState expected)
    {
        Scene scene = new();
        scene.Charge(kind, 1600);
        scene.Site.Advance(600 * Micros.PerSecond);
        scene.Beats(60, HeartbeatCommand.StartLimit, 1600);
        Assert.AreEqual(expected, scene.Connector.State);
        Assert.AreEqual(expected == ConnectorState.NotCharging, scene.Connector.Car!.HasFailed);
    }

    [TestMethod]
    public void A_power_cycle_opens_the_contactor_and_ends_in_five_link_readies()
    {
        Scene scene = new();
        scene.Charge("tesla", 1600);
        int sign = scene.Connector.Sign;
        scene.Connector.PowerCycle();
        Assert.IsFalse(scene.Connector.IsContactorClosed);
        Assert.IsFalse(scene.Connector.IsLinked);
        Assert.AreEqual(0, scene.Connector.AcceptedCentiamps);
        Assert.AreNotEqual(sign, scene.Connector.Sign);
        scene.Heard();
        scene.Site.Advance(6 * Micros.PerSecond);
        Assert.AreEqual(5, scene.Heard().Count);
        Assert.AreEqual(ConnectorState.WantsPower, scene.Heartbeat()!.Value.State);
    }

    [TestMethod]
    public void A_mute_one_hears_heartbeats_and_goes_on_charging()
    {
        Scene scene = new();
        scene.Charge("tesla", 1600);
        scene.Connector.FallSilent(Silence.Mute, 60 * Micros.PerSecond);
        Assert.IsNull(scene.Beats(59));
        Assert.IsTrue(scene.Connector.IsContactorClosed);
        Assert.IsNotNull(scene.Beats(2));
    }

    [TestMethod]
    public void A_deaf_one_loses_its_controller_and_says_so()
    {
        Scene scene = new();
        scene.Charge("tesla", 1600);
        scene.Connector.FallSilent(Silence.Deaf, 60 * Micros.PerSecond);
        scene.Site.Advance(35 * Micros.PerSecond);
        Assert.IsTrue(scene.Heard().Count(body => body.StartsWith("FDE2")) >= 2);
        Assert.IsFalse(scene.Connector.IsContactorClosed);
        Assert.AreEqual(ConnectorState.Error, scene.Connector.State);
    }

    private static ConnectorOptions Options()
    {
        return new ConnectorOptions { Id = Scene.Id };
    }
}
