using TwcBridge.Charging;
using TwcBridge.Control;

namespace TwcBridge.UnitTests.Control;

[TestClass]
public class CommandParserTests
{
    private const int Id = 0x1A2B;

    // One on purpose: no text may poison the next.
    private readonly CommandParser _parser = new CommandParser();
    private readonly ParsedCommand _parsed = new ParsedCommand();

    [TestMethod]
    public void Reads_amounts_of_mqtt()
    {
        Check(CommandVectors.AmpsPayloads, CommandKind.SetAmps, CommandOrigin.Mqtt);
        Check(CommandVectors.AmpsObjects, CommandKind.SetAmps, CommandOrigin.Mqtt);
    }

    [TestMethod]
    public void Reads_amounts_of_http()
    {
        Check(CommandVectors.AmpsBodies, CommandKind.SetAmps, CommandOrigin.Http);
        Check(CommandVectors.AmpsObjects, CommandKind.SetAmps, CommandOrigin.Http);
    }

    [TestMethod]
    public void Reads_switches_of_mqtt()
    {
        Check(CommandVectors.SwitchPayloads, CommandKind.SetEnabled, CommandOrigin.Mqtt);
        Check(CommandVectors.SwitchObjects, CommandKind.SetEnabled, CommandOrigin.Mqtt);
    }

    [TestMethod]
    public void Reads_switches_of_http()
    {
        Check(CommandVectors.SwitchObjects, CommandKind.SetEnabled, CommandOrigin.Http);
        Assert.AreEqual("not_an_object", Read("true", CommandKind.SetEnabled, CommandOrigin.Http));
    }

    [TestMethod]
    public void A_release_takes_no_text()
    {
        Check(CommandVectors.Releases, CommandKind.ReleaseAmps, CommandOrigin.Http);
    }

    [TestMethod]
    public void Reads_boosts()
    {
        Check(CommandVectors.BoostPayloads, CommandKind.SetBoost, CommandOrigin.Mqtt);
        Check(CommandVectors.Boosts, CommandKind.SetBoost, CommandOrigin.Mqtt);
        Check(CommandVectors.Boosts, CommandKind.SetBoost, CommandOrigin.Http);
    }

    [TestMethod]
    public void Reads_modes()
    {
        Check(CommandVectors.ModePayloads, CommandKind.SetMode, CommandOrigin.Mqtt);
        Check(CommandVectors.Modes, CommandKind.SetMode, CommandOrigin.Mqtt);
        Check(CommandVectors.Modes, CommandKind.SetMode, CommandOrigin.Http);
    }

    [TestMethod]
    public void Reads_priorities_and_orders()
    {
        Check(CommandVectors.Priorities, CommandKind.SetPriority, CommandOrigin.Mqtt);
        Check(CommandVectors.Orders, CommandKind.Order, CommandOrigin.Mqtt);
        Check(CommandVectors.TakeOvers, CommandKind.TakeOver, CommandOrigin.Http);
    }

    [TestMethod]
    public void Has_a_row_for_every_status()
    {
        string[][][] tables =
        {
            CommandVectors.AmpsPayloads, CommandVectors.AmpsObjects, CommandVectors.AmpsBodies,
            CommandVectors.SwitchPayloads, CommandVectors.SwitchObjects, CommandVectors.Modes,
        };
        for (ParseStatus status = ParseStatus.Empty; status <= ParseStatus.MissingKey; status++)
        {
            string code = AnswerCode.Of(status);
            bool found = status == ParseStatus.TooLong;     // Its own test below.
            foreach (string[][] table in tables)
            {
                found = found || HasCode(table, code);
            }
            Assert.IsTrue(found, code);
        }
    }

    [TestMethod]
    public void Takes_256_bytes_and_refuses_257()
    {
        string space = TestText.Repeat(" ", CommandParser.MaxLength - 2);
        Assert.AreEqual("1600", Read(space + "16", CommandKind.SetAmps, CommandOrigin.Mqtt));
        Assert.AreEqual("too_long", Read(space + " 16", CommandKind.SetAmps, CommandOrigin.Mqtt));
        Assert.AreEqual("too_long", Read(space + "   ", CommandKind.SetAmps, CommandOrigin.Mqtt));
    }

    [TestMethod]
    public void Reads_only_the_given_part_of_a_buffer()
    {
        byte[] buffer = TestText.Bytes("11{'amps':13}22");
        _parsed.Restart(CommandKind.SetAmps, Id, CommandOrigin.Mqtt);
        _parser.Parse(buffer, 2, buffer.Length - 4, _parsed);
        Assert.AreEqual("1300", Show(_parsed));
    }

    [TestMethod]
    public void Keeps_the_first_cause_and_still_finds_the_id()
    {
        byte[] text = TestText.Bytes("{'amps':-5,'id':'x'}");
        _parsed.Restart(CommandKind.SetAmps, Id, CommandOrigin.Mqtt);
        _parsed.Refuse(ParseStatus.Retained);
        _parser.Parse(text, 0, text.Length, _parsed);
        Assert.AreEqual("retained id x", Show(_parsed));
    }

    [TestMethod]
    public void Cuts_for_mqtt_and_refuses_for_http()
    {
        _parsed.Restart(CommandKind.SetAmps, Id, CommandOrigin.Mqtt);
        Assert.IsTrue(_parsed.Command.ClampToCeiling);
        _parsed.Restart(CommandKind.SetAmps, Id, CommandOrigin.Http);
        Assert.IsFalse(_parsed.Command.ClampToCeiling);
    }

    [TestMethod]
    public void Forgets_the_last_command_on_restart()
    {
        Read("{'amps':13,'ttl':9,'id':'x','y':1}", CommandKind.SetAmps, CommandOrigin.Mqtt);
        _parsed.Command.Ticket = 7;
        _parsed.Restart(CommandKind.SetEnabled, Command.WholeSite, CommandOrigin.Http);
        Assert.AreEqual("off", Show(_parsed));
        Assert.AreEqual(Command.WholeSite, _parsed.Command.PeripheralId);
        Assert.AreEqual(Command.DefaultTtl, _parsed.Command.TtlMs);
        Assert.AreEqual(0, _parsed.Command.Centiamps + _parsed.Command.Ticket);
        Assert.AreEqual(0, _parsed.FieldLength + _parsed.IdLength);
    }

    [TestMethod]
    public void What_is_stored_is_whole_and_its_own()
    {
        CommandStore store = new CommandStore(3);
        CommandParser parser = new CommandParser();
        store.Result.Code = CommandCode.Clamped;
        store.Result.AppliedCentiamps = 1000;
        store.Result.Effect = CommandEffect.StaysOff;
        Store(store, parser, 2, "{\"amps\":13,\"ttl\":9,\"id\":\"x\"}", CommandOrigin.Http);
        store.Result.AppliedCentiamps = 0;
        Store(store, parser, 0, "{\"id\"", CommandOrigin.Mqtt);
        Store(store, parser, 1, "{\"z\":1}", CommandOrigin.Mqtt);

        store.Load(2);
        Assert.AreEqual("1300 for 9000 id x", Show(store.Asked));
        Assert.AreEqual((int)CommandOrigin.Http, (int)store.Asked.Origin);
        Assert.AreEqual(7, store.Asked.Command.Ticket);
        Assert.AreEqual((int)CommandCode.Clamped, (int)store.Result.Code);
        Assert.AreEqual(1000, store.Result.AppliedCentiamps);
        Assert.AreEqual((int)CommandEffect.StaysOff, (int)store.Result.Effect);
        store.Load(0);
        Assert.AreEqual("not_json @5", Show(store.Asked));
        Assert.AreEqual((int)JsonError.UnexpectedEnd, (int)store.Asked.JsonError);
        store.Load(1);
        Assert.AreEqual("unknown_key z", Show(store.Asked));
        Assert.AreEqual(0, store.Result.AppliedCentiamps);
    }

    private static void Store(
        CommandStore store, CommandParser parser, int place, string text, CommandOrigin origin)
    {
        byte[] bytes = System.Text.Encoding.UTF8.GetBytes(text);
        store.Asked.Restart(CommandKind.SetAmps, Command.WholeSite, origin);
        parser.Parse(bytes, 0, bytes.Length, store.Asked);
        store.Asked.Command.Ticket = 7;
        store.Save(place);
    }

    private void Check(string[][] table, CommandKind kind, CommandOrigin origin)
    {
        foreach (string[] row in table)
        {
            Assert.AreEqual(row[1], Read(row[0], kind, origin), row[0]);
            Assert.AreEqual(Id, _parsed.Command.PeripheralId, row[0]);
        }
    }

    private string Read(string text, CommandKind kind, CommandOrigin origin)
    {
        byte[] bytes = TestText.Bytes(text);
        _parsed.Restart(kind, Id, origin);
        ParseStatus status = _parser.Parse(bytes, 0, bytes.Length, _parsed);
        Assert.AreEqual((int)status, (int)_parsed.Status, text);
        return Show(_parsed);
    }

    private static string Show(ParsedCommand parsed)
    {
        string shown = parsed.Status == ParseStatus.Ok
            ? Meaning(parsed.Command)
            : AnswerCode.Of(parsed.Status);
        if (parsed.Status == ParseStatus.NotJson)
        {
            shown += " @" + parsed.ErrorPosition.ToString();
        }
        if (parsed.FieldLength != 0)
        {
            shown += " " + TestText.Row(parsed.Field, parsed.FieldLength);
        }
        return parsed.IdLength == 0
            ? shown
            : shown + " id " + TestText.Row(parsed.Id, parsed.IdLength);
    }

    private static string Meaning(Command command)
    {
        switch (command.Kind)
        {
            case CommandKind.SetAmps when command.TtlMs == Command.DefaultTtl:
                return command.Centiamps.ToString();
            case CommandKind.SetAmps:
                return command.Centiamps.ToString() + " for " + command.TtlMs.ToString();
            case CommandKind.SetEnabled:
                return command.Enabled ? "on" : "off";
            case CommandKind.SetBoost:
                return "boost " + command.Centiamps.ToString() + " for "
                    + command.TtlMs.ToString();
            case CommandKind.EndBoost:
                return "no boost";
            case CommandKind.SetMode:
                return "mode " + ((int)command.Mode).ToString();
            case CommandKind.SetPriority:
                return "priority " + command.Priority.ToString();
            case CommandKind.ReleaseAmps:
                return "released";
            default:
                return Surface.CommandName(command.Kind);
        }
    }

    private static bool HasCode(string[][] table, string code)
    {
        foreach (string[] row in table)
        {
            if (row[1] == code || row[1].StartsWith(code + " "))
            {
                return true;
            }
        }
        return false;
    }
}
