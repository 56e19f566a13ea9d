using TwcBridge.Charging;
using TwcBridge.Mqtt;

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

        line.Deliver(topic, payload);

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
        line.Deliver("charger/1a20/set_amps", "{'amps':40,'id':'x'}");

        line.Answer((CommandCode)code, 1300);

        Assert.AreEqual("ack = " + ack + " q1\n", line.Published());
        Assert.AreEqual("", line.Published(), "once");
    }

    [TestMethod]
    public void Answers_in_the_order_of_the_commands_whatever_that_of_the_results()
    {
        SurfaceTimeline line = SurfaceTimeline.NewSettled(1);
        line.Deliver("set_amps", "{'amps':10,'id':'first'}");
        line.Deliver("set_amps", "{'amps':20,'id':'second'}");
        Command first = line.NextCommand();
        Command second = line.NextCommand();

        line.Deliver("set_amps", "{'amps':'x','id':'third'}");

        line.Surface.OnResult(SurfaceTimeline.Result(second.Ticket, CommandCode.Applied, 2000));
        Assert.AreEqual("", line.Published());

        line.Surface.OnResult(SurfaceTimeline.Result(first.Ticket, CommandCode.Applied, 1000));
        string acks = line.Published();
        int at = acks.IndexOf("'id':'first','ok':true");
        int next = acks.IndexOf("'id':'second','ok':true");
        Assert.IsTrue(at > 0 && next > at, acks);
        Assert.IsTrue(acks.IndexOf("'id':'third','ok':false") > next, acks);
        Assert.IsTrue(acks.IndexOf("10.0 A is in force") < next, acks);
    }

    [TestMethod]
    public void Uses_its_own_tickets_over_and_over()
    {
        SurfaceTimeline line = SurfaceTimeline.NewSettled(1);
        int[] uses = new int[SurfaceTimeline.TicketCount];
        for (int i = 0; i < 3 * SurfaceTimeline.TicketCount; i++)
        {
            line.Deliver("set_amps", "16");
            Command command = line.NextCommand();
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
        int ticket = line.NextCommand().Ticket;

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
        line.Deliver("set_amps", "{'amps':16,'id':'posted'}");
        int ticket = line.NextCommand().Ticket;
        line.Deliver("set_amps", "{'amps':16,'id':'waiting'}");
        Assert.AreEqual(10_000L, line.Surface.NextDueAtMs);

        line.At(9_999);
        Assert.AreEqual(0, PublishedLines.Count(line.Published(), "ack"));
        line.At(10_000);
        string acks = line.Published();

        Assert.AreEqual(2, PublishedLines.Count(acks, "'code':'busy'"), acks);
        Assert.IsTrue(acks.IndexOf("posted") > 0 && acks.IndexOf("waiting") > 0);
        Assert.IsFalse(line.Surface.TryNextCommand(new Command()));
        Assert.IsFalse(line.Surface.OnResult(
            SurfaceTimeline.Result(ticket, CommandCode.Applied, 1600)), "too late");
    }

    [TestMethod]
    public void Has_no_room_for_a_ninth_command_until_one_is_answered()
    {
        SurfaceTimeline line = SurfaceTimeline.NewSettled(1);
        for (int i = 0; i < MqttCommands.Capacity; i++)
        {
            Assert.IsTrue(line.Surface.HasRoom);
            line.Deliver("set_amps", "16");
        }
        Assert.IsFalse(line.Surface.HasRoom);

        line.Answer(CommandCode.Applied, 1600);
        Assert.IsFalse(line.Surface.HasRoom, "the answer has not left");
        line.Published();
        Assert.IsTrue(line.Surface.HasRoom);
    }

    [TestMethod]
    public void Answers_while_nothing_is_read_do_not_wait_for_confirmations()
    {
        SurfaceTimeline line = SurfaceTimeline.NewSettled(1);
        line.FillWindow();
        line.TakeOutput();
        for (int i = 0; i < MqttCommands.Capacity; i++)
        {
            line.Deliver("set_amps", "bad");
        }

        Assert.AreEqual(1, PublishedLines.Count(line.Published(), "ack = "));
        Assert.IsTrue(line.Surface.HasRoom, "now the confirmations can be read");
        Assert.AreEqual(1L, line.Session.Counters.Unconfirmed);
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

        Assert.AreEqual(1100, line.NextCommand().Centiamps);
        Assert.AreEqual(1200, line.NextCommand().Centiamps);
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
        line.FillWindow();
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
        line.FillWindow();
        line.Deliver("set_amps", "bad");
        line.Status.Connector(0).Enabled = false;
        line.TellStatus();
        Assert.IsTrue(line.Published().IndexOf("charger/1a20/enabled = false r\n") >= 0);
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
}
