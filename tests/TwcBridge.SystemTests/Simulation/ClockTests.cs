using System;
using System.Collections.Generic;
using System.Linq;
using TwcBridge.Simulator;

namespace TwcBridge.SystemTests.Simulation;

/// <summary>Virtual time and the order of what happens in it.</summary>
[TestClass]
public sealed class ClockTests
{
    private readonly SimulatedSite _site = new(seed: 1);

    [TestMethod]
    public void Time_never_runs_back()
    {
        _site.AdvanceTo(10);
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => _site.AdvanceTo(9));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => _site.At(9, () => { }));
    }

    [TestMethod]
    public void Ties_fall_in_the_order_of_planning()
    {
        List<int> order = [];
        int[] instants = [50, 20, 50, 10, 50, 20];
        for (int index = 0; index < instants.Length; index++)
        {
            int number = index;
            _site.At(instants[index], () => order.Add(number));
        }
        _site.AdvanceTo(50);
        CollectionAssert.AreEqual(new[] { 3, 1, 5, 0, 2, 4 }, order);
    }

    [TestMethod]
    public void Many_planned_steps_come_in_order_of_time()
    {
        Random random = new(5);
        List<long> seen = [];
        for (int count = 0; count < 2000; count++)
        {
            _site.At(random.Next(1000), () => seen.Add(_site.NowUs));
        }
        _site.AdvanceTo(1000);
        Assert.AreEqual(2000, seen.Count);
        CollectionAssert.AreEqual(seen.Order().ToList(), seen);
    }

    [TestMethod]
    public void Going_from_event_to_event_misses_no_frame()
    {
        Scene scene = new(new ConnectorOptions { Id = Scene.Id, TurnaroundMs = 50 });
        scene.Send(scene.Messages.Heartbeat(Scene.Id, 0, 0));
        long sentAtUs = scene.Site.NowUs;
        long answeredAtUs = 0;
        while (answeredAtUs == 0 && scene.Site.NextEventUs < sentAtUs + Micros.PerSecond)
        {
            scene.Site.AdvanceTo(scene.Site.NextEventUs);
            answeredAtUs = scene.Heard().Count > 0 ? scene.Site.NowUs : 0;
        }
        Assert.AreEqual(sentAtUs + 18_750 + 50_000 + 18_750, answeredAtUs);
    }
}
