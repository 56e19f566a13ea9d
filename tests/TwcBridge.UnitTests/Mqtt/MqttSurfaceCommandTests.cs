using TwcBridge.Charging;
using TwcBridge.Mqtt;
using TwcBridge.UnitTests.Control;

namespace TwcBridge.UnitTests.Mqtt;

[TestClass]
public class MqttSurfaceCommandTests
{
    [TestMethod]
    [DataRow("set_amps", "16.5", "1 SetAmps 0 1650 -1")]
    [DataRow("set_amps", "{'amps':13,'ttl':60,'id':'x'}", "1 SetAmps 0 1300 60000")]
    [DataRow("charger/1a20/set_amps", "6", "1 SetAmps 1a20 600 -1")]
    [DataRow("enabled/set", "on", "1 SetEnabled 0 True")]
    [DataRow("charger/1a20/enabled/set", "{'enabled':false}", "1 SetEnabled 1a20 False")]
    [DataRow("charger/ffff/set_amps", "6", "1 SetAmps ffff 600 -1")]
    public void Hands_on_each_command(string topic, string payload, string expected)
    {
        SurfaceTimeline line = SurfaceTimeline.NewSettled(1);

        line.Deliver(topic, Quotes(payload));

        Command command = new Command();
        Assert.IsTrue(line.Surface.TryNextCommand(command));
        Assert.AreEqual(expected, Describe(command));
        Assert.IsTrue(command.ClampToCeiling);
        Assert.IsFalse(line.Surface.TryNextCommand(command), "only once");
        Assert.AreEqual("", line.Published(), "not acknowledged before it is judged");
        Assert.AreEqual(1L, line.Session.Counters.Commands);
    }

    [TestMethod]
    [DataRow((int)CommandCode.Applied,
        "{'cmd':'set_amps','charger':'1a20','id':'x','ok':true,'code':'ok',"
        + "'message':'13.0 A is in force.','applied_a':13.0}")]
    [DataRow((int)CommandCode.Clamped,
        "{'cmd':'set_amps','charger':'1a20','id':'x','ok':true,'code':'clamped',"
        + "'message':'40.0 A is above the ceiling. 13.0 A is in force.','applied_a':13.0}")]
    [DataRow((int)CommandCode.OutOfRange,
        "{'cmd':'set_amps','charger':'1a20','id':'x','ok':false,'code':'out_of_range',"
        + "'message':'Refused: 40.0 A is out of range, allowed is 0 or 6.0 to 32.0 A. "
        + "13.0 A stays in force.','applied_a':13.0}")]
    [DataRow((int)CommandCode.UnknownCharger,
        "{'cmd':'set_amps','charger':'1a20','id':'x','ok':false,'code':'unknown_charger',"
        + "'message':'Refused: no connector 1a20 has been seen. Nothing has changed.',"
        + "'applied_a':null}")]
    public void Acknowledges_what_the_bus_side_decided(int code, string ack)
    {
        SurfaceTimeline line = SurfaceTimeline.NewSettled(1);
        line.Deliver("charger/1a20/set_amps", Quotes("{'amps':40,'id':'x'}"));

        line.Answer((CommandCode)code, 1300);

        Assert.AreEqual("ack = " + Quotes(ack) + " q1\n", line.Published());
        Assert.AreEqual("", line.Published(), "once");
    }

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
        line.Deliver(topic, Quotes(payload));
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

        line.Deliver("charger/1a20/set_amps", Quotes("{'amps':32,'id':'old'}"), true);

        Assert.IsFalse(line.Surface.TryNextCommand(new Command()));
        Assert.AreEqual("ack = " + Quotes(
            "{'cmd':'set_amps','charger':'1a20','id':'old','ok':false,'code':'retained',"
            + "'message':'Refused: the command was retained, publish it without the retain flag. "
            + "13.0 A stays in force.','applied_a':13.0}") + " q1\n", line.Published());
    }

    [TestMethod]
    public void Names_the_allowed_range_when_it_refuses_a_number()
    {
        SurfaceTimeline line = SurfaceTimeline.NewSettled(1);
        line.Deliver("charger/1a20/set_amps", "-3");
        string ack = line.Published();
        Assert.IsTrue(ack.IndexOf("allowed is 0 or 6.0 to 32.0 A. 0.0 A stays in force.") > 0, ack);
    }

    [TestMethod]
    public void Gives_each_answer_to_its_asker_whatever_their_order()
    {
        SurfaceTimeline line = SurfaceTimeline.NewSettled(1);
        line.Deliver("set_amps", Quotes("{'amps':10,'id':'first'}"));
        line.Deliver("set_amps", Quotes("{'amps':20,'id':'second'}"));
        Command first = Next(line);
        Command second = Next(line);

        line.Surface.OnResult(SurfaceTimeline.Result(second.Ticket, CommandCode.Applied, 2000));
        string ack = line.Published();
        Assert.IsTrue(ack.IndexOf("second") > 0 && ack.IndexOf("20.0 A is in force") > 0, ack);

        line.Surface.OnResult(SurfaceTimeline.Result(first.Ticket, CommandCode.Applied, 1000));
        ack = line.Published();
        Assert.IsTrue(ack.IndexOf("first") > 0 && ack.IndexOf("10.0 A is in force") > 0, ack);
    }

    [TestMethod]
    public void Uses_its_own_tickets_over_and_over()
    {
        SurfaceTimeline line = SurfaceTimeline.NewSettled(1);
        int[] uses = new int[SurfaceTimeline.TicketCount];
        for (int i = 0; i < 3 * SurfaceTimeline.TicketCount; i++)
        {
            line.Deliver("set_amps", "16");
            Command command = Next(line);
            uses[command.Ticket - SurfaceTimeline.FirstTicket]++;
            line.Surface.OnResult(SurfaceTimeline.Result(command.Ticket, CommandCode.Applied, 0));
            line.Published();
        }
        foreach (int count in uses)
        {
            Assert.AreEqual(3, count);
        }
    }

    [TestMethod]
    public void Leaves_answers_of_others_alone()
    {
        SurfaceTimeline line = SurfaceTimeline.NewSettled(1);
        line.Deliver("set_amps", "16");
        int ticket = Next(line).Ticket;

        Assert.IsFalse(line.Surface.OnResult(
            SurfaceTimeline.Result(ticket + 1, CommandCode.Applied, 1600)));
        Assert.AreEqual("", line.Published());
        Assert.IsTrue(line.Surface.OnResult(
            SurfaceTimeline.Result(ticket, CommandCode.Applied, 1600)));
        Assert.IsFalse(line.Surface.OnResult(
            SurfaceTimeline.Result(ticket, CommandCode.Applied, 1600)), "answered already");
    }

    [TestMethod]
    public void Says_busy_when_the_bus_side_is_silent_for_10_s()
    {
        SurfaceTimeline line = SurfaceTimeline.NewSettled(1);
        line.Deliver("set_amps", Quotes("{'amps':16,'id':'posted'}"));
        int ticket = Next(line).Ticket;
        line.Deliver("set_amps", Quotes("{'amps':16,'id':'waiting'}"));

        line.At(9_999);
        Assert.AreEqual(0, PublishedLines.Count(line.Published(), "ack"));
        line.At(10_000);
        string acks = line.Published();

        Assert.AreEqual(2, PublishedLines.Count(acks, "\"code\":\"busy\""), acks);
        Assert.IsTrue(acks.IndexOf("posted") > 0 && acks.IndexOf("waiting") > 0);
        Assert.IsFalse(line.Surface.TryNextCommand(new Command()));
        Assert.IsFalse(line.Surface.OnResult(
            SurfaceTimeline.Result(ticket, CommandCode.Applied, 1600)), "too late");
    }

    [TestMethod]
    public void Drops_and_counts_the_ninth_command_that_waits()
    {
        SurfaceTimeline line = SurfaceTimeline.NewSettled(1);
        for (int i = 0; i < MqttCommands.Capacity + 1; i++)
        {
            line.Deliver("set_amps", "16");
        }
        Assert.AreEqual(1L, line.Session.Counters.CommandsDropped);

        line.Answer(CommandCode.Applied, 1600);
        line.Published();
        line.Deliver("set_amps", "16");

        Assert.AreEqual(1L, line.Session.Counters.CommandsDropped);
    }

    [TestMethod]
    public void Hands_on_commands_in_the_order_of_arrival()
    {
        SurfaceTimeline line = SurfaceTimeline.NewSettled(1);
        line.Deliver("set_amps", "10");
        line.Deliver("set_amps", "11");
        line.Answer(CommandCode.Applied, 1000);
        line.Published();
        line.Deliver("set_amps", "12");     // In the place of the first.

        Assert.AreEqual(1100, Next(line).Centiamps);
        Assert.AreEqual(1200, Next(line).Centiamps);
    }

    [TestMethod]
    public void Keeps_an_answer_until_there_is_a_connection_again()
    {
        SurfaceTimeline line = SurfaceTimeline.NewSettled(1);
        line.Deliver("set_amps", "16");
        line.Session.OnDisconnected(line.NowMs);
        line.Answer(CommandCode.Applied, 1600);
        Assert.AreEqual("", line.Published());

        line.GoOnline();

        Assert.AreEqual(1, PublishedLines.Count(line.Published(), "ack = "));
    }

    [TestMethod]
    public void Keeps_an_answer_until_there_is_room_in_the_window()
    {
        SurfaceTimeline line = SurfaceTimeline.NewSettled(1);
        line.Confirms = false;
        for (int i = 0; i < MqttInflight.Capacity; i++)
        {
            line.Session.TryPublish(Publications.Of(SurfaceTimeline.Base + "/x", "", 1), 0);
        }
        line.Deliver("set_amps", "bad");
        line.Published();
        Assert.AreEqual(0, PublishedLines.Count(line.Published(), "ack = "));

        line.ConfirmAll();
        line.At(100);

        Assert.AreEqual(1, PublishedLines.Count(line.Published(), "ack = "));
    }

    [TestMethod]
    public void Publishes_states_while_an_answer_finds_no_room()
    {
        SurfaceTimeline line = SurfaceTimeline.NewSettled(1);
        line.Confirms = false;
        for (int i = 0; i < MqttInflight.Capacity; i++)
        {
            line.Session.TryPublish(Publications.Of(SurfaceTimeline.Base + "/x", "", 1), 0);
        }
        line.Deliver("set_amps", "bad");
        line.Status.Connector(0).Enabled = false;
        line.TellStatus();
        Assert.IsTrue(line.Published().IndexOf("charger/1a20/enabled = false r\n") >= 0);
    }

    private static void ExpectOneRefusal(string name, SurfaceTimeline line, string code)
    {
        string lines = line.Published();
        Assert.AreEqual(1, PublishedLines.Count(lines, "\n"), name);
        Assert.AreEqual(0, lines.IndexOf("ack = "), name);
        Assert.IsTrue(lines.IndexOf("\"ok\":false,\"code\":\"" + code + "\"") > 0, lines);
        Assert.IsFalse(line.Surface.TryNextCommand(new Command()), name);
        Assert.AreEqual(1L, line.Session.Counters.CommandsRefused, name);
        Assert.AreEqual(0L, line.Session.Counters.Commands, name);
    }

    private static Command Next(SurfaceTimeline line)
    {
        Command command = new Command();
        Assert.IsTrue(line.Surface.TryNextCommand(command), "a command");
        return command;
    }

    private static string Describe(Command command)
    {
        string id = command.PeripheralId switch
        {
            Command.WholeSite => "0",
            0xFFFF => "ffff",
            SurfaceTimeline.FirstId => "1a20",
            _ => "?",
        };
        return (command.Ticket - SurfaceTimeline.FirstTicket).ToString()
            + (command.Kind == CommandKind.SetAmps
                ? " SetAmps " + id + " " + command.Centiamps.ToString() + " "
                    + command.TtlMs.ToString()
                : " SetEnabled " + id + " " + command.Enabled.ToString());
    }

    private static string Quotes(string row)
    {
        byte[] bytes = TestText.Bytes(row);
        return Wire.Ascii(bytes, 0, bytes.Length);
    }
}
