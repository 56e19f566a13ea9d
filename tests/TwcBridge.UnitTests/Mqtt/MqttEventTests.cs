using TwcBridge.Charging;
using TwcBridge.Control;

namespace TwcBridge.UnitTests.Mqtt;

[TestClass]
public class MqttEventTests
{
    [TestMethod]
    public void Publishes_an_event_once_and_not_retained()
    {
        SurfaceTimeline line = new SurfaceTimeline();
        line.AddConnectors(1);
        line.Facts.UnixSeconds = 1795190400;
        line.TellStatus();
        line.GoOnline();

        line.Published();
        line.Published();

        Assert.AreEqual(
            "event = {'v':1,'ts':1795190400,'event_type':'connector_linked','charger':'1a20',"
            + "'rival':null,'detail':null} q1\n",
            line.Events);
    }

    [TestMethod]
    public void Keeps_events_for_the_next_connection()
    {
        SurfaceTimeline line = SurfaceTimeline.NewSettled(1);
        string before = line.Events;
        line.Session.OnDisconnected(line.NowMs);
        line.At(5_000);
        line.Status.Connector(0).Linked = false;
        line.TellStatus();
        line.Published();
        Assert.AreEqual(before, line.Events);

        line.GoOnline();
        line.Published();

        Assert.IsTrue(line.Events.IndexOf("connector_lost") > before.Length);
        Assert.AreEqual(0L, line.Surface.EventsDropped);
    }

    [TestMethod]
    public void Tells_everybody_that_a_command_was_refused()
    {
        SurfaceTimeline line = SurfaceTimeline.NewSettled(1);
        string before = line.Events;
        line.Deliver("charger/1a20/set_amps", "perhaps");
        line.Deliver("charger/1a20/enabled/set", "on");
        line.Answer(TwcBridge.Charging.CommandCode.Applied, 600);

        line.Published();

        Assert.AreEqual(
            "event = {'v':1,'ts':0,'event_type':'command_refused','charger':'1a20','rival':null,"
            + "'detail':'not_a_number'} q1\n",
            line.Events.Substring(before.Length));
    }

    [TestMethod]
    public void Asks_for_a_car_to_be_stopped()
    {
        SurfaceTimeline line = SurfaceTimeline.NewSettled(1);
        line.Status.StopMode = StopMode.Vehicle;
        ConnectorStatus connector = line.Status.Connector(0);
        connector.Connected = true;
        connector.Charging = true;
        connector.Enabled = false;
        line.TellStatus();
        string lines = line.Published();
        Assert.AreEqual(1, PublishedLines.Count(
            lines, "charger/1a20/vehicle/request = {'action':'stop','vin':null,"
            + "'reason':'not_enabled'} q1\n"), lines);
        line.At(1_000);
        line.TellStatus();
        Assert.AreEqual(0, PublishedLines.Count(line.Published(), "vehicle"));
    }
}
