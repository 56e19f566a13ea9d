using System;
using System.Linq;
using TwcBridge.Simulator;

namespace TwcBridge.SystemTests.Simulation;

/// <summary>What each kind of car makes of an offer.</summary>
[TestClass]
public sealed class CarTests
{
    [TestMethod]
    [DataRow(600, 520)]
    [DataRow(1600, 1508)]
    [DataRow(3200, 3089)]
    [DataRow(4000, 3880)]
    public void Draws_a_little_less_than_offered(int offered, int drawn)
    {
        Scene scene = new(Options());
        CarOptions options = new() { MaxCentiamps = 8000 };
        scene.Connector.Plug(new Car(options));
        scene.Beats(4);
        scene.Beats(4, HeartbeatCommand.InitialLimit, offered);
        scene.Heartbeat(HeartbeatCommand.StartLimit, offered);
        scene.Beats(90);
        Assert.IsTrue(Math.Abs(scene.Connector.DrawnCentiamps - drawn) <= 2);
    }

    [TestMethod]
    public void Rises_by_1_A_a_second_and_falls_faster()
    {
        Scene scene = new(Options());
        scene.Charge("tesla", 1000);
        int before = scene.Connector.DrawnCentiamps;
        scene.Heartbeat(HeartbeatCommand.SessionLimit, 3200);
        scene.Site.Advance(10 * Micros.PerSecond);
        Assert.IsTrue(Math.Abs(scene.Connector.DrawnCentiamps - before - 1000) <= 50);
        Assert.AreEqual(0, (scene.Connector.DrawnCentiamps - before) % 50, "in half amps");
        scene.Beats(30);
        Assert.AreEqual(3088, scene.Connector.DrawnCentiamps);
        scene.Heartbeat(HeartbeatCommand.SessionLimit, 600);
        scene.Site.Advance(4 * Micros.PerSecond);
        Assert.AreEqual(519, scene.Connector.DrawnCentiamps);
    }

    [TestMethod]
    public void Draws_no_more_than_its_own_maximum()
    {
        Scene scene = new(Options());
        scene.Charge("fiat", 3200);
        Assert.AreEqual(1507, scene.Connector.DrawnCentiamps);
    }

    [TestMethod]
    public void Stop_ends_the_session_gently_and_start_begins_at_08()
    {
        Scene scene = new(Options());
        scene.Charge("tesla", 1600);
        Car car = scene.Connector.Car!;
        car.PressStop();
        scene.Beats(5);
        Assert.AreEqual(0, scene.Connector.DrawnCentiamps);
        Assert.IsFalse(scene.Connector.IsContactorClosed);
        Assert.AreEqual(ConnectorState.NotCharging, scene.Beats(30)!.Value.State);
        car.PressStart();
        Assert.AreEqual(new Beat(ConnectorState.Starting, 0, 0), scene.Heartbeat());
        Assert.AreEqual(new Beat(ConnectorState.Starting, 600, 519), scene.Beats(30), "stuck");
        scene.Beats(60, HeartbeatCommand.StartLimit, 1600);
        Assert.AreEqual(ConnectorState.Charging, scene.Connector.State);
    }

    [TestMethod]
    public void Start_right_after_stop_goes_on()
    {
        Scene scene = new(Options());
        scene.Charge("tesla", 1600);
        scene.Connector.Car!.PressStop();
        scene.Site.Advance(Micros.PerSecond);
        scene.Connector.Car.PressStart();
        scene.Beats(20);
        Assert.AreEqual(1507, scene.Connector.DrawnCentiamps);
        Assert.AreEqual(1, scene.Connector.ContactorCloseCount);
    }

    [TestMethod]
    public void Unplugging_ends_everything_at_once()
    {
        Scene scene = new(Options());
        scene.Charge("tesla", 1600);
        Car car = scene.Connector.Car!;
        car.Unplug();
        Assert.IsNull(scene.Connector.Car);
        Assert.AreEqual(0, scene.Connector.DrawnCentiamps);
        Assert.AreEqual(0, car.DrawnCentiamps);
        Assert.IsFalse(scene.Connector.IsContactorClosed);
        Assert.AreEqual(ConnectorState.Ready, scene.Connector.State);
        scene.Connector.Plug(car);
        scene.Beats(4);
        Assert.AreEqual(ConnectorState.WantsPower, scene.Connector.State);
    }

    [TestMethod]
    public void A_second_car_does_not_fit()
    {
        Scene scene = new(Options());
        scene.Connector.Plug(Scene.NewCar("tesla"));
        Assert.ThrowsExactly<InvalidOperationException>(
            () => scene.Connector.Plug(Scene.NewCar("fiat")));
    }

    [TestMethod]
    public void A_full_car_shows_03_and_falls_asleep()
    {
        Scene scene = new(Options());
        scene.Connector.Plug(Scene.NewCar("full"));
        Assert.AreEqual(ConnectorState.NotCharging, scene.Beats(59)!.Value.State);
        Assert.AreEqual(ConnectorState.Ready, scene.Beats(2)!.Value.State);
        scene.Beats(60, HeartbeatCommand.InitialLimit, 1600);
        Assert.AreEqual(0, scene.Connector.ContactorCloseCount);
    }

    [TestMethod]
    public void A_car_that_gets_full_stops_by_itself()
    {
        Scene scene = new(Options() with { MeterStartWattHours = 0 });
        scene.Connector.Plug(new Car(new CarOptions { NeededWattHours = 2_000 }));
        scene.Beats(4);
        scene.Beats(4, HeartbeatCommand.InitialLimit, 1600);
        scene.Beats(900, HeartbeatCommand.StartLimit, 1600);
        Assert.AreEqual(ConnectorState.Ready, scene.Connector.State);
        Assert.IsTrue(scene.Connector.Car!.IsFull);
        Assert.IsTrue(scene.Connector.MeterWattHours is >= 2_000 and < 2_010);
        Assert.IsFalse(scene.Connector.IsContactorClosed);
    }

    [TestMethod]
    public void A_scheduled_car_sleeps_and_then_asks()
    {
        Scene scene = new(Options());
        scene.Connector.Plug(Scene.NewCar("scheduled"));
        Assert.AreEqual(ConnectorState.Ready, scene.Beats(3599)!.Value.State);
        Assert.AreEqual(new Beat(ConnectorState.WantsPower, 0, 0), scene.Beats(3));
    }

    [TestMethod]
    public void A_sleeping_car_can_be_woken()
    {
        Scene scene = new(Options());
        scene.Connector.Plug(Scene.NewCar("scheduled"));
        scene.Beats(10);
        scene.Connector.Car!.PressStart();
        Assert.AreEqual(ConnectorState.WantsPower, scene.Heartbeat()!.Value.State);
    }

    [TestMethod]
    public void A_latching_car_sticks_to_6_A_after_a_raise_until_the_limit_is_repeated()
    {
        Scene scene = new(Options());
        scene.Charge("tesla-latch", 1000);
        scene.Heartbeat(HeartbeatCommand.SessionLimit, 1600);
        scene.Beats(300);
        Assert.IsTrue(scene.Connector.Car!.IsLatched);
        Assert.AreEqual(519, scene.Connector.DrawnCentiamps);
        Assert.AreEqual(1600, scene.Connector.AcceptedCentiamps);
        scene.Heartbeat(HeartbeatCommand.SessionLimit, 1600);
        scene.Beats(30);
        Assert.AreEqual(1507, scene.Connector.DrawnCentiamps);
    }

    [TestMethod]
    public void A_repeat_sooner_than_5_s_does_not_free_it()
    {
        Scene scene = new(Options());
        scene.Charge("tesla-latch", 1000);
        scene.Beats(4, HeartbeatCommand.SessionLimit, 1600);
        scene.Beats(30);
        Assert.IsTrue(scene.Connector.Car!.IsLatched);
    }

    [TestMethod]
    [DataRow(3, true)]
    [DataRow(6, false)]
    public void A_spike_frees_a_stubborn_one_if_it_lasts_5_s(int seconds, bool isLatched)
    {
        Scene scene = new(Options());
        CarOptions options = new() { Latch = LatchCure.SpikeOnly };
        scene.Connector.Plug(new Car(options));
        scene.Beats(4);
        scene.Beats(4, HeartbeatCommand.InitialLimit, 1000);
        scene.Beats(20, HeartbeatCommand.StartLimit, 1000);
        scene.Beats(60, HeartbeatCommand.SessionLimit, 1200);
        Assert.AreEqual(519, scene.Connector.DrawnCentiamps, "repeating does not help");
        scene.Beats(seconds, HeartbeatCommand.SessionLimit, 1600);
        scene.Beats(30, HeartbeatCommand.SessionLimit, 1200);
        Assert.AreEqual(isLatched, scene.Connector.Car!.IsLatched);
        Assert.AreEqual(isLatched ? 519 : 1112, scene.Connector.DrawnCentiamps);
    }

    [TestMethod]
    public void Lowering_latches_nobody()
    {
        Scene scene = new(Options());
        scene.Charge("tesla-latch", 1600);
        scene.Beats(10, HeartbeatCommand.SessionLimit, 1000);
        Assert.IsFalse(scene.Connector.Car!.IsLatched);
        Assert.AreEqual(915, scene.Connector.DrawnCentiamps);
    }

    [TestMethod]
    public void A_new_start_is_no_raise()
    {
        Scene scene = new(Options());
        scene.Charge("tesla-latch", 1000);
        scene.Connector.Car!.PressStop();
        scene.Beats(10);
        scene.Connector.Car.PressStart();
        scene.Heartbeat(HeartbeatCommand.StartLimit, 1600);
        scene.Beats(30);
        Assert.AreEqual(1507, scene.Connector.DrawnCentiamps);
    }

    [TestMethod]
    public void Every_kind_has_a_name_and_nothing_else_has()
    {
        string[] expected = ["none", "tesla", "tesla-latch", "fiat", "full", "scheduled"];
        CollectionAssert.AreEquivalent(expected, CarKinds.Names.ToArray());
        Assert.IsTrue(CarKinds.TryCreate("none", out Car? car));
        Assert.IsNull(car);
        Assert.IsFalse(CarKinds.TryCreate("zeppelin", out car));
        Assert.IsNull(car);
    }

    private static ConnectorOptions Options()
    {
        return new ConnectorOptions { Id = Scene.Id };
    }
}
