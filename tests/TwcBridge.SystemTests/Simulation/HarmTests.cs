using TwcBridge.Simulator;

namespace TwcBridge.SystemTests.Simulation;

/// <summary>
/// What forbidden frames do, so that a test can assert that nobody ever sent one.
/// </summary>
[TestClass]
public sealed class HarmTests
{
    [TestMethod]
    [DataRow(Opcodes.WriteSerial, HarmCause.SerialWritten)]
    [DataRow(Opcodes.WriteModel, HarmCause.ModelWritten)]
    [DataRow(Opcodes.Crash, HarmCause.Crashed)]
    [DataRow(Opcodes.Silence, HarmCause.Silenced)]
    [DataRow(Opcodes.DropCharging, HarmCause.ChargingDropped)]
    [DataRow(Opcodes.DebugWrite, HarmCause.DebugWritten)]
    [DataRow(0xFC42, HarmCause.UnlistedCommand)]
    [DataRow(0xFB42, HarmCause.UnlistedCommand)]
    public void A_forbidden_frame_harms_every_connector(int opcode, HarmCause cause)
    {
        Scene scene = new();
        WallConnector second = scene.Site.AddConnector(new ConnectorOptions { Id = 0x1111 });
        scene.Send(scene.Messages.Announce(opcode));
        scene.Site.Advance(Micros.PerSecond);
        Assert.AreEqual(cause, scene.Connector.Harm.Cause);
        Assert.AreEqual(new Harm(cause, opcode, "controller", 18_750), second.Harm);
        Assert.IsTrue(second.IsHarmed);
    }

    [TestMethod]
    public void The_first_harm_is_the_one_that_is_kept()
    {
        Scene scene = new();
        scene.Send(scene.Messages.Announce(Opcodes.DebugWrite));
        scene.Site.Advance(Micros.PerSecond);
        scene.Send(scene.Messages.Announce(Opcodes.WriteSerial));
        scene.Site.Advance(Micros.PerSecond);
        Assert.AreEqual(HarmCause.DebugWritten, scene.Connector.Harm.Cause);
    }

    [TestMethod]
    public void Everything_a_controller_may_send_is_harmless()
    {
        Scene scene = new(new ConnectorOptions { Id = Scene.Id, LinkReadyPeriodMs = 1_000_000 });
        int[] announcements =
        [
            Opcodes.Idle, Opcodes.Unexplained, Opcodes.AskPlugState,
            Opcodes.AskAllSerial, Opcodes.AskAllModel, Opcodes.AskAllFirmware,
        ];
        int[] requests =
        [
            Opcodes.AskMeter, Opcodes.AskVersion, Opcodes.AskSerial, Opcodes.AskVinFirst,
            Opcodes.AskVinSecond, Opcodes.AskVinThird, Opcodes.AskPlugState,
            Opcodes.OpenContactor, Opcodes.CloseContactor,
        ];
        int[] commands = [0x00, 0x05, 0x06, 0x07, 0x08, 0x09];
        foreach (int opcode in announcements)
        {
            scene.Ask(scene.Messages.Announce(opcode));
        }
        foreach (int opcode in requests)
        {
            scene.Ask(scene.Messages.Ask(opcode, Scene.Id));
        }
        foreach (int command in commands)
        {
            scene.Heartbeat(command, 1600);
        }
        scene.Ask(scene.Messages.LinkReady(Opcodes.ControllerLinkReadyFirst));
        scene.Ask(scene.Messages.LinkReady(Opcodes.ControllerLinkReadySecond));
        Assert.IsFalse(scene.Connector.IsHarmed, scene.Connector.Harm.ToString());
    }

    [TestMethod]
    [DataRow(Opcodes.WriteSerial)]
    [DataRow(Opcodes.WriteModel)]
    [DataRow(Opcodes.Crash)]
    public void A_stuck_connector_is_silent_until_it_loses_its_supply(int opcode)
    {
        Scene scene = new();
        scene.Send(scene.Messages.Announce(opcode));
        scene.Site.Advance(60 * Micros.PerSecond);
        Assert.IsTrue(scene.Connector.IsStuck);
        Assert.AreEqual(0, scene.Heard().Count);
        Assert.IsNull(scene.Heartbeat());
        scene.Connector.Reset();
        Assert.IsTrue(scene.Connector.IsStuck);
        scene.Connector.PowerCycle();
        Assert.IsNotNull(scene.Heartbeat());
    }

    [TestMethod]
    public void FC_A1_silences_for_5_s()
    {
        Scene scene = new();
        scene.Heartbeat();
        scene.Send(scene.Messages.Announce(Opcodes.Silence));
        scene.Site.Advance(18_750 + (4700 * Micros.PerMs));
        Assert.IsNull(scene.Heartbeat());
        scene.Site.Advance(Micros.PerSecond);
        Assert.IsNotNull(scene.Heartbeat());
    }

    [TestMethod]
    public void FC_E5_opens_the_contactor_for_3_s()
    {
        Scene scene = new();
        scene.Charge("fiat", 1600);
        scene.Send(scene.Messages.Announce(Opcodes.DropCharging));
        scene.Site.Advance(Micros.PerSecond);
        Assert.IsFalse(scene.Connector.IsContactorClosed);
        scene.Beats(3);
        Assert.AreEqual(ConnectorState.Starting, scene.Connector.State);
    }
}
