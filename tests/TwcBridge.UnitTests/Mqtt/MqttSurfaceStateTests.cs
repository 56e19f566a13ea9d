using TwcBridge.Mqtt;

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
        + "charger/1a20/state = {} r\n"
        + "charger/1a20/energy =  r\n";

    [TestMethod]
    public void Names_the_will_and_the_commands_to_the_broker()
    {
        MqttOptions options = new MqttOptions();
        MqttTopics.Complete(
            options, Wire.Text("twcbridge/a1b2c3"), Wire.Text("homeassistant"), "a1b2c3", 0);

        Assert.AreEqual("twcbridge/a1b2c3/availability", Text(options.WillTopic));
        Assert.AreEqual("offline", Text(options.WillPayload));
        string filters = "";
        foreach (byte[] filter in options.Subscriptions)
        {
            filters += Text(filter) + "\n";
        }
        Assert.AreEqual(
            "twcbridge/a1b2c3/set_amps\n"
            + "twcbridge/a1b2c3/+/set\n"
            + "twcbridge/a1b2c3/cmd\n"
            + "twcbridge/a1b2c3/charger/+/set_amps\n"
            + "twcbridge/a1b2c3/charger/+/+/set\n"
            + "twcbridge/a1b2c3/charger/+/availability\n"
            + "homeassistant/status\n"
            + "+/device/twcbridge_a1b2c3/config\n", filters);
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
    public void Takes_back_what_is_kept_of_a_connector_that_it_has_not_met()
    {
        SurfaceTimeline line = SurfaceTimeline.NewSettled(1);
        line.Deliver("charger/8204/availability", "online", true);
        Assert.IsFalse(line.Surface.HasRoom, "one at a time");
        Assert.AreEqual(
            "charger/8204/availability = offline r\ncharger/8204/status = F r\n"
            + "charger/8204/enabled = true r\ncharger/8204/offered_amps = 0.0 r\n"
            + "charger/8204/power =  r\ncharger/8204/state =  r\n", line.Published());
        Assert.IsTrue(line.Surface.HasRoom);
    }

    [TestMethod]
    [DataRow("charger/8204/availability", "online", false)]
    [DataRow("charger/8204/availability", "offline", true)]
    [DataRow("charger/8204/availability", "", true)]
    [DataRow("charger/1a20/availability", "online", true)]
    public void Leaves_alone_what_is_true_or_its_own_word(
        string topic, string text, bool retain)
    {
        SurfaceTimeline line = SurfaceTimeline.NewSettled(1);
        line.Deliver(topic, text, retain);
        Assert.AreEqual("", line.Published());
    }

    [TestMethod]
    public void A_connector_that_links_meanwhile_is_not_taken_back()
    {
        SurfaceTimeline line = SurfaceTimeline.NewSettled(0);
        line.Deliver("charger/1a20/availability", "online", true);
        line.AddConnectors(1);
        line.TellStatus();
        string published = line.Published();
        Assert.IsTrue(published.Contains("charger/1a20/availability = online"), published);
        Assert.IsFalse(published.Contains("offline"), published);
        Assert.IsTrue(line.Surface.HasRoom);
    }

    [TestMethod]
    public void Announces_everything_again_in_the_next_connection()
    {
        SurfaceTimeline line = SurfaceTimeline.NewSettled(1);
        line.Status.Connector(0).Enabled = false;
        line.TellStatus();
        line.Published();
        line.Status.Connector(0).Enabled = true;
        line.TellStatus();
        line.Published();

        line.Session.OnDisconnected(line.NowMs);
        Assert.AreEqual("", line.Published());
        line.GoOnline();

        Assert.IsTrue(line.Surface.NextDueAtMs <= line.NowMs);
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
    public void Just_goes_when_nobody_hears_it()
    {
        SurfaceTimeline line = SurfaceTimeline.NewSettled(1);
        line.Session.OnDisconnected(line.NowMs);

        Assert.IsTrue(line.Surface.TryLeave(line.NowMs));

        Assert.AreEqual((int)MqttSessionState.Stopped, (int)line.Session.State);
        Assert.AreEqual(0L, line.Session.Counters.Refused);
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
            + "charger/1a21/power =  r\n" + "charger/1a21/state = {} r\n"
            + "charger/1a21/energy =  r\n"
            + "state = {} r\n",
            PublishedLines.Brief(line.Published()));
    }

    private static string Text(byte[] bytes)
    {
        return Wire.Ascii(bytes, 0, bytes.Length);
    }
}
