using System.Linq;
using TwcBridge.Simulator;

namespace TwcBridge.SystemTests.Simulation;

/// <summary>
/// The course of a session on the wire: who asks, which limits are taken, what is echoed.
/// </summary>
[TestClass]
public sealed class SessionTests
{
    [TestMethod]
    [DataRow(1)]
    [DataRow(2)]
    public void A_session_asks_twice_before_it_charges(int protocol)
    {
        Scene scene = new(Options(protocol));
        Assert.AreEqual(new Beat(ConnectorState.Ready, 0, 0), scene.Heartbeat());
        scene.Connector.Plug(Scene.NewCar("tesla"));
        Assert.AreEqual(new Beat(ConnectorState.WantsPower, 0, 0), scene.Beats(10), "it waits");
        Assert.AreEqual(
            new Beat(ConnectorState.WantsPower, 1600, 0),
            scene.Heartbeat(HeartbeatCommand.InitialLimit, 1600));
        scene.Site.Advance(2 * Micros.PerSecond);
        Assert.AreEqual(
            new Beat(ConnectorState.Starting, 0, 0), scene.Heartbeat(), "the limit is forgotten");
        Assert.IsFalse(scene.Connector.IsContactorClosed);
        scene.Heartbeat(HeartbeatCommand.StartLimit, 1600);
        Assert.IsTrue(scene.Connector.IsContactorClosed);
        Beat? last = scene.Beats(60);
        Assert.AreEqual(ConnectorState.Charging, last!.Value.State);
        Assert.AreEqual(1600, last.Value.AcceptedCentiamps);
        Assert.AreEqual(1507, last.Value.DrawnCentiamps);
        Assert.AreEqual(1, scene.Connector.ContactorCloseCount);
    }

    [TestMethod]
    public void Without_forgetting_one_limit_is_enough()
    {
        Scene scene = new(Options(2) with { ForgetsLimitAtStart = false });
        scene.Connector.Plug(Scene.NewCar("tesla"));
        scene.Beats(4);
        scene.Heartbeat(HeartbeatCommand.InitialLimit, 1600);
        Assert.AreEqual(ConnectorState.Charging, scene.Beats(20)!.Value.State);
    }

    [TestMethod]
    public void Unanswered_in_08_protocol_2_draws_the_floor_and_stays_there()
    {
        Scene scene = new(Options(2));
        scene.Connector.Plug(Scene.NewCar("tesla"));
        scene.Beats(4);
        scene.Heartbeat(HeartbeatCommand.InitialLimit, 3200);
        Assert.AreEqual(new Beat(ConnectorState.Starting, 600, 519), scene.Beats(600));
        scene.Heartbeat(HeartbeatCommand.StartLimit, 3200);
        Assert.AreEqual(new Beat(ConnectorState.Charging, 3200, 3088), scene.Beats(60));
    }

    [TestMethod]
    public void Unanswered_in_08_protocol_1_waits_at_zero()
    {
        Scene scene = new(Options(1));
        scene.Connector.Plug(Scene.NewCar("tesla"));
        scene.Beats(4);
        scene.Heartbeat(HeartbeatCommand.InitialLimit, 3200);
        Assert.AreEqual(new Beat(ConnectorState.Starting, 0, 0), scene.Beats(600));
        Assert.IsFalse(scene.Connector.IsContactorClosed);
    }

    [TestMethod]
    public void State_05_shows_while_the_contactor_moves()
    {
        Scene scene = new(Options(2));
        scene.Charge("tesla", 1600);
        scene.Connector.Unplug();
        Assert.AreEqual(ConnectorState.Busy, scene.Heartbeat()!.Value.State);
        scene.Site.Advance(Micros.PerSecond);
        Assert.AreEqual(new Beat(ConnectorState.Ready, 1600, 0), scene.Heartbeat());
        Assert.IsFalse(scene.Connector.IsContactorClosed);
    }

    [TestMethod]
    public void A_constant_offset_is_reported_but_not_drawn()
    {
        Scene scene = new(Options(1) with { CurrentOffsetCentiamps = 25 });
        Assert.AreEqual(25, scene.Heartbeat()!.Value.DrawnCentiamps);
        Assert.AreEqual(0, scene.Connector.DrawnCentiamps);
        Assert.AreEqual(0, scene.Site.DrawnCentiamps);
    }

    [TestMethod]
    public void Zero_on_protocol_1_stops_a_Tesla_and_a_limit_starts_it_again()
    {
        Scene scene = new(Options(1));
        scene.Charge("tesla", 1600);
        scene.Beats(20, HeartbeatCommand.InitialLimit, 0);
        Assert.AreEqual(ConnectorState.NotCharging, scene.Connector.State);
        Assert.IsFalse(scene.Connector.IsContactorClosed);
        int closings = scene.Connector.ContactorCloseCount;
        scene.Beats(10, HeartbeatCommand.InitialLimit, 0);
        Assert.AreEqual(closings, scene.Connector.ContactorCloseCount);
        scene.Beats(40, HeartbeatCommand.InitialLimit, 1600);
        Assert.AreEqual(ConnectorState.Charging, scene.Connector.State);
        Assert.AreEqual(1507, scene.Connector.DrawnCentiamps);
    }

    [TestMethod]
    public void Heartbeats_without_a_limit_at_zero_make_the_relay_chatter()
    {
        Scene scene = new(Options(1));
        scene.Charge("tesla", 1600);
        scene.Beats(20, HeartbeatCommand.InitialLimit, 0);
        int closings = scene.Connector.ContactorCloseCount;
        scene.Beats(10);
        Assert.AreEqual(closings + 10, scene.Connector.ContactorCloseCount);
        Assert.AreEqual(0, scene.Connector.DrawnCentiamps);
    }

    [TestMethod]
    [DataRow(1, "fiat")]
    [DataRow(2, "tesla")]
    [DataRow(2, "fiat")]
    public void Zero_stops_nobody_else(int protocol, string kind)
    {
        Scene scene = new(Options(protocol));
        scene.Charge(kind, 1600);
        int command =
            protocol == 2 ? HeartbeatCommand.SessionLimit : HeartbeatCommand.InitialLimit;
        scene.Beats(60, command, 0);
        Assert.AreEqual(519, scene.Connector.DrawnCentiamps, "6 A");
    }

    [TestMethod]
    [DataRow("tesla", true)]
    [DataRow("fiat", false)]
    public void An_ordered_opening_offends_some_cars(string kind, bool hasFailed)
    {
        Scene scene = new(Options(2));
        scene.Charge(kind, 1600);
        Assert.AreEqual(
            "FDB28204" + new string('0', 22) + "38",
            scene.Ask(scene.Messages.Ask(Opcodes.OpenContactor, Scene.Id)));
        Assert.IsFalse(scene.Connector.IsContactorClosed);
        Assert.AreEqual(0, scene.Connector.DrawnCentiamps);
        scene.Beats(60, HeartbeatCommand.SessionLimit, 1600);
        Assert.AreEqual(ConnectorState.NotCharging, scene.Connector.State, "no limit closes it");

        string? acknowledged = scene.Ask(scene.Messages.Ask(Opcodes.CloseContactor, Scene.Id));
        Assert.AreEqual("FDB18204", acknowledged![..8]);
        scene.Beats(60, HeartbeatCommand.StartLimit, 1600);
        Assert.AreEqual(hasFailed, scene.Connector.Car!.HasFailed);
        Assert.AreEqual(!hasFailed, scene.Connector.State == ConnectorState.Charging);
        Assert.AreEqual(hasFailed ? 0 : 1507, scene.Connector.DrawnCentiamps);

        scene.Connector.Unplug();
        scene.Charge(kind, 1600);
    }

    [TestMethod]
    public void No_driver_undoes_an_ordered_opening()
    {
        Scene scene = new(Options(2));
        scene.Charge("fiat", 1600);
        scene.Ask(scene.Messages.Ask(Opcodes.OpenContactor, Scene.Id));
        scene.Connector.Car!.PressStop();
        scene.Beats(5);
        scene.Connector.Car.PressStart();
        scene.Beats(60, HeartbeatCommand.StartLimit, 1600);
        Assert.IsFalse(scene.Connector.IsContactorClosed);

        scene.Ask(scene.Messages.Ask(Opcodes.CloseContactor, Scene.Id));
        scene.Beats(60, HeartbeatCommand.StartLimit, 1600);
        Assert.AreEqual(ConnectorState.Charging, scene.Connector.State);
    }

    [TestMethod]
    public void Contactor_orders_to_another_one_or_old_firmware_do_nothing()
    {
        Scene scene = new(Options(2));
        scene.Charge("fiat", 1600);
        Assert.IsNull(scene.Ask(scene.Messages.Ask(Opcodes.OpenContactor, 0x1111)));
        Assert.IsTrue(scene.Connector.IsContactorClosed);

        scene = new Scene(Options(2) with { Firmware = new FirmwareVersion(4, 4, 13, 0) });
        scene.Charge("fiat", 1600);
        Assert.IsNull(scene.Ask(scene.Messages.Ask(Opcodes.OpenContactor, Scene.Id)));
        Assert.IsTrue(scene.Connector.IsContactorClosed);
    }

    [TestMethod]
    [DataRow(0x04, true)]
    [DataRow(0x10, false)]
    public void Command_02_latches_an_error_that_is_told_once(int errors, bool isResetEnough)
    {
        Scene scene = new(Options(2));
        scene.Charge("tesla", 1600);
        Beat? beat = scene.Heartbeat(HeartbeatCommand.Error, errors << 8);
        Assert.AreEqual(ConnectorState.Error, beat!.Value.State);
        Assert.IsNull(scene.Beats(60));
        Assert.IsFalse(scene.Connector.IsContactorClosed);
        Assert.IsFalse(scene.Heard().Any());
        Assert.AreEqual(HarmCause.ErrorLatched, scene.Connector.Harm.Cause);

        scene.Connector.Reset();
        scene.Site.Advance(10 * Micros.PerSecond);
        Assert.AreEqual(isResetEnough, !scene.Connector.IsStuck);
        Assert.AreEqual(isResetEnough, scene.Heartbeat() is not null);
        scene.Connector.PowerCycle();
        scene.Site.Advance(10 * Micros.PerSecond);
        Assert.IsNotNull(scene.Heartbeat());
        Assert.IsTrue(scene.Connector.IsHarmed, "harm is not forgotten");
    }

    private static ConnectorOptions Options(int protocol)
    {
        return new ConnectorOptions { Id = Scene.Id, Protocol = protocol };
    }
}
