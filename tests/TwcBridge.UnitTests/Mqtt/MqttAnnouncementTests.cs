using TwcBridge.Control;
using TwcBridge.Mqtt;
using TwcBridge.UnitTests.Control;

namespace TwcBridge.UnitTests.Mqtt;

[TestClass]
public class MqttAnnouncementTests
{
    private const string Prefix = "homeassistant";
    private const string Box = "homeassistant/device/twcbridge_a1b2c3/config = {} r\n";
    private const string First = "homeassistant/device/twcbridge_a1b2c3_1a20/config = {} r\n";
    private const string Second = "homeassistant/device/twcbridge_a1b2c3_1a21/config = {} r\n";

    [TestMethod]
    public void Announces_the_box_and_each_connector_after_their_states()
    {
        string lines = PublishedLines.Brief(New(2, out SurfaceTimeline line));
        Assert.IsTrue(lines.EndsWith("energy =  r\n" + Box + First + Second), lines);
        line.At(3_600_000);
        Assert.AreEqual(0, PublishedLines.Count(line.Published(), Prefix));
    }

    [TestMethod]
    public void Announces_exactly_what_it_has_measured()
    {
        string lines = New(1, out SurfaceTimeline line);
        ByteWriter output = new ByteWriter(Discovery.MaxPieceBytes);
        Discovery discovery = DiscoveryText.New(line.Facts, output);
        discovery.PointAt(line.Status.Connector(0));
        string whole = DiscoveryText.Pieces(discovery, output);
        Assert.IsTrue(whole.Length > MqttSession.OutputCapacity);
        Assert.IsTrue(lines.EndsWith("_1a20/config = " + whole + " r\n"), lines);
    }

    [TestMethod]
    public void Says_nothing_before_the_first_status()
    {
        SurfaceTimeline line = new SurfaceTimeline(SurfaceTimeline.Base, Prefix);
        line.GoOnline();
        Assert.AreEqual("availability = online q1 r\n", line.Published());
    }

    [TestMethod]
    public void Announces_again_one_to_five_seconds_after_home_assistant_has_started()
    {
        New(1, out SurfaceTimeline line);
        long earliestMs = long.MaxValue;
        long latestMs = 0;
        for (int start = 0; start < 200; start++)
        {
            line.DeliverTo(Prefix + "/status", "online", false);
            long startMs = line.NowMs;
            string lines = "";
            while (lines.IndexOf(Prefix) < 0)
            {
                line.At(line.Surface.NextDueAtMs);
                lines = PublishedLines.Brief(line.Published());
            }
            Assert.IsTrue(lines.EndsWith(Box + First), lines);
            long waitedMs = line.NowMs - startMs;
            earliestMs = waitedMs < earliestMs ? waitedMs : earliestMs;
            latestMs = waitedMs > latestMs ? waitedMs : latestMs;
        }
        Assert.IsTrue(earliestMs >= 1_000 && earliestMs < 1_200, earliestMs.ToString());
        Assert.IsTrue(latestMs <= 5_000 && latestMs > 4_800, latestMs.ToString());
    }

    [TestMethod]
    [DataRow("homeassistant/status", "offline")]
    [DataRow("homeassistant/status", "")]
    public void Does_not_mind_what_else_home_assistant_says(string topic, string payload)
    {
        New(1, out SurfaceTimeline line);
        line.DeliverTo(topic, payload, false);
        line.At(10_000);
        string lines = line.Published();
        Assert.AreEqual(0, PublishedLines.Count(lines, Prefix), lines);
        Assert.AreEqual(0, PublishedLines.Count(lines, "ack ="), lines);
    }

    [TestMethod]
    public void Announces_everything_again_in_the_next_connection()
    {
        New(1, out SurfaceTimeline line);
        line.Session.OnDisconnected(line.NowMs);
        line.GoOnline();
        string lines = PublishedLines.Brief(line.Published());
        Assert.IsTrue(lines.EndsWith(Box + First), lines);
    }

    [TestMethod]
    public void Announces_a_connector_that_appears_later_alone()
    {
        New(1, out SurfaceTimeline line);
        line.At(1_000);
        line.AddConnectors(1);
        line.TellStatus();
        string lines = PublishedLines.Brief(line.Published());
        Assert.AreEqual(1, PublishedLines.Count(lines, Prefix), lines);
        Assert.IsTrue(lines.EndsWith(Second), lines);
    }

    [TestMethod]
    public void Announces_a_changed_range_after_a_pause()
    {
        New(1, out SurfaceTimeline line);
        line.At(1_000);
        line.Status.Connector(0).MaxCentiamps = 1600;
        line.TellStatus();
        Assert.AreEqual(0, PublishedLines.Count(line.Published(), Prefix));
        line.At(MqttAnnouncer.PauseMs - 1);
        Assert.AreEqual(0, PublishedLines.Count(line.Published(), Prefix));
        line.At(MqttAnnouncer.PauseMs);
        string lines = line.Published();
        Assert.AreEqual(1, PublishedLines.Count(lines, Prefix + "/"), lines);
        Assert.IsTrue(lines.IndexOf("'min':6.0,'max':16.0") > 0, lines);
    }

    [TestMethod]
    public void Does_not_announce_what_a_state_tells()
    {
        New(1, out SurfaceTimeline line);
        line.At(60_000);
        line.Status.UptimeMs = 60_000;
        line.Status.OfferedCentiamps = 700;
        line.Status.Connector(0).OfferedCentiamps = 700;
        line.Status.Connector(0).Linked = false;
        line.TellStatus();
        Assert.AreEqual(0, PublishedLines.Count(line.Published(), Prefix));
    }

    [TestMethod]
    public void Takes_back_and_announces_again_when_the_owner_switches()
    {
        New(1, out SurfaceTimeline line);
        line.Surface.OnDiscoverySwitched(false);
        Assert.AreEqual(
            "homeassistant/device/twcbridge_a1b2c3/config =  r\n"
            + "homeassistant/device/twcbridge_a1b2c3_1a20/config =  r\n",
            line.Published());
        line.Surface.OnDiscoverySwitched(false);
        Assert.AreEqual("", line.Published());
        line.Surface.OnDiscoverySwitched(true);
        Assert.AreEqual(Box + First, PublishedLines.Brief(line.Published()));
    }

    [TestMethod]
    public void Takes_back_what_it_was_told_at_another_prefix()
    {
        New(2, out SurfaceTimeline line);
        line.DeliverTo("old/device/twcbridge_a1b2c3/config", "{'dev':{}}", true);
        Assert.AreEqual(
            "old/device/twcbridge_a1b2c3_1a20/config =  r\n"
            + "old/device/twcbridge_a1b2c3_1a21/config =  r\n"
            + "old/device/twcbridge_a1b2c3/config =  r\n",
            line.Published());
        line.At(20_000);
        line.AddConnectors(1);
        line.TellStatus();
        string lines = line.Published();
        Assert.IsTrue(lines.EndsWith("old/device/twcbridge_a1b2c3_1a22/config =  r\n"), lines);
    }

    [TestMethod]
    [DataRow("old/device/twcbridge_a1b2c3/config", "", true)]
    [DataRow("old/device/twcbridge_a1b2c3/config", "{}", false)]
    [DataRow("homeassistant/device/twcbridge_a1b2c3/config", "{}", true)]
    public void Leaves_alone_what_is_no_old_announcement(string topic, string text, bool retain)
    {
        New(1, out SurfaceTimeline line);
        line.DeliverTo(topic, text, retain);
        Assert.AreEqual("", line.Published());
    }

    [TestMethod]
    public void Waits_for_a_connector_before_it_takes_back_the_box()
    {
        New(0, out SurfaceTimeline line);
        line.DeliverTo(
            "old/device/twcbridge_a1b2c3/config", TestText.Repeat("x", 2000), true);
        Assert.AreEqual("", line.Published());
        line.AddConnectors(1);
        line.TellStatus();
        Assert.AreEqual(2, PublishedLines.Count(line.Published(), "old/device/"));
    }

    [TestMethod]
    public void Takes_back_what_it_was_telling_when_the_owner_switched()
    {
        SurfaceTimeline line = NewInTheMiddle();
        line.Surface.OnDiscoverySwitched(false);
        string lines = line.Published();
        line.At(line.NowMs + MqttAnnouncer.PauseMs);
        lines += line.Published();
        Assert.IsTrue(
            lines.IndexOf("twcbridge_a1b2c3/config =  r\n") > lines.IndexOf("'dev':"), lines);
    }

    [TestMethod]
    public void Ends_what_it_has_begun_before_it_answers()
    {
        SurfaceTimeline line = NewInTheMiddle();
        line.Session.TryPublish(Publications.Of("other", "1", 1), line.NowMs);
        line.Status.Connector(0).Enabled = false;
        line.TellStatus();
        string lines = PublishedLines.Brief(line.Published());
        Assert.IsTrue(lines.StartsWith(Box), lines);
        Assert.IsTrue(lines.IndexOf("other = 1 q1") > 0, lines);
        Assert.IsTrue(lines.IndexOf("enabled = false") > 0, lines);
    }

    [TestMethod]
    public void Begins_afresh_when_the_connection_is_lost_in_the_middle()
    {
        SurfaceTimeline line = NewInTheMiddle();
        line.Session.OnDisconnected(line.NowMs);
        line.ForgetOutput();
        line.GoOnline();
        string lines = PublishedLines.Brief(line.Published());
        Assert.IsTrue(lines.EndsWith(Box + First), lines);
    }

    [TestMethod]
    public void Cannot_say_good_bye_in_the_middle()
    {
        SurfaceTimeline line = NewInTheMiddle();
        Assert.IsFalse(line.Surface.TryLeave(line.NowMs));
        Assert.IsTrue(line.Session.IsOnline);
    }

    private static string New(int connectorCount, out SurfaceTimeline line)
    {
        line = new SurfaceTimeline(SurfaceTimeline.Base, Prefix);
        line.AddConnectors(connectorCount);
        line.TellStatus();
        line.GoOnline();
        return line.Published();
    }

    /// <summary>The head of the first announcement has left, and not all of its pieces.</summary>
    private static SurfaceTimeline NewInTheMiddle()
    {
        SurfaceTimeline line = new SurfaceTimeline(SurfaceTimeline.Base, Prefix);
        line.AddConnectors(1);
        line.TellStatus();
        line.GoOnline();
        for (int turn = 0; !line.Session.Long.IsOpen; turn++)
        {
            Assert.IsTrue(turn < 100, "begins");
            line.Surface.OnTime(line.NowMs);
            line.TakeOutput();
        }
        line.Surface.OnTime(line.NowMs);
        Assert.AreEqual("", line.TakeOutput());
        return line;
    }
}
