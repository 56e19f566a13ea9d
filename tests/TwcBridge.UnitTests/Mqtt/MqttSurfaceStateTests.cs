using TwcBridge.Charging;
using TwcBridge.Control;
using TwcBridge.Mqtt;
using TwcBridge.UnitTests.Control;

namespace TwcBridge.UnitTests.Mqtt;

[TestClass]
public class MqttSurfaceStateTests
{
    private const string Announcement =
        "availability = online q1 r\n"
        + "state = {} r\n"
        + "charger/1a20/availability = online q1 r\n"
        + "charger/1a20/status = A r\n"
        + "charger/1a20/enabled = true r\n"
        + "charger/1a20/offered_amps = 0.0 r\n"
        + "charger/1a20/power =  r\n"
        + "charger/1a20/state = {} r\n";

    [TestMethod]
    public void Names_the_will_and_the_commands_to_the_broker()
    {
        MqttOptions options = new MqttOptions();
        MqttTopics.Complete(options, Wire.Text("twcbridge/a1b2c3"));

        Assert.AreEqual("twcbridge/a1b2c3/availability", Text(options.WillTopic));
        Assert.AreEqual("offline", Text(options.WillPayload));
        Assert.AreEqual(4, options.Subscriptions.Length);
        Assert.AreEqual("twcbridge/a1b2c3/set_amps", Text(options.Subscriptions[0]));
        Assert.AreEqual("twcbridge/a1b2c3/enabled/set", Text(options.Subscriptions[1]));
        Assert.AreEqual("twcbridge/a1b2c3/charger/+/set_amps", Text(options.Subscriptions[2]));
        Assert.AreEqual("twcbridge/a1b2c3/charger/+/enabled/set", Text(options.Subscriptions[3]));
    }

    [TestMethod]
    public void Announces_everything_when_it_comes_online()
    {
        SurfaceTimeline line = new SurfaceTimeline();
        line.AddConnectors(1);
        line.TellStatus();
        line.GoOnline();
        Assert.AreEqual(Announcement, PublishedLines.Brief(line.Published()));
    }

    [TestMethod]
    public void Announces_everything_again_in_the_next_connection()
    {
        SurfaceTimeline line = SurfaceTimeline.NewSettled(1);
        Assert.AreEqual("", line.Published());

        line.Session.OnDisconnected(line.NowMs);
        Assert.AreEqual("", line.Published());
        line.GoOnline();

        Assert.AreEqual(Announcement, PublishedLines.Brief(line.Published()));
    }

    [TestMethod]
    public void Says_only_that_it_is_online_until_the_first_status()
    {
        SurfaceTimeline line = new SurfaceTimeline();
        line.GoOnline();
        Assert.AreEqual("availability = online q1 r\n", line.Published());
    }

    [TestMethod]
    public void Says_on_leaving_that_it_is_offline()
    {
        SurfaceTimeline line = SurfaceTimeline.NewSettled(1);

        Assert.IsTrue(line.Surface.TryLeave(line.NowMs));

        Assert.AreEqual("availability = offline r\n", line.Published());
        Assert.AreEqual((int)MqttCloseReason.Left, (int)line.Session.CloseReason);
    }

    [TestMethod]
    public void Does_not_leave_without_a_word()
    {
        SurfaceTimeline line = SurfaceTimeline.NewSettled(1);
        while (line.Session.TryPublish(Publications.Sized(1, 0), 0))
        {
        }
        Assert.IsFalse(line.Surface.TryLeave(line.NowMs));
        Assert.IsTrue(line.Session.IsOnline);
    }

    // Each change shows in its own topic at once, and in the state after its pause.
    [TestMethod]
    [DataRow("link", "charger/1a20/availability = offline q1 r\ncharger/1a20/status = F r\n")]
    [DataRow("plug", "charger/1a20/status = B r\n")]
    [DataRow("enabled", "charger/1a20/enabled = false r\n")]
    [DataRow("offer", "charger/1a20/offered_amps = 13.25 r\n")]
    [DataRow("drawn", "")]
    [DataRow("accepted", "")]
    [DataRow("requested", "")]
    [DataRow("source", "")]
    [DataRow("min", "")]
    [DataRow("max", "")]
    [DataRow("current", "")]
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
        Assert.IsTrue(all.IndexOf("\"drawn_a\":50.0,") > 0, "the last is the newest");
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

    [TestMethod]
    public void Announces_a_connector_that_appears_later()
    {
        SurfaceTimeline line = SurfaceTimeline.NewSettled(1);
        line.At(1000);
        line.AddConnectors(1);
        line.TellStatus();
        Assert.AreEqual(
            "charger/1a21/availability = online q1 r\n"
            + "charger/1a21/status = A r\n"
            + "charger/1a21/enabled = true r\n"
            + "charger/1a21/offered_amps = 0.0 r\n"
            + "charger/1a21/power =  r\n"
            + "charger/1a21/state = {} r\n"
            + "state = {} r\n",
            PublishedLines.Brief(line.Published()));
    }

    [TestMethod]
    public void Publishes_one_message_a_turn()
    {
        SurfaceTimeline line = new SurfaceTimeline();
        line.AddConnectors(8);
        line.TellStatus();
        line.GoOnline();
        for (int turn = 1; turn <= 5; turn++)
        {
            line.Surface.OnTime(0);
            Assert.AreEqual((long)turn, line.Session.Counters.Published);
        }
    }

    [TestMethod]
    public void Waits_a_tenth_of_a_second_when_the_session_has_no_room()
    {
        SurfaceTimeline line = SurfaceTimeline.NewSettled(1);
        while (line.Session.TryPublish(Publications.Sized(1, 0), 0))
        {
        }
        line.Status.Connector(0).Enabled = false;
        line.TellStatus();

        Assert.IsTrue(line.Surface.NextDueAtMs <= 0);
        line.Surface.OnTime(0);
        Assert.AreEqual(100L, line.Surface.NextDueAtMs);
        line.Session.OnSent(line.Session.OutputLength, 0);

        line.At(99);
        Assert.AreEqual("", line.Published());
        line.At(100);
        Assert.AreEqual("charger/1a20/enabled = false r\n", line.Published());
    }

    [TestMethod]
    public void Lets_a_slow_broker_hear_of_all_connectors_alike()
    {
        SurfaceTimeline line = SurfaceTimeline.NewSettled(BoxStatus.MaxConnectors);
        string all = "";
        for (int second = 1; second <= 24; second++)
        {
            for (int i = 0; i < BoxStatus.MaxConnectors; i++)
            {
                line.Status.Connector(i).DrawnCentiamps = second;
            }
            line.TellStatus();
            line.Surface.OnTime(1000 * second);     // Only one turn in each second.
            line.At(1000 * second);
            all += line.TakeOutput();
        }
        for (int i = 0; i < BoxStatus.MaxConnectors; i++)
        {
            string topic = "charger/1a2" + i.ToString() + "/state";
            Assert.AreEqual(3, PublishedLines.Count(all, topic), topic);
        }
    }

    [TestMethod]
    public void Has_room_for_the_largest_states_below_the_longest_base()
    {
        SurfaceTimeline line = new SurfaceTimeline(
            SurfaceTimeline.Base + TestText.Repeat("x", 32));
        BoxStatus status = StatusExtremes.Box();
        for (int i = 0; i < BoxStatus.MaxConnectors; i++)
        {
            status.Connector(i).CopyFrom(StatusExtremes.Connector());
        }
        BoxFacts extreme = StatusExtremes.Facts();
        line.Facts.BoxId = extreme.BoxId;
        line.Facts.FirmwareVersion = extreme.FirmwareVersion;
        line.Facts.UnixSeconds = extreme.UnixSeconds;
        line.Facts.MqttReconnects = extreme.MqttReconnects;
        line.Facts.HeapFreeBytes = extreme.HeapFreeBytes;
        line.Facts.WifiRssiDbm = extreme.WifiRssiDbm;
        line.Surface.OnStatus(status);
        line.GoOnline();

        string all = line.Published();

        Assert.AreEqual(2 + (6 * BoxStatus.MaxConnectors), PublishedLines.Count(all, "\n"));
        Assert.AreEqual(0L, line.Session.Counters.Refused);
    }

    private static void Change(ConnectorStatus connector, string field)
    {
        switch (field)
        {
            case "link": connector.Linked = false; break;
            case "plug": connector.Connected = true; break;
            case "enabled": connector.Enabled = false; break;
            case "offer": connector.OfferedCentiamps = 1325; break;
            case "drawn": connector.DrawnCentiamps = 1; break;
            case "accepted": connector.AcceptedCentiamps = 1; break;
            case "requested": connector.RequestedCentiamps = 1; break;
            case "source": connector.Source = ClaimSource.Command; break;
            case "min": connector.MinCentiamps = 500; break;
            case "max": connector.MaxCentiamps = 1600; break;
            case "current": connector.CurrentCentiamps[2] = 1; break;
            case "version": connector.Version[1] = 1; break;
            case "serial": connector.Serial[0] = (byte)'A'; break;
            default: Assert.Fail(field); break;
        }
    }

    private static void Change(BoxStatus status, string field)
    {
        switch (field)
        {
            case "role": status.Role = BusRole.Controlling; break;
            case "rival": status.RivalId = 1; break;
            case "limit": status.SiteLimitCentiamps = 1; break;
            case "requested": status.RequestedCentiamps = 1; break;
            case "offered": status.OfferedCentiamps = 1; break;
            case "drawn": status.DrawnCentiamps = 1; break;
            case "source": status.Source = ClaimSource.Command; break;
            case "enabled": status.Enabled = true; break;
            default: Assert.Fail(field); break;
        }
    }

    private static string Text(byte[] bytes)
    {
        return Wire.Ascii(bytes, 0, bytes.Length);
    }
}
