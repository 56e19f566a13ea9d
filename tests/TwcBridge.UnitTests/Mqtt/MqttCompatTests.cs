using TwcBridge.Charging;
using TwcBridge.Control;
using TwcBridge.Mqtt;

namespace TwcBridge.UnitTests.Mqtt;

/// <summary>Topics that users of TWCManager and twc-controller have wired.</summary>
[TestClass]
public class MqttCompatTests
{
    [TestMethod]
    public void Is_off_unless_it_is_wanted()
    {
        SurfaceTimeline line = SurfaceTimeline.NewSettled(1);
        line.DeliverTo("TWC/control/chargeNow", "16,3600", false);
        Assert.IsFalse(line.Surface.TryNextCommand(new Command()));
        Assert.IsTrue(line.Published().IndexOf("'code':'unknown_topic'") > 0);
    }

    [TestMethod]
    public void Tells_a_connector_as_twcmanager_does()
    {
        SurfaceTimeline line = Charging(CompatTopics.Twcmanager);
        line.GoOnline();
        Assert.AreEqual("TWC/1A20/ampsInUse = 12.84 r\nTWC/1A20/ampsMax = 32.0 r\n"
            + "TWC/1A20/ampsOffered = 13.0 r\nTWC/1A20/state = 1 r\n"
            + "TWC/1A20/lifetimekWh = 1234 r\nTWC/1A20/voltagePhaseA = 231 r\n"
            + "TWC/1A20/voltagePhaseB =  r\nTWC/1A20/voltagePhaseC =  r\n"
            + "TWC/1A20/carsCharging = 1 r\n", Only(line.Published(), "TWC/"));
    }

    [TestMethod]
    public void Tells_a_connector_as_twc_controller_does()
    {
        SurfaceTimeline line = Charging(CompatTopics.TwcController);
        line.GoOnline();
        const string Id = "twcController/twcs/201a/";
        Assert.AreEqual(Id + "max_allowable_current = 32 r\n" + Id + "actual_current = 12 r\n"
            + Id + "state = 1 r\n" + Id + "total_kwh_delivered = 1234 r\n"
            + Id + "phase_1_voltage = 231 r\n" + Id + "phase_2_voltage =  r\n"
            + Id + "phase_3_voltage =  r\n" + Id + "phase_1_current = 12 r\n"
            + Id + "phase_2_current =  r\n" + Id + "phase_3_current =  r\n"
            + Id + "serial = A17 r\n" + Id + "firmware_version = 4.5.3.0 r\n"
            + Id + "connected_vin = 0 r\n", Only(line.Published(), "twcController/"));
    }

    [TestMethod]
    public void Tells_a_change_once_and_at_most_once_a_second()
    {
        SurfaceTimeline line = Charging(CompatTopics.Twcmanager);
        line.GoOnline();
        line.Published();
        line.Status.Connector(0).OfferedCentiamps = 1600;
        line.TellStatus();
        Assert.AreEqual("", Only(line.Published(), "TWC/"));
        line.At(999);
        Assert.AreEqual("", Only(line.Published(), "TWC/"));
        line.At(1000);
        Assert.AreEqual("TWC/1A20/ampsOffered = 16.0 r\n", Only(line.Published(), "TWC/"));
        line.At(60_000);
        line.TellStatus();
        Assert.AreEqual("", Only(line.Published(), "TWC/"));
    }

    [TestMethod]
    [DataRow(CompatTopics.Twcmanager, "TWC/control/chargeNow", "16,3600", "SetBoost 1600 3600000")]
    [DataRow(CompatTopics.Twcmanager, "TWC/control/chargeNow", " 16.5 , 60 ",
        "SetBoost 1650 60000")]
    [DataRow(CompatTopics.Twcmanager, "TWC/control/chargeNow", "0,60", "EndBoost 0 60000")]
    [DataRow(CompatTopics.Twcmanager, "TWC/control/chargeNowEnd", "", "EndBoost 0 -1")]
    [DataRow(CompatTopics.Twcmanager, "TWC/control/chargeNowEnd", "now", "EndBoost 0 -1")]
    [DataRow(CompatTopics.Twcmanager, "TWC/control/nonScheduledAmpsMax", "13", "SetAmps 1300 -1")]
    [DataRow(CompatTopics.TwcController, "twcController/availableCurrent", "20", "SetAmps 2000 -1")]
    public void Takes_commands_with_our_meaning(
        int project, string topic, string payload, string expected)
    {
        SurfaceTimeline line = Charging(project);
        line.GoOnline();
        line.Published();
        line.DeliverTo(topic, payload, false);
        Command command = line.NextCommand();
        Assert.AreEqual(expected, NameOf(command.Kind) + " "
            + command.Centiamps.ToString() + " " + command.TtlMs.ToString());
        Assert.AreEqual(Command.WholeSite, command.PeripheralId);
        Assert.IsTrue(command.ClampToCeiling);
    }

    [TestMethod]
    [DataRow("TWC/control/chargeNow", "16", "not_a_number")]
    [DataRow("TWC/control/chargeNow", "16,", "not_a_number")]
    [DataRow("TWC/control/chargeNow", ",60", "empty")]
    [DataRow("TWC/control/chargeNow", "16,x", "not_a_number")]
    [DataRow("TWC/control/chargeNow", "16,-60", "not_a_number")]
    [DataRow("TWC/control/chargeNow", "16,86401", "too_large")]
    [DataRow("TWC/control/chargeNow", "-1,60", "negative")]
    [DataRow("TWC/control/stop", "", "unknown_topic")]
    [DataRow("twcController/availableCurrent", "20", "unknown_topic")]
    public void Refuses_what_makes_no_sense(string topic, string payload, string code)
    {
        SurfaceTimeline line = Charging(CompatTopics.Twcmanager);
        line.GoOnline();
        line.Published();
        line.DeliverTo(topic, payload, false);
        string ack = line.Published();
        Assert.IsTrue(ack.IndexOf("'ok':false,'code':'" + code + "'") > 0, ack);
        Assert.IsFalse(line.Surface.TryNextCommand(new Command()));
    }

    [TestMethod]
    public void Refuses_a_command_that_the_broker_kept()
    {
        SurfaceTimeline line = Charging(CompatTopics.Twcmanager);
        line.GoOnline();
        line.DeliverTo("TWC/control/chargeNow", "16,3600", true);
        Assert.IsTrue(line.Published().IndexOf("'code':'retained'") > 0);
    }

    private static SurfaceTimeline Charging(int project)
    {
        SurfaceTimeline line = new SurfaceTimeline(SurfaceTimeline.Base, null, project);
        line.AddConnectors(1);
        ConnectorStatus connector = line.Status.Connector(0);
        connector.ChargerState = 1;
        connector.Charging = true;
        connector.DrawnCentiamps = 1284;
        connector.OfferedCentiamps = 1300;
        connector.EnergyWattHours = 1_234_999;
        connector.Volts[0] = 231;
        connector.CurrentCentiamps[0] = 1250;
        connector.Serial[0] = (byte)'A';
        connector.Serial[1] = (byte)'1';
        connector.Serial[2] = (byte)'7';
        connector.Version[0] = 4;
        connector.Version[1] = 5;
        connector.Version[2] = 3;
        connector.Version[3] = 0;
        line.TellStatus();
        return line;
    }

    private static string NameOf(CommandKind kind)
    {
        return kind == CommandKind.SetBoost ? "SetBoost"
            : kind == CommandKind.EndBoost ? "EndBoost"
            : "SetAmps";
    }

    private static string Only(string lines, string start)
    {
        string only = "";
        int at = 0;
        while (at < lines.Length)
        {
            int end = lines.IndexOf('\n', at) + 1;
            string line = lines.Substring(at, end - at);
            only += line.StartsWith(start) ? line : "";
            at = end;
        }
        return only;
    }
}
