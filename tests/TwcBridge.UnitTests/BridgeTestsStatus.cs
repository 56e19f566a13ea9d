using TwcBridge.Bus;
using TwcBridge.Charging;
using TwcBridge.Control;
using TwcBridge.UnitTests.Support;

namespace TwcBridge.UnitTests;

/// <summary>What the whole core tells of connectors that stop, vanish and come back.</summary>
[TestClass]
public class BridgeTestsStatus
{
    private const int Unknown = ConnectorStatus.Unknown;

    private readonly BoxStatus _status = new BoxStatus();

    [TestMethod]
    public void A_car_behind_an_open_contactor_does_not_charge()
    {
        BridgeRig rig = new BridgeRig(16, StopMode.Contactor, 2);
        rig.Pass(60);
        Assert.AreEqual("C", Letter(rig));
        rig.SetEnabled(0, false);
        rig.Pass(70);
        ConnectorStatus connector = Look(rig);
        Assert.AreEqual(0, connector.DrawnCentiamps);
        Assert.IsFalse(connector.Charging);
        Assert.AreEqual("B", StatusWriter.Letter(connector));
        Assert.AreNotEqual("charging", StatusWriter.StatusText(connector));
        rig.SetEnabled(0, true);
        rig.Pass(70);
        Assert.AreEqual("C", Letter(rig));
    }

    [TestMethod]
    public void A_connector_that_is_silenced_on_purpose_has_no_fault()
    {
        BridgeRig rig = new BridgeRig(16, StopMode.Silence, 2);
        rig.Pass(60);
        rig.SetEnabled(0, false);
        int secondsOff = 0;
        for (int i = 0; i < 150; i++)
        {
            rig.Pass(1);
            ConnectorStatus connector = Look(rig);
            Assert.AreNotEqual("F", StatusWriter.Letter(connector));
            if (!connector.Linked)
            {
                Assert.AreEqual("B", StatusWriter.Letter(connector));
                Assert.AreEqual("paused by silence", StatusWriter.StatusText(connector));
                secondsOff++;
            }
        }
        Assert.IsTrue(secondsOff > 30, secondsOff.ToString());
        rig.SetEnabled(0, true);
        rig.Pass(90);
        Assert.AreEqual("C", Letter(rig));
    }

    [TestMethod]
    public void A_silenced_connector_that_announces_itself_no_more_has_gone()
    {
        BridgeRig rig = new BridgeRig(16, StopMode.Silence, 2);
        rig.Pass(120);
        rig.SetEnabled(0, false);
        rig.Pass(45);
        Assert.AreEqual("B", Letter(rig));
        rig.Fakes[0].IsOff = true;
        rig.Pass(45);
        Assert.AreEqual("F", Letter(rig));
        Assert.AreEqual("not answering", StatusWriter.StatusText(Look(rig)));
    }

    [TestMethod]
    public void Whoever_stopped_answering_draws_nothing_that_is_known()
    {
        BridgeRig rig = new BridgeRig(16, StopMode.Minimum, 2);
        rig.Pass(60);
        Assert.IsTrue(Look(rig).Volts[0] > 0);
        rig.Fakes[0].IsOff = true;
        rig.Pass(30);
        ConnectorStatus connector = Look(rig);
        Assert.IsFalse(connector.Linked);
        for (int i = 0; i < ConnectorStatus.PhaseCount; i++)
        {
            Assert.AreEqual(Unknown, connector.Volts[i]);
            Assert.AreEqual(Unknown, connector.CurrentCentiamps[i]);
        }
        Assert.AreEqual(Unknown, StatusWriter.PowerWatts(connector));
        Assert.AreEqual(Unknown, connector.DrawnCentiamps);
        Assert.IsTrue(connector.SilentMs >= 26000, connector.SilentMs.ToString());
    }

    [TestMethod]
    public void Volts_from_before_a_lost_link_are_not_shown_after_it()
    {
        BridgeRig rig = new BridgeRig(16, StopMode.Minimum, 2);
        rig.Pass(60);
        rig.Fakes[0].IsOff = true;
        rig.Pass(30);
        rig.Fakes[0].UnknownQuery = 0xEB;
        rig.Fakes[0].IsOff = false;
        rig.Pass(30);
        Assert.IsTrue(Look(rig).Linked);
        Assert.AreEqual(Unknown, Look(rig).Volts[0]);
    }

    [TestMethod]
    public void A_link_that_came_back_has_the_car_that_it_had()
    {
        BridgeRig rig = new BridgeRig(16, StopMode.Minimum, 2);
        rig.Pass(60);
        rig.Fakes[0].IsOff = true;
        rig.Pass(30);
        rig.Fakes[0].IsOff = false;
        for (int i = 0; i < 300; i++)
        {
            rig.Bus.Run(rig.NowMs + 50);
            ConnectorStatus connector = Look(rig);
            if (connector.Linked)
            {
                Assert.AreNotEqual("A", StatusWriter.Letter(connector));
                Assert.AreNotEqual("F", StatusWriter.Letter(connector));
            }
        }
        Assert.AreEqual("C", Letter(rig));
    }

    [TestMethod]
    public void The_place_of_another_controller_is_taken_when_the_owner_says_so()
    {
        BridgeTurns turns = new BridgeTurns(new BridgeOptions(), 0);
        Timeline timeline = new Timeline(turns, 0);
        Assert.AreEqual(CommandCode.NoRival, TakeOver(turns.Bridge, 0));
        timeline.Hear(100, "FCE1 9999 55 0000 /16");
        timeline.Hear(200, "FCE1 9999 55 0000 /16");
        timeline.Pass(300);
        Assert.AreEqual(BusRole.StandingDown, turns.Bridge.Bus.Rivals.Role);
        Assert.AreEqual(CommandCode.Applied, TakeOver(turns.Bridge, 300));
        Assert.AreEqual(BusRole.Listening, turns.Bridge.Bus.Rivals.Role);
        Assert.AreEqual(CommandCode.NoRival, TakeOver(turns.Bridge, 301));
        turns.Bridge.CopyStatusTo(_status, 301);
        Assert.AreEqual(1, _status.TakeOvers);
    }

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public void A_vin_is_told_only_when_the_owner_wants_it(bool tellsVin)
    {
        BridgeRig rig = new BridgeRig(16, StopMode.Minimum, 2);
        rig.Options.TellsVin = tellsVin;
        rig.Fakes[0].Vin = "5YJSA1E26HF000337";
        rig.Pass(120);
        Assert.AreEqual(tellsVin ? 17 : 0, Look(rig).KnownVinLength);
    }

    [TestMethod]
    public void A_boost_shows_everywhere_and_ends_by_itself()
    {
        BridgeRig rig = new BridgeRig(16, StopMode.Minimum, 2);
        rig.Options.Charging.DefaultCentiamps = 600;
        rig.Pass(60);
        Command boost = new Command { Kind = CommandKind.SetBoost, Centiamps = 1600 };
        boost.TtlMs = 120_000;
        rig.Bridge.OnCommand(boost, rig.Result, rig.NowMs);
        rig.Pass(60);
        ConnectorStatus connector = Look(rig);
        Assert.AreEqual("16", rig.Told);
        Assert.AreEqual(ClaimSource.Boost, connector.Source);
        Assert.AreEqual(60_000L, connector.LeaseLeftMs);
        Assert.AreEqual(1600, _status.BoostCentiamps);
        Assert.AreEqual(60_000L, _status.BoostLeftMs);
        rig.Pass(90);
        Look(rig);
        Assert.AreEqual("6", rig.Told);
        Assert.AreEqual(Unknown, _status.BoostCentiamps);
    }

    private static CommandCode TakeOver(Bridge bridge, long nowMs)
    {
        CommandResult result = new CommandResult();
        bridge.OnCommand(new Command { Kind = CommandKind.TakeOver }, result, nowMs);
        return result.Code;
    }

    private ConnectorStatus Look(BridgeRig rig)
    {
        rig.Bridge.CopyStatusTo(_status, rig.NowMs);
        return _status.Connector(0);
    }

    private string Letter(BridgeRig rig)
    {
        return StatusWriter.Letter(Look(rig));
    }
}
