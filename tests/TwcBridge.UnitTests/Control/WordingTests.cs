using TwcBridge.Charging;
using TwcBridge.Control;

namespace TwcBridge.UnitTests.Control;

[TestClass]
public class WordingTests
{
    /// <summary>What was asked, by which text, and what is answered to it.</summary>
    private static readonly string[][] Misread =
    {
        new[] { "amps", "", "the text is empty. 13.0 A stays in force." },
        new[] { "amps", "abc",
            "the text must be a number, allowed is 0 or 6.0 to 32.0 A. 13.0 A stays in force." },
        new[] { "amps", "16 A", "the text goes on behind the value. 13.0 A stays in force." },
        new[] { "amps", "{'amps':-1}",
            "amps must not be negative, allowed is 0 or 6.0 to 32.0 A. 13.0 A stays in force." },
        new[] { "amps", "{'amps':1e9}",
            "amps is too large, allowed is 0 or 6.0 to 32.0 A. 13.0 A stays in force." },
        new[] { "amps", "{'amps':13,'ttl':1e9}",
            "ttl is too large, allowed is 1 to 86400 s, or 0 for until replaced. "
            + "13.0 A stays in force." },
        new[] { "amps", "{'amps':13,'ttl':1.5}",
            "ttl must be whole, allowed is 1 to 86400 s, or 0 for until replaced. "
            + "13.0 A stays in force." },
        new[] { "amps", "{'amps':13,'id':1}", "id must be text. 13.0 A stays in force." },
        new[] { "amps", "{'amps':13,'id':'abcdefghijklmnopqrstuvwxyz0123456'}",
            "id is longer than 32 bytes. 13.0 A stays in force." },
        new[] { "amps", "{'ampere':13}",
            "ampere is not a key of this command. 13.0 A stays in force." },
        new[] { "amps", "{'amps':13,'amps':14}",
            "amps is given twice. 13.0 A stays in force." },
        new[] { "amps", "{}", "amps is missing. 13.0 A stays in force." },
        new[] { "switch", "maybe", "the text must be true or false. Nothing has changed." },
        new[] { "switch", "{'enabled':1}",
            "enabled must be true or false. Nothing has changed." },
        new[] { "mode", "fast",
            "the text must be auto, manual or off. Nothing has changed." },
        new[] { "order", "reboot",
            "the text must be restart, rediscover, identify or takeover. Nothing has changed." },
        new[] { "priority", "10", "the text is too large, allowed is 0 to 9. "
            + "Nothing has changed." },
        new[] { "boost", "32", "minutes is missing. 13.0 A stays in force." },
        new[] { "boost", "{'amps':32,'minutes':1441}",
            "minutes is too large, allowed is 1 to 1440. 13.0 A stays in force." },
        new[] { "body", "13", "the text must be a JSON object. 13.0 A stays in force." },
        new[] { "amps", "{", "not JSON, unexpected end at byte 1. 13.0 A stays in force." },
        new[] { "amps", "{a", "not JSON, unexpected byte at byte 1. 13.0 A stays in force." },
        new[] { "amps", "{'a", "not JSON, unexpected end at byte 3. 13.0 A stays in force." },
        new[] { "amps", "{'amps':nix}",
            "not JSON, unknown word at byte 8. 13.0 A stays in force." },
        new[] { "amps", "{'amps':01}", "not JSON, bad number at byte 8. 13.0 A stays in force." },
        new[] { "amps", "{'\\x", "not JSON, bad escape at byte 2. 13.0 A stays in force." },
        new[] { "amps", "{'\\uD800'",
            "not JSON, half a surrogate pair at byte 2. 13.0 A stays in force." },
        new[] { "amps", "{'\n'",
            "not JSON, control character at byte 2. 13.0 A stays in force." },
        new[] { "amps", "{'\u00FF'", "not JSON, no UTF-8 at byte 2. 13.0 A stays in force." },
    };

    private readonly CommandParser _parser = new CommandParser();
    private readonly ParsedCommand _asked = new ParsedCommand();
    private readonly CommandResult _result = new CommandResult();
    private readonly Wording _wording = new Wording();

    public WordingTests()
    {
        _result.AppliedCentiamps = 1300;
        _result.MinCentiamps = 600;
        _result.MaxCentiamps = 3200;
    }

    [TestMethod]
    public void Tells_what_could_not_be_read_what_is_allowed_and_what_stays()
    {
        foreach (string[] row in Misread)
        {
            Ask(row[0], row[1]);
            Assert.AreEqual("Refused: " + row[2], Composed(), row[1]);
        }
    }

    [TestMethod]
    [DataRow((int)ParseStatus.Retained,
        "Refused: the command was retained, publish it without the retain flag. "
        + "13.0 A stays in force.")]
    [DataRow((int)ParseStatus.UnknownTopic,
        "Refused: the command is unknown, no command has this topic. 13.0 A stays in force.")]
    [DataRow((int)ParseStatus.TooLong,
        "Refused: the text is longer than 256 bytes. 13.0 A stays in force.")]
    public void Tells_what_was_not_even_looked_at(int status, string expected)
    {
        _asked.Restart(CommandKind.SetAmps, 0x1A2B, CommandOrigin.Mqtt);
        _asked.Refuse((ParseStatus)status);
        Assert.AreEqual(expected, Composed());
    }

    [TestMethod]
    [DataRow("amps", "13", (int)CommandCode.Applied, "13.0 A is in force.")]
    [DataRow("amps", "40", (int)CommandCode.Clamped,
        "40.0 A is above the ceiling. 13.0 A is in force.")]
    [DataRow("release", "", (int)CommandCode.Applied,
        "The claim is given back. 13.0 A is in force.")]
    [DataRow("switch", "on", (int)CommandCode.Applied, "Charging is allowed.")]
    [DataRow("switch", "off", (int)CommandCode.Applied, "Charging is not allowed.")]
    [DataRow("mode", "auto", (int)CommandCode.Applied, "All claims count.")]
    [DataRow("mode", "manual", (int)CommandCode.Applied,
        "Only boost, command and default count.")]
    [DataRow("mode", "off", (int)CommandCode.Applied, "Nothing is to be offered.")]
    [DataRow("priority", "9", (int)CommandCode.Applied, "The priority is set.")]
    [DataRow("boost", "{'amps':13,'minutes':90}", (int)CommandCode.Applied,
        "13.0 A is in force.")]
    [DataRow("boost", "0", (int)CommandCode.Applied,
        "There is no boost any more. 13.0 A is in force.")]
    [DataRow("boost", "{'amps':13,'minutes':0}", (int)CommandCode.BadTtl,
        "Refused: minutes is out of range, allowed is 1 to 1440. 13.0 A stays in force.")]
    [DataRow("order", "takeover", (int)CommandCode.Applied,
        "We listen for 2 s and then take over.")]
    [DataRow("order", "takeover", (int)CommandCode.NoRival,
        "Refused: no other controller is there. Nothing has changed.")]
    [DataRow("order", "restart", (int)CommandCode.Applied, "The box restarts.")]
    [DataRow("order", "rediscover", (int)CommandCode.Applied, "Everything is published again.")]
    [DataRow("order", "identify", (int)CommandCode.Applied, "The LED flashes for 10 s.")]
    [DataRow("amps", "3", (int)CommandCode.OutOfRange,
        "Refused: 3.0 A is out of range, allowed is 0 or 6.0 to 32.0 A. 13.0 A stays in force.")]
    [DataRow("amps", "3", (int)CommandCode.UnknownCharger,
        "Refused: no connector 1a2b has been seen. Nothing has changed.")]
    [DataRow("amps", "3", (int)CommandCode.BadTtl,
        "Refused: the ttl is out of range, allowed is 1 to 86400 s, or 0 for until replaced. "
        + "13.0 A stays in force.")]
    [DataRow("amps", "3", (int)CommandCode.Busy,
        "Refused: commands come faster than they are taken, try again. 13.0 A stays in force.")]
    [DataRow("switch", "on", (int)CommandCode.Busy,
        "Refused: commands come faster than they are taken, try again. Nothing has changed.")]
    public void Tells_what_became_of_a_command(string kind, string text, int code, string expected)
    {
        Ask(kind, text);
        _result.Code = (CommandCode)code;
        Assert.AreEqual(expected, Composed());
    }

    [TestMethod]
    [DataRow("amps", "0", (int)CommandEffect.None, "0.0 A is in force.")]
    [DataRow("amps", "0", (int)CommandEffect.KeepsMinimum,
        "0.0 A is in force. On protocol 2 the offer stays at 6.0 A.")]
    [DataRow("switch", "off", (int)CommandEffect.KeepsMinimum,
        "Charging is not allowed. On protocol 2 the offer stays at 6.0 A.")]
    [DataRow("switch", "off", (int)CommandEffect.OpensContactor,
        "Charging is not allowed. The contactor opens, and a Tesla must then be plugged in again.")]
    [DataRow("switch", "off", (int)CommandEffect.EndsHeartbeats,
        "Charging is not allowed. Heartbeats end, so that the contactor opens.")]
    [DataRow("switch", "off", (int)CommandEffect.AsksVehicle,
        "Charging is not allowed. The car is asked to stop; until then it is 6.0 A.")]
    [DataRow("switch", "on", (int)CommandEffect.StaysOff,
        "Charging is allowed. But the whole site is off.")]
    [DataRow("amps", "10", (int)CommandEffect.StaysBoosted,
        "0.0 A is in force. It is that of a boost, which comes first.")]
    public void Tells_what_a_stop_really_does(string kind, string text, int stop, string expected)
    {
        Ask(kind, text);
        _result.AppliedCentiamps = 0;
        _result.Effect = (CommandEffect)stop;
        Assert.AreEqual(expected, Composed());
    }

    [TestMethod]
    public void Tells_why_a_text_is_not_json()
    {
        string[] told = new string[(int)JsonError.TrailingText];
        for (JsonError error = JsonError.UnexpectedEnd; error < JsonError.TrailingText; error++)
        {
            _asked.Restart(CommandKind.SetEnabled, 0x1A2B, CommandOrigin.Mqtt);
            _asked.Refuse(ParseStatus.NotJson);
            _asked.JsonError = error;
            string words = Composed();
            for (JsonError other = JsonError.UnexpectedEnd; other < error; other++)
            {
                Assert.AreNotEqual(told[(int)other], words);
            }
            told[(int)error] = words;
        }
        Assert.AreEqual(
            "Refused: not JSON, nested too deep at byte 0. Nothing has changed.",
            told[(int)JsonError.TooDeep]);
    }

    [TestMethod]
    public void Leaves_out_a_range_that_it_does_not_know()
    {
        Ask("amps", "abc");
        InForce.Read(new BoxStatus(), 0x1A2B, _result);
        Assert.AreEqual(
            "Refused: the text must be a number. Nothing has changed.", Composed());
    }

    [TestMethod]
    public void Names_the_minimum_of_protocol_2_before_a_connector_is_seen()
    {
        BoxStatus status = new BoxStatus();
        status.SiteLimitCentiamps = 4000;
        Ask("amps", "abc");
        InForce.Read(status, Command.WholeSite, _result);
        Assert.AreEqual(
            "Refused: the text must be a number, allowed is 0 or 6.0 to 40.0 A. "
            + "0.0 A stays in force.",
            Composed());
    }

    [TestMethod]
    public void Reads_the_range_of_one_connector_or_of_the_site_from_the_status()
    {
        BoxStatus status = new BoxStatus();
        status.RequestedCentiamps = 2000;
        status.SiteLimitCentiamps = 4000;
        status.ConnectorCount = 2;
        FillConnector(status.Connector(0), 0x1A2B, 600);
        FillConnector(status.Connector(1), 0x3C4D, 500);
        status.Connector(1).RequestedCentiamps = 5000;
        InForce.Read(status, 0x1A2B, _result);
        Assert.AreEqual("1000 of 600 to 3200", Range());
        InForce.Read(status, 0x3C4D, _result);
        Assert.AreEqual("3200 of 500 to 3200", Range());
        InForce.Read(status, Command.WholeSite, _result);
        Assert.AreEqual("2000 of 500 to 4000", Range());
        status.RequestedCentiamps = 8000;
        InForce.Read(status, Command.WholeSite, _result);
        Assert.AreEqual("4000 of 500 to 4000", Range());
        InForce.Read(new BoxStatus(), Command.WholeSite, _result);
        Assert.AreEqual("-1 of 600 to 0", Range());
        InForce.Read(status, 0x5E6F, _result);
        Assert.AreEqual("-1 of 0 to 0", Range());
    }

    private static void FillConnector(ConnectorStatus connector, int id, int minCentiamps)
    {
        connector.Id = id;
        connector.RequestedCentiamps = 1000;
        connector.MinCentiamps = minCentiamps;
        connector.MaxCentiamps = 3200;
    }

    private string Range()
    {
        return _result.AppliedCentiamps.ToString() + " of " + _result.MinCentiamps.ToString()
            + " to " + _result.MaxCentiamps.ToString();
    }

    private void Ask(string kind, string text)
    {
        byte[] bytes = TestText.Bytes(text);
        CommandKind asked = kind switch
        {
            "switch" => CommandKind.SetEnabled,
            "release" => CommandKind.ReleaseAmps,
            "mode" => CommandKind.SetMode,
            "order" => CommandKind.Order,
            "priority" => CommandKind.SetPriority,
            "boost" => CommandKind.SetBoost,
            _ => CommandKind.SetAmps,
        };
        _asked.Restart(asked, 0x1A2B, kind == "body" ? CommandOrigin.Http : CommandOrigin.Mqtt);
        _parser.Parse(bytes, 0, bytes.Length, _asked);
    }

    private string Composed()
    {
        _wording.Compose(_asked, _result);
        return TestText.Row(_wording.Sentence);
    }
}
