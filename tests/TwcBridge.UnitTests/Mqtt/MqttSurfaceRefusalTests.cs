using TwcBridge.Charging;
using TwcBridge.UnitTests.Control;

namespace TwcBridge.UnitTests.Mqtt;

[TestClass]
public class MqttSurfaceRefusalTests
{
    [TestMethod]
    [DataRow("not a number", "set_amps", "abc", "not_a_number")]
    [DataRow("NaN", "set_amps", "NaN", "not_a_number")]
    [DataRow("below zero", "set_amps", "-1", "negative")]
    [DataRow("too large", "set_amps", "1e9", "too_large")]
    [DataRow("nothing", "set_amps", "", "empty")]
    [DataRow("no switch", "enabled/set", "maybe", "not_a_switch")]
    [DataRow("unknown key", "set_amps", "{'amps':6,'x':1}", "unknown_key")]
    [DataRow("cut JSON", "charger/1a20/set_amps", "{'amps':", "not_json")]
    [DataRow("no hex", "charger/zzzz/set_amps", "16", "unknown_topic")]
    [DataRow("id 0", "charger/0000/set_amps", "16", "unknown_topic")]
    [DataRow("id too short", "charger/1a2/enabled/set", "on", "unknown_topic")]
    [DataRow("a level more", "charger/1a20/x/set_amps", "16", "unknown_topic")]
    public void Refuses_what_is_no_command(string name, string topic, string payload, string code)
    {
        SurfaceTimeline line = SurfaceTimeline.NewSettled(1);
        line.Deliver(topic, payload);
        ExpectOneRefusal(name, line, code);
    }

    [TestMethod]
    [DataRow(256, "trailing_text")]
    [DataRow(257, "too_long")]
    [DataRow(470, "too_long")]
    [DataRow(2000, "too_long")]
    public void Refuses_more_than_256_bytes(int length, string code)
    {
        SurfaceTimeline line = SurfaceTimeline.NewSettled(1);
        line.Deliver("set_amps", "6 " + TestText.Repeat("6", length - 2));
        ExpectOneRefusal("length " + length.ToString(), line, code);
    }

    [TestMethod]
    public void Refuses_a_message_whose_topic_does_not_even_fit()
    {
        SurfaceTimeline line = SurfaceTimeline.NewSettled(1);
        line.DeliverToLongTopic(600, "16");
        ExpectOneRefusal("long topic", line, "unknown_topic");
    }

    [TestMethod]
    public void Refuses_a_retained_command_and_names_what_stays_in_force()
    {
        SurfaceTimeline line = SurfaceTimeline.NewSettled(1);
        line.Status.Connector(0).RequestedCentiamps = 1300;
        line.TellStatus();

        line.Deliver("charger/1a20/set_amps", "{'amps':32,'id':'old'}", true);

        Assert.IsFalse(line.Surface.TryNextCommand(new Command()));
        Assert.AreEqual(
            "ack = {'cmd':'set_amps','charger':'1a20','id':'old','ok':false,'code':'retained',"
            + "'message':'Refused: the command was retained, publish it without the retain flag. "
            + "13.0 A stays in force.','applied_a':13.0} q1\n", line.Published());
    }

    [TestMethod]
    public void Names_the_sites_claim_where_it_knows_no_better()
    {
        SurfaceTimeline line = SurfaceTimeline.NewSettled(1);
        line.Status.SiteLimitCentiamps = 4000;
        line.Status.RequestedCentiamps = 2000;
        line.Status.Connector(0).RequestedCentiamps = 1300;
        line.TellStatus();
        line.Deliver("charger/1a20/set_amps", "bad");
        line.Deliver("charger/zzzz/set_amps", "16");
        string acks = line.Published();
        Assert.AreEqual(1, PublishedLines.Count(acks, "'applied_a':13.0}"), acks);
        Assert.AreEqual(1, PublishedLines.Count(acks, "'applied_a':20.0}"), acks);
    }

    [TestMethod]
    public void Names_the_allowed_range_when_it_refuses_a_number()
    {
        SurfaceTimeline line = SurfaceTimeline.NewSettled(1);
        line.Deliver("charger/1a20/set_amps", "-3");
        string ack = line.Published();
        Assert.IsTrue(ack.IndexOf("allowed is 0 or 6.0 to 32.0 A. 0.0 A stays in force.") > 0, ack);
    }

    private static void ExpectOneRefusal(string name, SurfaceTimeline line, string code)
    {
        string lines = line.Published();
        Assert.AreEqual(1, PublishedLines.Count(lines, "\n"), name);
        Assert.AreEqual(0, lines.IndexOf("ack = "), name);
        Assert.IsTrue(lines.IndexOf("'ok':false,'code':'" + code + "'") > 0, lines);
        Assert.IsFalse(line.Surface.TryNextCommand(new Command()), name);
        Assert.AreEqual(1L, line.Session.Counters.CommandsRefused, name);
        Assert.AreEqual(0L, line.Session.Counters.Commands, name);
    }
}
