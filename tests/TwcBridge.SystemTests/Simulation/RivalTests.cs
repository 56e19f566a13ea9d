using System;
using System.Collections.Generic;
using System.Linq;
using TwcBridge.Simulator;

namespace TwcBridge.SystemTests.Simulation;

/// <summary>The other controller on the line.</summary>
[TestClass]
public sealed class RivalTests
{
    [TestMethod]
    public void It_announces_itself_and_then_sends_heartbeats()
    {
        Scene scene = new();
        RivalController rival = scene.Site.AddRival(new RivalOptions
        {
            StartAtUs = 5 * Micros.PerSecond,
            StopAtUs = 60 * Micros.PerSecond,
        });
        scene.Site.AdvanceTo(5 * Micros.PerSecond - 1);
        Assert.IsFalse(rival.IsRunning);
        scene.Heard();
        scene.Site.AdvanceTo(60 * Micros.PerSecond);
        Assert.IsFalse(rival.IsRunning);
        int sent = FromRival(scene);
        scene.Site.AdvanceTo(100 * Micros.PerSecond);
        Assert.AreEqual(sent, FromRival(scene), "no link-ready calls it back");
        Assert.AreEqual(5, FromRival(scene, "C0FCE1035D5F"));
        Assert.AreEqual(5, FromRival(scene, "C0FBE2035D5F"));
        List<string> heard = scene.Heard();
        int beats = heard.Count(body => body.StartsWith("FBE0035D8204"));
        Assert.IsTrue(beats is >= 30 and <= 45, $"{beats} heartbeats");
        Assert.AreEqual(beats, heard.Count(body => body.StartsWith("FDE08204035D")));
    }

    [TestMethod]
    public void It_serves_every_connector_and_gives_limits_to_those_who_ask()
    {
        SimulatedSite site = new(seed: 4);
        foreach (int id in new[] { 0x1111, 0x2222, 0x3333 })
        {
            site.AddConnector(new ConnectorOptions { Id = id }).Plug(Scene.NewCar("tesla"));
        }
        site.AddRival(new RivalOptions { LimitCentiamps = 1000 });
        site.Advance(120 * Micros.PerSecond);
        foreach (WallConnector connector in site.Connectors)
        {
            Assert.IsTrue(connector.IsLinked, connector.Name);
            Assert.AreEqual(ConnectorState.Charging, connector.State, connector.Name);
            Assert.AreEqual(1000, connector.AcceptedCentiamps, connector.Name);
        }
        Assert.AreEqual(3 * 915, site.DrawnCentiamps);
    }

    [TestMethod]
    public void It_can_be_started_and_stopped_by_hand()
    {
        Scene scene = new();
        RivalController rival = scene.Site.AddRival(
            new RivalOptions { StartAtUs = Micros.PerDay });
        scene.Site.Advance(Micros.PerSecond);
        Assert.AreEqual(0, FromRival(scene));
        rival.Start();
        scene.Site.Advance(2 * Micros.PerSecond);
        Assert.AreEqual(2, FromRival(scene));
        rival.Stop();
        scene.Site.Advance(20 * Micros.PerSecond);
        Assert.AreEqual(2, FromRival(scene));
    }

    private static int FromRival(Scene scene, string start = "C0")
    {
        int count = 0;
        for (int index = 0; index < scene.Site.Line.Log.Count; index++)
        {
            Transmission sent = scene.Site.Line.Log[index];
            bool isMatch = Convert.ToHexString(sent.Bytes).StartsWith(start);
            count += sent.Transmitter == "rival" && isMatch ? 1 : 0;
        }
        return count;
    }
}
