using TwcBridge.Charging;
using TwcBridge.Control;

namespace TwcBridge.UnitTests.Control;

[TestClass]
public class AckWriterTests
{
    private const int Unknown = ConnectorStatus.Unknown;

    private readonly AckWriter _ack = new AckWriter();
    private readonly CommandParser _parser = new CommandParser();
    private readonly ParsedCommand _asked = new ParsedCommand();
    private readonly CommandResult _result = new CommandResult();
    private readonly ByteWriter _output = new ByteWriter(AckWriter.MaxBytes);
    private readonly JsonWriter _json;

    public AckWriterTests()
    {
        _json = new JsonWriter(_output);
        _result.AppliedCentiamps = 1300;
        _result.MinCentiamps = 600;
        _result.MaxCentiamps = 3200;
    }

    [TestMethod]
    public void Acknowledges_what_is_in_force_as_asked()
    {
        Ask(CommandKind.SetAmps, 0x1A2B, "{'amps':13,'id':'x'}");
        Assert.AreEqual(
            "{'cmd':'set_amps','charger':'1a2b','id':'x','ok':true,'code':'ok',"
            + "'message':'13.0 A is in force.','applied_a':13.0}",
            Ack(CommandCode.Applied));
    }

    [TestMethod]
    public void Acknowledges_a_refusal_of_the_bus_side()
    {
        Ask(CommandKind.SetAmps, Command.WholeSite, "40.25");
        Assert.AreEqual(
            "{'cmd':'set_amps','charger':null,'id':null,'ok':false,'code':'out_of_range',"
            + "'message':'Refused: 40.25 A is out of range, allowed is 0 or 6.0 to 32.0 A. "
            + "13.0 A stays in force.','applied_a':13.0}",
            Ack(CommandCode.OutOfRange));
    }

    [TestMethod]
    public void Acknowledges_what_could_not_be_read()
    {
        Ask(CommandKind.SetEnabled, 0x2B, "{'enabled':'\\u00e9','id':'\\u0007'}");
        Assert.AreEqual(
            "{'cmd':'enabled','charger':'002b','id':'\\u0007','ok':false,'code':'not_a_switch',"
            + "'message':'Refused: enabled must be true or false. Nothing has changed.',"
            + "'applied_a':13.0}",
            Ack(CommandCode.Applied));
    }

    [TestMethod]
    public void Names_no_command_for_an_unknown_topic()
    {
        _asked.Restart(CommandKind.SetAmps, Command.WholeSite, CommandOrigin.Mqtt);
        _asked.Refuse(ParseStatus.UnknownTopic);
        _result.AppliedCentiamps = Unknown;
        Assert.AreEqual(
            "{'cmd':null,'charger':null,'id':null,'ok':false,'code':'unknown_topic',"
            + "'message':'Refused: the command is unknown, no command has this topic. "
            + "Nothing has changed.','applied_a':null}",
            Ack(CommandCode.Applied));
    }

    [TestMethod]
    public void Claims_no_amount_for_a_connector_that_was_never_seen()
    {
        Ask(CommandKind.SetAmps, 0x1A2B, "16");
        string json = Ack(CommandCode.UnknownCharger);
        string end = "has been seen. Nothing has changed.','applied_a':null}";
        Assert.IsTrue(json.EndsWith(end), json);
    }

    [TestMethod]
    [DataRow("{'amps':'x'}", "not_a_number", "'amps'")]
    [DataRow("{'\\u0007':1}", "unknown_key", "'\\u0007'")]
    [DataRow("{", "not_json", "null")]
    public void Writes_what_could_not_be_read_as_an_error_body(
        string text, string code, string field)
    {
        Ask(CommandKind.SetAmps, 0x1A2B, text);
        Assert.AreEqual(code + " " + field, ErrorBody(CommandCode.Applied));
    }

    [TestMethod]
    [DataRow((int)CommandCode.OutOfRange, "out_of_range 'amps'")]
    [DataRow((int)CommandCode.UnknownCharger, "unknown_charger 'charger'")]
    [DataRow((int)CommandCode.BadTtl, "bad_ttl 'ttl'")]
    [DataRow((int)CommandCode.Busy, "busy null")]
    public void Writes_a_refusal_of_the_bus_side_as_an_error_body(int code, string expected)
    {
        Ask(CommandKind.SetAmps, 0x1A2B, "16");
        Assert.AreEqual(expected, ErrorBody((CommandCode)code));
    }

    [TestMethod]
    public void Writes_the_error_body_of_what_is_no_command()
    {
        _json.Restart();
        AckWriter.WriteError(_json, "not_found", "No such path.", null);
        Assert.AreEqual(
            "{'code':'not_found','message':'No such path.','field':null}", TestText.Row(_output));
    }

    [TestMethod]
    public void The_longest_acknowledgement_fits()
    {
        string hostile = TestText.Repeat("\\u0000", ParsedCommand.MaxIdLength);
        int longest = 0;
        string text = "{'id':'" + hostile + "','amps':13}";
        Assert.IsTrue(text.Length <= CommandParser.MaxLength);
        for (ParseStatus status = ParseStatus.Ok; status <= ParseStatus.MissingKey; status++)
        {
            byte[] bytes = TestText.Bytes(text);
            _asked.Restart(CommandKind.SetAmps, 0xFFFF, CommandOrigin.Http);
            _parser.Parse(bytes, 0, bytes.Length, _asked);
            _asked.Refuse(status);
            _asked.FieldLength = ParsedCommand.MaxFieldLength;
            _asked.ErrorPosition = int.MinValue;
            _asked.JsonError = JsonError.BadSurrogate;
            for (int i = 0; i < ParsedCommand.MaxFieldLength; i++)
            {
                _asked.Field[i] = 1;
            }
            longest = Longest(longest);
        }
        Assert.IsTrue(longest > AckWriter.MaxBytes * 3 / 4, longest.ToString());
    }

    private int Longest(int longest)
    {
        _result.AppliedCentiamps = int.MinValue;
        _result.MinCentiamps = int.MinValue;
        _result.MaxCentiamps = int.MaxValue;
        _asked.Command.Centiamps = int.MinValue;
        for (CommandCode code = 0; code <= CommandCode.Busy; code++)
        {
            int length = Ack(code).Length;
            longest = length > longest ? length : longest;
        }
        return longest;
    }

    private void Ask(CommandKind kind, int peripheralId, string text)
    {
        byte[] bytes = TestText.Bytes(text);
        _asked.Restart(kind, peripheralId, CommandOrigin.Mqtt);
        _parser.Parse(bytes, 0, bytes.Length, _asked);
    }

    private string Ack(CommandCode code)
    {
        _result.Code = code;
        _json.Restart();
        _ack.Write(_json, _asked, _result);
        return TestText.Row(_output);
    }

    /// <summary>Code and field of the body; between them stands a message.</summary>
    private string ErrorBody(CommandCode code)
    {
        _result.Code = code;
        _json.Restart();
        _ack.WriteError(_json, _asked, _result);
        string body = TestText.Row(_output);
        int message = body.IndexOf("','message':'Refused: ");
        int field = body.IndexOf("','field':");
        Assert.IsTrue(body.StartsWith("{'code':'") && message > 0 && field > message, body);
        int value = field + "','field':".Length;
        return body.Substring("{'code':'".Length, message - "{'code':'".Length)
            + " " + body.Substring(value, body.Length - value - 1);
    }
}
