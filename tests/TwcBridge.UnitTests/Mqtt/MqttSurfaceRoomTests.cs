using TwcBridge.Control;
using TwcBridge.Mqtt;
using TwcBridge.UnitTests.Control;

namespace TwcBridge.UnitTests.Mqtt;

[TestClass]
public class MqttSurfaceRoomTests
{
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
    public void Holds_up_only_what_waits_for_the_window()
    {
        SurfaceTimeline line = SurfaceTimeline.NewSettled(2);
        line.FillWindow();
        line.Status.Connector(0).Linked = false;
        line.Status.Connector(0).Enabled = false;
        line.TellStatus();

        line.Published();
        line.At(100);

        Assert.AreEqual("charger/1a20/status = F r\ncharger/1a20/enabled = false r\n",
            line.Published());
    }

    [TestMethod]
    public void Has_room_in_the_window_for_the_longest_answer_below_the_longest_base()
    {
        SurfaceTimeline line = SurfaceTimeline.NewSettled(1);
        string topic = TestText.Repeat("x", MqttComposer.MaxBaseLength) + "/ack";
        string payload = TestText.Repeat("x", AckWriter.MaxBytes);
        Assert.IsTrue(line.Session.TryPublish(Publications.Of(topic, payload, 1), 0));
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

        Assert.AreEqual(2 + (7 * BoxStatus.MaxConnectors), PublishedLines.Count(all, "\n"));
        Assert.AreEqual(0L, line.Session.Counters.Refused);
    }
}
