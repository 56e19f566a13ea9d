using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Runtime.Versioning;
using System.Text;
using System.Text.Json.Nodes;
using TwcBridge.Config;
using TwcBridge.SystemTests.Cli;
using TwcBridge.SystemTests.EndToEnd;
using TwcBridge.SystemTests.Flashing;

namespace TwcBridge.SystemTests.Setup;

/// <summary>twcbridge setup from a bare board to the end, against stand-ins for nanoff and for the
/// box in the network.</summary>
[TestClass]
[OSCondition(OperatingSystems.Linux | OperatingSystems.OSX)]
public sealed class SetupTests : IDisposable
{
    private const string AllCalls =
        "ports chip details clr details details deploy details files chip";

    // Board, erase, name, Wi-Fi twice, breakers, connectors, fail-safe, broker, port, user, and a
    // password that is to be made up.
    private static readonly string[] Answers =
    [
        "1", "y", "garage", "attic", "longpassword", "32", "", "2", "6", "192.168.1.10", "", "", "",
    ];

    private readonly FlashBench _bench = new();
    private readonly FakeBox _box = new();

    public SetupTests()
    {
        _box.Hash = () => HashOf(File.ReadAllText(_bench.In("settings")));
        _box.Name = "garage";
    }

    public void Dispose()
    {
        _box.Dispose();
        _bench.Dispose();
    }

    [TestMethod]
    public void Brings_a_bare_board_into_the_network()
    {
        CliRun run = Setup(Answers);

        Assert.AreEqual(0, run.ExitCode, run.Errors);
        Assert.AreEqual(AllCalls, _bench.Purposes);
        JsonNode written = JsonNode.Parse(File.ReadAllText(_bench.In("settings")))!;
        Assert.AreEqual(25.6m, (decimal)written["site_limit_amps"]!);
        Assert.AreEqual("longpassword", (string)written["wifi_password"]!);
        Assert.Contains("32 A x 0.8 = 25.6 A: site_limit_amps", run.Output);
        Assert.Contains($"The box garage is at http://{_box.Address}/", run.Output);
        Assert.Contains("broker 192.168.1.10:1883", run.Output);
        Assert.Contains("topic: twcbridge/garage/charger/1a2b/state", run.Output);
        Assert.DoesNotContain("longpassword", run.Output + run.Errors);
        Assert.Contains($"Its password: {written["http_password"]}\n", run.Output);
        Assert.AreEqual(10, ((string)written["http_password"]!).Length);
        Assert.IsFalse(File.Exists(StatePath), "its passwords would stay there");
    }

    [TestMethod]
    public void Needs_nobody_with_a_settings_file()
    {
        File.WriteAllText(_bench.In("box.json"), """
            {"site_limit_amps":20,"connector_limit_amps":16,"box":"garage","wifi_ssid":"attic",
            "wifi_password":"longpassword","max_connectors":2,"failsafe_amps":6,"mqtt_host":""}
            """);
        CliRun run = _bench.Run("setup --yes --serial /dev/ttyUSB0 --board esp32-devkit",
            "--image", _bench.Image, "--settings", _bench.In("box.json"), "--host", _box.Address);

        Assert.AreEqual(0, run.ExitCode, run.Errors);
        Assert.AreEqual(AllCalls, _bench.Purposes);
        Assert.Contains("--set mqtt_host=...", run.Output);
    }

    // Killed while the step is at work: nothing can be tidied up. What is behind it is not
    // repeated, and what was answered is not asked again.
    [TestMethod]
    [DataRow("ports=hang", 0, "ports", AllCalls)]
    [DataRow("chip=hang", 0, "ports chip",
        "chip details clr details details deploy details files chip")]
    [DataRow("details=hang", 1, "ports chip details",
        "details clr details details deploy details files chip")]
    [DataRow("clr=hang", 2, "ports chip details clr",
        "details clr details details deploy details files chip")]
    [DataRow("deploy=hang", 2, "ports chip details clr details details deploy",
        "details deploy details files chip")]
    [DataRow("files=hang", 13, "ports chip details clr details details deploy details files",
        "files chip")]
    public void Goes_on_where_it_was_interrupted(
        string plan, int answered, string calls, string callsOfSecondRun)
    {
        _bench.Plan = plan;
        using (Process setup = Start(_box.Address, Answers[..answered]))
        {
            _bench.AwaitHanging();
            setup.Kill(entireProcessTree: true);
            setup.WaitForExit();
        }
        Assert.AreEqual(calls, _bench.Purposes);

        _bench.Plan = "";
        CliRun second = Setup(Answers[answered..]);

        Assert.AreEqual(0, second.ExitCode, second.Errors);
        Assert.AreEqual($"{calls} {callsOfSecondRun}", _bench.Purposes);
        AssertSettingsArrived();
    }

    [TestMethod]
    public void Goes_on_where_the_box_was_not_found_yet()
    {
        using (Process setup = Start("127.0.0.1:1", Answers))
        {
            new LineFeed(setup.StandardOutput).Await("..  waiting for the box");
            setup.Kill(entireProcessTree: true);
            setup.WaitForExit();
        }
        CliRun second = Setup([]);

        Assert.AreEqual(0, second.ExitCode, second.Errors);
        Assert.Contains("Going on where it was left", second.Output);
        Assert.AreEqual(AllCalls, _bench.Purposes);
        AssertSettingsArrived();
    }

    [TestMethod]
    public void Asks_nothing_twice()
    {
        for (int given = 2; given < Answers.Length; given++)
        {
            string[] answers = given == 2 ? Answers[..3] : [Answers[given]];
            CliRun run = Setup(answers);
            bool isLast = given == Answers.Length - 1;
            Assert.AreEqual(isLast ? 0 : 10, run.ExitCode, run.Errors);
            Assert.AreEqual(isLast ? 0 : 1, run.Errors.Split("nobody answers").Length - 1);
        }

        Assert.AreEqual(AllCalls, _bench.Purposes);
        Assert.AreEqual("attic", (string)JsonNode.Parse(
            File.ReadAllText(_bench.In("settings")))!["wifi_ssid"]!);
    }

    [TestMethod]
    public void Asks_again_until_an_answer_is_right()
    {
        CliRun run = Setup(
            ["9", "1", "n?", "y", "gar age", "garage", "", "attic", "short", "longpassword", "5",
                "x", "32", "", "9", "2", "30", "6", "", "short", "long enough"]);

        Assert.AreEqual(0, run.ExitCode, run.Errors);
        Assert.Contains("y or n", run.Errors);
        Assert.Contains("'box' must be 1 to 32 letters, digits, - and _", run.Errors);
        Assert.Contains("wifi_password", run.Errors);
        Assert.Contains("http_password", run.Errors);
        Assert.Contains("'site_limit_amps' must be an amount from 6 to 80 A", run.Errors);
        Assert.Contains("a number of amps, as 32", run.Errors);
        Assert.Contains("'max_connectors' must be a whole number from 1 to 8", run.Errors);
        Assert.Contains("failsafe_amps is above site_limit_amps", run.Errors);
    }

    // Every failure: what to do, and that setup goes on from there.
    [TestMethod]
    [DataRow("version=2.4.9", 6, "dotnet tool update --global nanoff --version 2.5.143")]
    [DataRow("ports=none", 3, "Plug the board in with a USB cable")]
    [DataRow("ports=E6000", 7, "Close whatever uses it")]
    [DataRow("chip=E4000", 7, "Hold the button BOOT")]
    [DataRow("chip=E6002", 7, "Close that one")]
    [DataRow("chip=h2", 7, "Supported are:")]
    [DataRow("chip=garbage", 7, "Press its reset button")]
    [DataRow("details=E4005", 7, "Close whatever uses it")]
    [DataRow("clr=E4002", 7, "Try another cable")]
    [DataRow("clr=E4003", 7, "Hold the button BOOT")]
    [DataRow("clr=E9005", 7, "Is there a connection to the Internet?")]
    [DataRow("clr=E9007", 7, "Check the connection to the Internet")]
    [DataRow("details=oldclr", 7, "twcbridge flash --erase")]
    [DataRow("details=othertarget", 7, "twcbridge flash --erase")]
    [DataRow("details=checksum", 7, "Take both from the same release")]
    [DataRow("deploy=E2002", 7, "Press its reset button")]
    [DataRow("deploy=silent", 7, "FAILED!")]
    [DataRow("deploy=partly", 7, "twcbridge flash writes it again")]
    [DataRow("files=E2003", 7, "Press the board's reset button")]
    [DataRow("files=silent", 7, "Error deploying content file")]
    [DataRow("image", 3, "Download TwcBridge.bin of a release")]
    [DataRow("settings", 5, "there is no setting 'site_limit'")]
    [DataRow("erase", 10, "nothing was changed")]
    [DataRow("host", 4, "Look at its light")]
    [DataRow("hash", 7, "twcbridge setup --only settings")]
    [DataRow("password", 8, "Give it with --password-file FILE")]
    [DataRow("old", 8, "twcbridge flash brings it up to date")]
    public void Says_what_to_do_about(string fault, int code, string advice)
    {
        _bench.Plan = fault;
        string[] answers = [.. Answers];
        string host = _box.Address;
        switch (fault)
        {
            case "image":
                _bench.Image = _bench.In("none.bin");
                break;
            case "settings":
                File.WriteAllText(_bench.In("box.json"), """{"site_limit":20}""");
                break;
            case "erase":
                answers[1] = "n";
                break;
            case "host":
                host = "127.0.0.1:1";
                break;
            case "hash":
                _box.Hash = () => "00000000";
                break;
            case "password":
                _box.Password = "other";
                break;
            case "old":
                _box.HasInfo = false;
                break;
        }
        CliRun run = fault == "settings"
            ? Setup($"--settings {_bench.In("box.json")}")
            : SetupAt(host, answers);

        Assert.AreEqual(code, run.ExitCode, run.Errors);
        Assert.Contains(advice, run.Errors);
        Assert.IsTrue(run.Errors.Contains("twcbridge setup goes on from here.")
            || _bench.Purposes == "", "what was begun can be gone on with");
    }

    [TestMethod]
    public void Repeats_one_step_alone()
    {
        CliRun asked = Setup("--only port");
        CliRun board = Setup("--only board", "2");
        CliRun early = Setup("--only check");

        Assert.AreEqual(0, asked.ExitCode, asked.Errors);
        Assert.AreEqual(0, board.ExitCode, board.Errors);
        Assert.AreEqual("ports chip", _bench.Purposes);
        Assert.AreEqual("esp32-wrover", (string)JsonNode.Parse(
            File.ReadAllText(StatePath))!["Board"]!);
        Assert.AreEqual(2, early.ExitCode);
        Assert.Contains("twcbridge setup --only find", early.Errors);
    }

    [TestMethod]
    [UnsupportedOSPlatform("windows")]
    public void Keeps_its_state_to_itself()
    {
        Setup("--only port");

        Assert.AreEqual(UnixFileMode.UserRead | UnixFileMode.UserWrite,
            File.GetUnixFileMode(StatePath));
        File.WriteAllText(StatePath, "{");
        Assert.AreEqual(5, Setup("--only port").ExitCode);
        Assert.AreEqual(0, Setup("--only port --again").ExitCode);
    }

    private string StatePath => Path.Combine(_bench.In("data"), "setup.json");

    private CliRun Setup(string[] answers)
    {
        return SetupAt(_box.Address, answers);
    }

    private CliRun Setup(string options, params string[] answers)
    {
        return _bench.RunWithInput(string.Join('\n', answers), [.. Words(_box.Address),
            .. options.Split(' ')]);
    }

    private CliRun SetupAt(string host, string[] answers)
    {
        return _bench.RunWithInput(string.Join('\n', answers) + "\n", Words(host));
    }

    private string[] Words(string host)
    {
        return ["setup", "--image", _bench.Image, "--host", host, "--wait", "2"];
    }

    private Process Start(string host, string[] answers)
    {
        Process setup = _bench.Start(Words(host));
        setup.StandardInput.Write(string.Concat(answers.Select(answer => answer + "\n")));
        setup.StandardInput.Flush();
        return setup;
    }

    private void AssertSettingsArrived()
    {
        JsonNode written = JsonNode.Parse(File.ReadAllText(_bench.In("settings")))!;
        Assert.AreEqual("garage", (string)written["box"]!);
        Assert.AreEqual("attic", (string)written["wifi_ssid"]!);
        Assert.AreEqual(2, (int)written["max_connectors"]!);
    }

    private static string HashOf(string settings)
    {
        byte[] json = Encoding.UTF8.GetBytes(settings);
        return Crc32.Of(json, json.Length).ToString("x8");
    }
}
