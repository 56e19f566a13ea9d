using TwcBridge.Simulator;

namespace TwcBridge.SystemTests.Simulation;

/// <summary>
/// Which limits a connector takes, what it makes of them, and how it echoes them.
/// </summary>
[TestClass]
public sealed class LimitTests
{
    [TestMethod]
    [DataRow(2, "unplugged", HeartbeatCommand.InitialLimit, true)]
    [DataRow(2, "unplugged", HeartbeatCommand.StartLimit, false)]
    [DataRow(2, "unplugged", HeartbeatCommand.SessionLimit, false)]
    [DataRow(2, "asking", HeartbeatCommand.InitialLimit, true)]
    [DataRow(2, "asking", HeartbeatCommand.StartLimit, false)]
    [DataRow(2, "asking", HeartbeatCommand.SessionLimit, true)]
    [DataRow(2, "asking", HeartbeatCommand.Raise, false)]
    [DataRow(2, "charging", HeartbeatCommand.InitialLimit, false)]
    [DataRow(2, "charging", HeartbeatCommand.StartLimit, false)]
    [DataRow(2, "charging", HeartbeatCommand.SessionLimit, true)]
    [DataRow(1, "unplugged", HeartbeatCommand.InitialLimit, true)]
    [DataRow(1, "asking", HeartbeatCommand.InitialLimit, true)]
    [DataRow(1, "charging", HeartbeatCommand.InitialLimit, true)]
    [DataRow(1, "charging", HeartbeatCommand.SessionLimit, false)]
    [DataRow(1, "charging", HeartbeatCommand.Raise, false)]
    public void Takes_a_limit_only_where_the_rules_allow(
        int protocol, string when, int command, bool isTaken)
    {
        Scene scene = new(Options(protocol));
        if (when == "asking")
        {
            scene.Connector.Plug(Scene.NewCar("tesla"));
            scene.Beats(4);
        }
        else if (when == "charging")
        {
            scene.Charge("tesla", 1600);
        }
        int before = scene.Connector.AcceptedCentiamps;
        scene.Heartbeat(command, 1200);
        Assert.AreEqual(isTaken ? 1200 : before, scene.Connector.AcceptedCentiamps);
    }

    [TestMethod]
    public void A_start_limit_is_taken_in_08()
    {
        foreach (int command in new[] { 0x05, 0x08, 0x09 })
        {
            Scene scene = new(Options(2));
            scene.Connector.Plug(Scene.NewCar("tesla"));
            scene.Beats(3);
            scene.Beats(4, HeartbeatCommand.InitialLimit, 1000);
            scene.Heartbeat(command, 1200);
            Assert.AreEqual(1200, scene.Connector.AcceptedCentiamps, $"{command:X2}");
        }
    }

    [TestMethod]
    [DataRow(2, 0, 600)]
    [DataRow(2, 1, 600)]
    [DataRow(2, 599, 600)]
    [DataRow(2, 600, 600)]
    [DataRow(2, 601, 601)]
    [DataRow(2, 3201, 3201)]
    [DataRow(2, 0xFFFF, 0xFFFF)]
    [DataRow(1, 0, 0)]
    [DataRow(1, 499, 499)]
    [DataRow(1, 0xFFFF, 0xFFFF)]
    public void Mirrors_any_limit_but_protocol_2_knows_nothing_below_6_A(
        int protocol, int sent, int accepted)
    {
        Scene scene = new(Options(protocol));
        scene.Charge("tesla", 1600);
        int command =
            protocol == 2 ? HeartbeatCommand.SessionLimit : HeartbeatCommand.InitialLimit;
        Beat? beat = scene.Heartbeat(command, sent);
        Assert.AreEqual(accepted, beat!.Value.AcceptedCentiamps);
        Assert.AreEqual(accepted, scene.Connector.AcceptedCentiamps);
    }

    [TestMethod]
    [DataRow(1)]
    [DataRow(3)]
    public void A_session_limit_is_echoed_for_some_beats(int beats)
    {
        Scene scene = new(Options(2) with { EchoBeats = beats });
        scene.Charge("tesla", 1600);
        Beat? beat = scene.Heartbeat(HeartbeatCommand.SessionLimit, 1200);
        for (int count = 0; count < beats; count++)
        {
            Assert.AreEqual(ConnectorState.LimitEcho, beat!.Value.State, $"beat {count}");
            Assert.AreEqual(1200, beat.Value.AcceptedCentiamps);
            Assert.AreEqual(ConnectorState.Charging, scene.Connector.State);
            beat = scene.Heartbeat();
        }
        Assert.AreEqual(ConnectorState.Charging, beat!.Value.State);
    }

    [TestMethod]
    [DataRow(true, ConnectorState.LimitEcho)]
    [DataRow(false, ConnectorState.Charging)]
    public void Repeated_limits_are_echoed_if_wanted(bool echoes, ConnectorState expected)
    {
        Scene scene = new(Options(2) with { EchoesRepeatedLimits = echoes, EchoBeats = 1 });
        scene.Charge("tesla", 1600);
        scene.Heartbeat(HeartbeatCommand.SessionLimit, 1200);
        for (int beat = 0; beat < 5; beat++)
        {
            Beat? answer = scene.Heartbeat(HeartbeatCommand.SessionLimit, 1200);
            Assert.AreEqual(expected, answer!.Value.State);
        }
    }

    [TestMethod]
    public void A_raise_shows_06_for_44_s_then_0A_and_stays()
    {
        Scene scene = new(Options(2));
        scene.Charge("tesla", 1600);
        Beat? beat = scene.Beats(44, HeartbeatCommand.Raise);
        Assert.AreEqual(ConnectorState.RaiseEcho, beat!.Value.State);
        int raised = beat.Value.AcceptedCentiamps;
        Assert.AreEqual(1600 + (44 * 200), raised, "each one raises");

        scene = new Scene(Options(2));
        scene.Charge("tesla", 1600);
        scene.Beats(1, HeartbeatCommand.Raise);
        Assert.AreEqual(ConnectorState.RaiseEcho, scene.Beats(43)!.Value.State);
        Assert.AreEqual(ConnectorState.AdjustmentOver, scene.Beats(1)!.Value.State);
        Assert.AreEqual(new Beat(ConnectorState.Charging, 1800, 1705), scene.Beats(5));
    }

    [TestMethod]
    public void A_lower_shows_07_is_taken_back_after_10_s_and_ends_with_0A()
    {
        Scene scene = new(Options(2));
        scene.Charge("tesla", 1600);
        scene.Beats(1, HeartbeatCommand.Lower);
        Beat? beat = scene.Beats(9);
        Assert.AreEqual(ConnectorState.LowerEcho, beat!.Value.State);
        Assert.AreEqual(1400, beat.Value.AcceptedCentiamps);
        beat = scene.Beats(2);
        Assert.AreEqual(ConnectorState.LowerEcho, beat!.Value.State);
        Assert.AreEqual(1600, beat.Value.AcceptedCentiamps);
        Assert.AreEqual(ConnectorState.AdjustmentOver, scene.Beats(2)!.Value.State);
        Assert.AreEqual(ConnectorState.Charging, scene.Beats(3)!.Value.State);
    }

    private static ConnectorOptions Options(int protocol)
    {
        return new ConnectorOptions { Id = Scene.Id, Protocol = protocol };
    }
}
