using TwcBridge.Charging;

namespace TwcBridge.UnitTests.Http;

[TestClass]
public class HttpCommandTests
{
    private const string Site = "/api/v1/limit";
    private const string One = "/api/v1/chargers/1a2b/limit";

    [TestMethod]
    [DataRow("PUT", Site, "{\"amps\":13,\"ttl\":120}", "set 0 1300 120000")]
    [DataRow("PUT", Site, "{\"amps\":16.25}", "set 0 1625 -1")]
    [DataRow("PUT", One, " { \"ttl\" : 0 , \"amps\" : 6 } ", "set 6699 600 0")]
    [DataRow("PUT", One, "{\"amps\":13,\"id\":\"x\"}", "set 6699 1300 -1")]
    [DataRow("DELETE", Site, "", "release 0")]
    [DataRow("DELETE", One, "", "release 6699")]
    [DataRow("PUT", "/api/v1/enabled", "{\"enabled\":false}", "enabled 0 False")]
    [DataRow("PUT", "/api/v1/enabled", "{\"enabled\":true}", "enabled 0 True")]
    [DataRow("PUT", "/api/v1/chargers/1a2b/enabled", "{\"enabled\":false}", "enabled 6699 False")]
    [DataRow("PUT", "/api/v1/chargers/1a2b/priority", "{\"priority\":7}", "priority 6699 7")]
    public void A_write_becomes_one_command(
        string method, string path, string body, string expected)
    {
        HttpRig rig = new HttpRig();
        Command command = new Command();
        command.ClampToCeiling = true;
        rig.Open(method == "PUT" ? HttpRig.Put(path, body) : HttpRig.Delete(path));
        Assert.IsTrue(rig.Server.TryNextCommand(command));
        Assert.AreEqual(expected, Show(command));
        Assert.IsFalse(command.ClampToCeiling);
        Assert.IsFalse(rig.Server.TryNextCommand(command), "a second command");
    }

    [TestMethod]
    public void Tells_what_is_applied()
    {
        CommandResult result = new CommandResult();
        result.AppliedCentiamps = 1300;
        string answer = new HttpRig().Order(HttpRig.Put(One, "{\"amps\":13}"), result);
        Assert.AreEqual("200", HttpAnswer.Status(answer));
        Assert.AreEqual("application/json", HttpAnswer.Header(answer, "Content-Type"));
        string body = HttpAnswer.Body(answer);
        Assert.AreEqual("true", HttpAnswer.Member(body, "ok"));
        Assert.AreEqual("1a2b", HttpAnswer.Member(body, "charger"));
        Assert.AreEqual("13.0", HttpAnswer.Member(body, "applied_a"));
    }

    [TestMethod]
    [DataRow((int)CommandCode.Applied, "200 ok")]
    [DataRow((int)CommandCode.Clamped, "200 clamped")]
    [DataRow((int)CommandCode.OutOfRange, "422 out_of_range")]
    [DataRow((int)CommandCode.UnknownCharger, "404 unknown_charger")]
    [DataRow((int)CommandCode.BadTtl, "422 bad_ttl")]
    [DataRow((int)CommandCode.Busy, "503 busy")]
    public void Tells_what_became_of_a_command(int code, string expected)
    {
        CommandResult result = new CommandResult();
        result.Code = (CommandCode)code;
        string answer = new HttpRig().Order(HttpRig.Put(One, "{\"amps\":13}"), result);
        Assert.AreEqual(expected, StatusAndCode(answer));
    }

    [TestMethod]
    public void A_refused_amount_comes_with_the_range()
    {
        CommandResult result = new CommandResult();
        result.Code = CommandCode.OutOfRange;
        result.AppliedCentiamps = 1300;
        result.MinCentiamps = 600;
        result.MaxCentiamps = 2560;
        string answer = new HttpRig().Order(HttpRig.Put(One, "{\"amps\":30}"), result);
        Assert.AreEqual("422 out_of_range amps", HttpAnswer.Error(answer));
        string message = HttpAnswer.Body(answer);
        Assert.IsTrue(message.IndexOf("6.0 to 25.6 A") > 0, message);
        Assert.IsTrue(message.IndexOf("13.0 A stays in force") > 0, message);
    }

    [TestMethod]
    [DataRow("{\"amps\":13,\"amsp\":1}", "400 unknown_key amsp")]
    [DataRow("{\"enabled\":true}", "400 unknown_key enabled")]
    [DataRow("{\"amps\":13,\"amps\":14}", "400 duplicate_key amps")]
    [DataRow("{\"ttl\":10}", "400 missing_key amps")]
    [DataRow("{}", "400 missing_key amps")]
    [DataRow("{\"amps\":\"13\"}", "400 not_a_number amps")]
    [DataRow("{\"amps\":null}", "400 not_a_number amps")]
    [DataRow("{\"amps\":-1}", "422 negative amps")]
    [DataRow("{\"amps\":1e9}", "422 too_large amps")]
    [DataRow("{\"amps\":13,\"ttl\":86401}", "422 too_large ttl")]
    [DataRow("{\"amps\":13", "400 not_json null")]
    [DataRow("{\"amps\":13}}", "400 trailing_text null")]
    [DataRow("13", "400 not_an_object null")]
    [DataRow("[13]", "400 not_an_object null")]
    [DataRow("", "400 empty null")]
    public void A_bad_body_is_refused_by_name(string body, string expected)
    {
        HttpRig rig = new HttpRig();
        rig.AddConnector(0x1A2B);
        string answer = rig.Ask(HttpRig.Put(One, body));
        Assert.AreEqual(expected, HttpAnswer.Error(answer));
        Assert.IsFalse(rig.Server.TryNextCommand(new Command()), "a command came of it");
    }

    [TestMethod]
    public void A_bad_amount_comes_with_the_range_of_the_last_status()
    {
        HttpRig rig = new HttpRig();
        rig.AddConnector(0x1A2B);
        string one = HttpAnswer.Body(rig.Ask(HttpRig.Put(One, "{\"amps\":-1}")));
        Assert.IsTrue(one.IndexOf("6.0 to 32.0 A. 13.0 A stays in force.") > 0, one);
        string site = HttpAnswer.Body(rig.Ask(HttpRig.Put(Site, "{\"amps\":-1}")));
        Assert.IsTrue(site.IndexOf("6.0 to 32.0 A. 6.0 A stays in force.") > 0, site);
    }

    [TestMethod]
    public void Commands_of_several_clients_keep_their_answers()
    {
        HttpRig rig = new HttpRig();
        int first = rig.Open(HttpRig.Put(Site, "{\"amps\":10}"));
        int second = rig.Open(HttpRig.Put(Site, "{\"amps\":20}"));
        Command[] commands = { new Command(), new Command() };
        Assert.IsTrue(rig.Server.TryNextCommand(commands[0]));
        Assert.IsTrue(rig.Server.TryNextCommand(commands[1]));
        for (int i = 1; i >= 0; i--)
        {
            CommandResult result = new CommandResult();
            result.Ticket = commands[i].Ticket;
            result.AppliedCentiamps = commands[i].Centiamps;
            rig.Server.OnResult(result, rig.NowMs);
        }
        Assert.AreEqual("10.0", Applied(rig.Take(first)));
        Assert.AreEqual("20.0", Applied(rig.Take(second)));
    }

    private static string Applied(string answer)
    {
        return HttpAnswer.Member(HttpAnswer.Body(answer), "applied_a");
    }

    private static string StatusAndCode(string answer)
    {
        return HttpAnswer.Status(answer) + " "
            + HttpAnswer.Member(HttpAnswer.Body(answer), "code");
    }

    private static string Show(Command command)
    {
        string address = " " + command.PeripheralId;
        return command.Kind switch
        {
            CommandKind.SetAmps =>
                "set" + address + " " + command.Centiamps + " " + command.TtlMs,
            CommandKind.ReleaseAmps => "release" + address,
            CommandKind.SetPriority => "priority" + address + " " + command.Priority,
            _ => "enabled" + address + " " + (command.Enabled ? "True" : "False"),
        };
    }
}
