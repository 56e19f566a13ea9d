using TwcBridge.Charging;
using TwcBridge.Control;
using TwcBridge.Mqtt;

namespace TwcBridge.UnitTests.Mqtt;

[TestClass]
public class MqttSurfaceChangeTests
{
    // Each change shows in its own topic at once, and in the state after its pause.
    [TestMethod]
    [DataRow("link", "charger/1a20/availability = offline q1 r\ncharger/1a20/status = F r\n")]
    [DataRow("silence", "")]
    [DataRow("plug", "charger/1a20/status = B r\n")]
    [DataRow("enabled", "charger/1a20/enabled = false r\n")]
    [DataRow("charging", "charger/1a20/status = C r\n")]
    [DataRow("fault", "charger/1a20/status = F r\n")]
    [DataRow("offer", "charger/1a20/offered_amps = 13.25 r\n")]
    [DataRow("drawn", "")]
    [DataRow("accepted", "")]
    [DataRow("requested", "")]
    [DataRow("source", "")]
    [DataRow("min", "")]
    [DataRow("max", "")]
    [DataRow("current", "")]
    [DataRow("volts", "")]
    [DataRow("charger state", "")]
    [DataRow("version", "")]
    [DataRow("serial", "")]
    public void Publishes_what_has_changed_and_nothing_else(string field, string atOnce)
    {
        SurfaceTimeline line = SurfaceTimeline.NewSettled(2);
        Change(line.Status.Connector(0), field);
        line.TellStatus();

        Assert.AreEqual(atOnce, line.Published());
        line.At(999);
        Assert.AreEqual("", line.Published());
        line.At(1000);
        Assert.AreEqual("charger/1a20/state = {} r\n", PublishedLines.Brief(line.Published()));
    }

    [TestMethod]
    [DataRow("role")]
    [DataRow("rival")]
    [DataRow("limit")]
    [DataRow("requested")]
    [DataRow("offered")]
    [DataRow("drawn")]
    [DataRow("source")]
    [DataRow("enabled")]
    public void Publishes_the_box_when_it_has_changed(string field)
    {
        SurfaceTimeline line = SurfaceTimeline.NewSettled(2);
        Change(line.Status, field);
        line.At(1000);
        line.TellStatus();
        Assert.AreEqual("state = {} r\n", PublishedLines.Brief(line.Published()));
    }

    [TestMethod]
    public void Takes_the_passing_of_time_for_no_change()
    {
        SurfaceTimeline line = SurfaceTimeline.NewSettled(1);
        line.At(29_999);
        line.Status.UptimeMs = 29_999;
        line.Status.LeaseLeftMs = 90_000;
        line.Status.FramesReceived = 300;
        line.Status.Connector(0).SilentMs = 640;
        line.Status.Connector(0).LeaseLeftMs = 90_000;
        line.TellStatus();

        Assert.AreEqual("", line.Published());
        Assert.AreEqual(30_000L, line.Surface.NextDueAtMs);
        line.At(30_000);
        Assert.AreEqual(
            "state = {} r\ncharger/1a20/state = {} r\n", PublishedLines.Brief(line.Published()));
    }

    [TestMethod]
    public void Publishes_one_state_a_second_however_often_it_changes()
    {
        SurfaceTimeline line = SurfaceTimeline.NewSettled(1);
        string all = "";
        for (int ms = 10; ms <= 5000; ms += 10)
        {
            line.At(ms);
            line.Status.Connector(0).DrawnCentiamps = ms;
            line.TellStatus();
            all += line.Published();
        }
        Assert.AreEqual(5, PublishedLines.Count(all, "charger/1a20/state"));
        Assert.AreEqual(5, PublishedLines.Count(all, "\n"));
        Assert.IsTrue(all.IndexOf("'drawn_a':50.0,") > 0, "the last is the newest");
    }

    [TestMethod]
    public void Publishes_power_once_a_second_while_it_is_known()
    {
        SurfaceTimeline line = SurfaceTimeline.NewSettled(1);
        ConnectorStatus connector = line.Status.Connector(0);
        connector.CurrentCentiamps[0] = 1000;
        connector.Volts[0] = 230;
        line.TellStatus();
        line.At(999);
        Assert.AreEqual("", line.Published());
        line.At(1000);
        Assert.IsTrue(line.Published().IndexOf("charger/1a20/power = 2300 r\n") >= 0);

        connector.Volts[0] = ConnectorStatus.Unknown;
        line.TellStatus();
        line.At(2000);
        Assert.IsTrue(line.Published().IndexOf("charger/1a20/power =  r\n") >= 0);
    }

    private static void Change(ConnectorStatus connector, string field)
    {
        switch (field)
        {
            case "link": connector.Linked = false; break;
            case "silence":
                connector.Linked = false;
                connector.Silenced = true;
                break;
            case "plug": connector.Connected = true; break;
            case "charging": connector.Charging = true; break;
            case "fault": connector.Fault = ConnectorFault.ReportsError; break;
            case "enabled": connector.Enabled = false; break;
            case "offer": connector.OfferedCentiamps = 1325; break;
            case "drawn": connector.DrawnCentiamps = 1; break;
            case "accepted": connector.AcceptedCentiamps = 1; break;
            case "requested": connector.RequestedCentiamps = 1; break;
            case "source": connector.Source = ClaimSource.Command; break;
            case "min": connector.MinCentiamps = 500; break;
            case "max": connector.MaxCentiamps = 1600; break;
            case "current": connector.CurrentCentiamps[2] = 1; break;
            case "volts": connector.Volts[2] = 1; break;
            case "charger state": connector.ChargerState = 5; break;
            case "version": connector.Version[1] = 1; break;
            case "serial": connector.Serial[0] = (byte)'A'; break;
        }
    }

    private static void Change(BoxStatus status, string field)
    {
        switch (field)
        {
            case "role": status.Role++; break;
            case "rival": status.RivalId = 1; break;
            case "limit": status.SiteLimitCentiamps = 1; break;
            case "requested": status.RequestedCentiamps = 1; break;
            case "offered": status.OfferedCentiamps = 1; break;
            case "drawn": status.DrawnCentiamps = 1; break;
            case "source": status.Source = ClaimSource.Command; break;
            case "enabled": status.Enabled = true; break;
        }
    }
}
