using System.Linq;
using System.Text.Json.Nodes;
using TwcBridge.SystemTests.Cli;
using TwcBridge.SystemTests.EndToEnd;
using TwcBridge.SystemTests.Setup;
using TwcBridge.SystemTests.Support;

namespace TwcBridge.SystemTests.Diagnosing;

/// <summary>twcbridge doctor at a box, and on a line.</summary>
[TestClass]
[OSCondition(OperatingSystems.Linux | OperatingSystems.OSX)]
public class DoctorTests
{
    private const int Ok = 0;
    private const int Findings = 9;

    [TestMethod]
    public void Finds_nothing_wrong_with_a_box_that_is_well()
    {
        using MosquittoBroker broker = MosquittoBroker.StartOpen();
        using RunningBox box = RunningBox.StartOn(broker, "--connectors", "2");
        box.Output.Await("wiring: The bus is well");
        box.Output.Await("mqtt: connected");
        CliRun run = Examine("--host", box.Page.Authority);

        Assert.AreEqual(Ok, run.ExitCode, run.Output);
        string[] subjects = [.. FindingsOf(run).Select(finding => (string)finding["subject"]!)];
        CollectionAssert.AreEqual(
            new[] { "box", "adapter", "frames", "link", "limits", "wi-fi", "mqtt", "clock",
                "home assistant" },
            subjects);
        Assert.AreEqual("fine", Verdict(run, "link"));
        Assert.AreEqual("fine", Verdict(run, "mqtt"));
        Assert.AreEqual("fine", Verdict(run, "clock"));
    }

    // One value of a healthy box is changed: part, key, value.
    [TestMethod]
    [DataRow("diagnosis.code=nothing_heard", "adapter", "wrong", "#nothing_heard")]
    [DataRow("diagnosis.code=only_echo", "adapter", "wrong", "#only_echo")]
    [DataRow("diagnosis.code=no_frames", "frames", "wrong", "#no_frames")]
    [DataRow("diagnosis.code=noise", "frames", "wrong", "#noise")]
    [DataRow("diagnosis.code=not_heard", "link", "wrong", "#not_heard")]
    [DataRow("diagnosis.code=rival", "link", "wrong", "#rival")]
    [DataRow("diagnosis.code=rotary_switch", "link", "wrong", "#rotary_switch")]
    [DataRow("diagnosis.code=connector_error", "link", "wrong", "#connector_error")]
    [DataRow("diagnosis.code=starting", "link", "unknown", "")]
    [DataRow("diagnosis.code=noise", "link", "unknown", "")]
    [DataRow("box.offered_a=33", "limits", "wrong", "please report it")]
    [DataRow("bus.sends_refused=1", "limits", "wrong", "please report it")]
    [DataRow("charger.fault=site_limit_too_small", "limits", "wrong", "raise it if the breaker")]
    [DataRow("config.failsafe_amps=30", "limits", "doubtful", "it is shared then")]
    [DataRow("box.wifi_rssi_dbm=-60", "wi-fi", "fine", "")]
    [DataRow("box.wifi_rssi_dbm=-80", "wi-fi", "doubtful", "commands may be late")]
    [DataRow("box.wifi_rssi_dbm=-90", "wi-fi", "wrong", "Move the antenna or the router")]
    [DataRow("box.mqtt_connected=false", "mqtt", "wrong", "mosquitto_sub -h broker.lan")]
    [DataRow("box.mqtt_connected=false", "home assistant", "unknown", "")]
    [DataRow("box.mqtt_reconnects=3", "mqtt", "doubtful", "Look at the broker's log")]
    [DataRow("box.ts=0", "clock", "doubtful", "UDP 123")]
    [DataRow("box.ts=1000000000", "clock", "doubtful", "One of the two is wrong")]
    [DataRow("config.ha_discovery=false", "home assistant", "doubtful", "ha_discovery=true")]
    [DataRow("config.ha_prefix=ha", "home assistant", "doubtful", "same discovery prefix")]
    [DataRow("health=503", "box", "wrong", "Take its power away")]
    public void Says_of_each_thing_what_to_do(
        string change, string subject, string verdict, string advice)
    {
        using FakeBox box = new();
        box.MakeHealthy();
        box.Change(change);
        CliRun run = Examine("--host", box.Address);

        Assert.AreEqual(verdict, Verdict(run, subject));
        Assert.Contains(advice, run.Output);
        bool isWrong = FindingsOf(run).Any(finding => (string)finding["verdict"]! == "wrong");
        Assert.AreEqual(isWrong ? Findings : Ok, run.ExitCode);
    }

    [TestMethod]
    public void Stops_at_the_first_thing_that_hides_the_others()
    {
        CliRun nobody = Examine("--host", $"127.0.0.1:{RunningBox.FreePort()}");
        using RunningBox box = RunningBox.Start("--password", "correct-horse");
        box.Output.Await("bus: in control");
        CliRun locked = Examine("--host", box.Page.Authority);

        Assert.AreEqual(Findings, nobody.ExitCode);
        Assert.AreEqual("box", (string)FindingsOf(nobody).Single()["subject"]!);
        Assert.AreEqual(Findings, locked.ExitCode);
        Assert.AreEqual("wrong", Verdict(locked, "password"));
        Assert.HasCount(2, FindingsOf(locked));
    }

    [TestMethod]
    public void Listens_on_a_line()
    {
        using ToolProcess simulator = new("simulate --pty --tap --connectors 2");
        string bus = simulator.Output.Await("/dev/");
        string tap = simulator.Output.Await(line => line.StartsWith("/dev/") && line != bus, "tap");
        using RunningBox box = RunningBox.Start("--serial", bus, "--site-limit", "32");
        box.AwaitLinked();
        CliRun run = Examine("--serial", tap, "--for", "5");

        Assert.AreEqual(Ok, run.ExitCode, run.Output);
        Assert.AreEqual("fine", Verdict(run, "port"));
        Assert.AreEqual("fine", Verdict(run, "link"));
        Assert.Contains("8204, 8205", run.Output);
    }

    [TestMethod]
    public void Says_when_nothing_is_heard_on_a_line()
    {
        using ToolProcess simulator = new("simulate --pty --fault mute --car none");
        string line = simulator.Output.Await("/dev/");
        CliRun silent = Examine("--serial", line, "--for", "1");
        CliRun none = Examine("--serial", "/dev/ttyNone");

        Assert.AreEqual(Findings, silent.ExitCode);
        Assert.AreEqual(Findings, none.ExitCode);
        Assert.AreEqual("wrong", Verdict(none, "port"));
        Assert.Contains("does not exist. Plug the adapter in", none.Output);
    }

    [TestMethod]
    public void Writes_lines_for_people()
    {
        using RunningBox box = RunningBox.Start("--connectors", "1");
        box.Output.Await("wiring: The bus is well");
        CliRun run = CliRun.Of("doctor", "--host", box.Page.Authority);

        Assert.AreEqual(Ok, run.ExitCode, run.Errors);
        Assert.Contains("  ok  link", run.Output);
        Assert.Contains("for a breaker of 40 A or more", run.Output);
        Assert.EndsWith("Nothing is wrong.\n", run.Output);
    }

    private static CliRun Examine(params string[] options)
    {
        return CliRun.Of(["doctor", "--json", .. options]);
    }

    private static JsonNode[] FindingsOf(CliRun run)
    {
        return [.. JsonNode.Parse(run.Output)!["findings"]!.AsArray().Select(finding => finding!)];
    }

    private static string Verdict(CliRun run, string subject)
    {
        JsonNode? finding = FindingsOf(run)
            .FirstOrDefault(finding => (string)finding["subject"]! == subject);
        return (string?)finding?["verdict"] ?? $"nothing about {subject} in {run.Output}";
    }
}
