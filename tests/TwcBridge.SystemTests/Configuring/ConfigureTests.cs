using System;
using System.IO;
using System.Text.Json.Nodes;
using TwcBridge.SystemTests.Cli;
using TwcBridge.SystemTests.EndToEnd;
using TwcBridge.SystemTests.Setup;
using TwcBridge.SystemTests.Support;

namespace TwcBridge.SystemTests.Configuring;

/// <summary>twcbridge configure against a stand-in for a box.</summary>
[TestClass]
public sealed class ConfigureTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("twcbridge-cfg-").FullName;

    private readonly FakeBox _box = new()
    {
        Settings = JsonNode.Parse("""
            {"site_limit_amps":16,"failsafe_amps":6,"default_amps":null,"box":"garage",
            "mqtt_host":"","mqtt_user":"me","mqtt_password":"***","wifi_password":null,
            "from_the_future":1}
            """)!.AsObject(),
    };

    public void Dispose()
    {
        _box.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [TestMethod]
    public void Shows_the_settings()
    {
        CliRun lines = Configure("");
        CliRun json = Configure("--json");

        Assert.Contains("site_limit_amps  16\n", lines.Output);
        Assert.Contains("mqtt_password    ***\n", lines.Output);
        Assert.AreEqual(16, (int)JsonNode.Parse(json.Output)!["site_limit_amps"]!);
    }

    [TestMethod]
    [DataRow("--set site_limit_amps=20.5", """{"site_limit_amps":20.5}""", "site_limit_amps")]
    [DataRow("--set default_amps=10 ha_discovery=false",
        """{"default_amps":10,"ha_discovery":false}""", "default_amps, ha_discovery")]
    [DataRow("--set default_amps=10 --set stop_mode=silence",
        """{"default_amps":10,"stop_mode":"silence"}""", "default_amps, stop_mode")]
    [DataRow("--set box=attic", """{"box":"attic"}""", "box")]
    public void Changes_what_it_is_told_to(string options, string patched, string changed)
    {
        CliRun run = Configure(options);

        Assert.AreEqual(0, run.ExitCode, run.Errors);
        Assert.AreEqual(patched, _box.Patched);
        Assert.AreEqual($"Changed: {changed}.\n", run.Output);
    }

    [TestMethod]
    public void Changes_the_settings_of_a_running_box()
    {
        using RunningBox box = RunningBox.Start("--password", "correct-horse");
        box.Output.Await("bus: in control");
        string password = Path.Combine(_folder, "password");
        string export = Path.Combine(_folder, "box.json");
        File.WriteAllText(password, "correct-horse\n");
        string at = $"configure --host {box.Page.Authority} --password-file {password}";

        CliRun set = CliRun.Of($"{at} --set site_limit_amps=25 failsafe_amps=8".Split(' '));
        CliRun saved = CliRun.Of($"{at} --export {export}".Split(' '));
        CliRun again = CliRun.Of($"{at} --import {export} --set site_limit_amps=25".Split(' '));
        CliRun late = CliRun.Of($"{at} --set box=attic mqtt_host=127.0.0.1".Split(' '));
        CliRun shown = CliRun.Of($"{at} --json".Split(' '));

        Assert.AreEqual("Changed: site_limit_amps, failsafe_amps.\n", set.Output, set.Errors);
        Assert.AreEqual(0, saved.ExitCode, saved.Errors);
        Assert.Contains("Nothing to change", again.Output, again.Errors);
        Assert.Contains("--restart starts it now", late.Output, late.Errors);
        JsonNode told = JsonNode.Parse(shown.Output)!;
        Assert.AreEqual(25, (decimal)told["site_limit_amps"]!);
        Assert.AreEqual("attic", (string)told["box"]!);
        Assert.AreEqual("***", (string)told["http_password"]!);
        Assert.DoesNotContain("correct-horse", File.ReadAllText(export) + shown.Output);
    }

    [TestMethod]
    public void Sends_nothing_when_nothing_changes()
    {
        CliRun run = Configure("--set site_limit_amps=16 default_amps=null");

        Assert.AreEqual(0, run.ExitCode, run.Errors);
        Assert.AreEqual("", _box.Patched);
        Assert.Contains("Nothing to change", run.Output);
    }

    [TestMethod]
    public void Asks_for_a_password_and_never_shows_it()
    {
        CliRun run = CliRun.WithInput(
            "verysecret\n", "configure", "--host", _box.Address, "--ask", "mqtt_password");

        Assert.AreEqual(0, run.ExitCode, run.Errors);
        Assert.AreEqual("""{"mqtt_password":"verysecret"}""", _box.Patched);
        Assert.DoesNotContain("verysecret", run.Output + run.Errors);
    }

    [TestMethod]
    public void Exports_and_imports_again_without_touching_hidden_passwords()
    {
        string file = Path.Combine(_folder, "box.json");
        Assert.AreEqual(0, Configure($"--export {file}").ExitCode);
        _box.Settings["site_limit_amps"] = 30;
        File.WriteAllText(file,
            File.ReadAllText(file).Replace("  \"from_the_future\": 1", "  \"max_connectors\": 3"));
        CliRun run = Configure($"--import {file}");

        Assert.AreEqual(0, run.ExitCode, run.Errors);
        Assert.Contains("site_limit_amps", run.Output);
        Assert.DoesNotContain("password", _box.Patched);
        Assert.AreEqual("***", (string)_box.Settings["mqtt_password"]!);
    }

    [TestMethod]
    [DataRow(2, "there is no setting 'site_limit'. There are: site_limit_amps,",
        "--set site_limit=3")]
    [DataRow(2, "--set: 'box' must be KEY=VALUE", "--set box")]
    [DataRow(2, "--ask: 'box=a' must be the name of a setting", "--ask box=a")]
    [DataRow(5, "'site_limit_amps' must be an amount from 6 to 80 A", "--set site_limit_amps=3")]
    [DataRow(5, "'site_limit_amps' must be an amount from 6 to 80 A", "--set site_limit_amps=x")]
    [DataRow(5, "'stop_mode' must be one of minimum, contactor, silence", "--set stop_mode=x")]
    [DataRow(5, "failsafe_amps is above site_limit_amps",
        "--set site_limit_amps=10 failsafe_amps=16")]
    [DataRow(3, "Could not find file", "--import none.json")]
    public void Refuses_before_the_box_is_asked(int code, string words, string options)
    {
        CliRun run = Configure(options);

        Assert.AreEqual(code, run.ExitCode, run.Errors);
        Assert.Contains(words, run.Errors);
        Assert.AreEqual("", _box.Patched);
    }

    [TestMethod]
    public void Writes_nothing_over_somebody_elses_change()
    {
        _box.IsContested = true;
        CliRun run = Configure("--set site_limit_amps=20");

        Assert.AreEqual(8, run.ExitCode);
        Assert.Contains("were changed by somebody else meanwhile. Start again", run.Errors);
        Assert.AreEqual(16, (int)_box.Settings["site_limit_amps"]!);
    }

    [TestMethod]
    public void Sends_the_certificate_of_an_authority_to_a_running_box()
    {
        using TestAuthority authority = new();
        using RunningBox box = RunningBox.Start();
        box.Output.Await("page");
        string host = $"configure --host {box.Page.Authority} --mqtt-ca ";

        CliRun run = CliRun.Of((host + authority.OwnFile).Split(' '));
        Assert.AreEqual(0, run.ExitCode, run.Errors);
        Assert.IsTrue((bool)box.Get("api/v1/info")["mqtt_ca"]!);

        string other = Path.Combine(_folder, "other");
        File.WriteAllText(other, "no certificate");
        run = CliRun.Of((host + other).Split(' '));
        Assert.AreEqual(5, run.ExitCode, run.Errors);
        Assert.Contains("not one whole certificate", run.Errors);

        Assert.AreEqual(0, CliRun.Of((host + "none").Split(' ')).ExitCode);
        Assert.IsFalse((bool)box.Get("api/v1/info")["mqtt_ca"]!);
    }

    [TestMethod]
    public void Gives_the_password_from_a_file()
    {
        _box.Password = "letmein";
        string file = Path.Combine(_folder, "password");
        File.WriteAllText(file, "letmein\n");
        CliRun without = Configure("");
        CliRun with = Configure($"--password-file {file}");
        File.WriteAllText(file, "");
        CliRun empty = Configure($"--password-file {file}");

        Assert.AreEqual(8, without.ExitCode);
        Assert.Contains("TWCBRIDGE_PASSWORD", without.Errors);
        Assert.AreEqual(0, with.ExitCode, with.Errors);
        Assert.AreEqual(5, empty.ExitCode);
        Assert.Contains("has no password", empty.Errors);
    }

    [TestMethod]
    [DataRow("Choose one box", "")]
    [DataRow("Choose one box", "--host 127.0.0.1 --serial /dev/x")]
    [DataRow("goes over the network only", "--serial /dev/x --export a")]
    [DataRow("Name the settings", "--serial /dev/x")]
    public void Says_what_is_missing(string words, string options)
    {
        CliRun run = CliRun.Of($"configure {options}".Trim().Split(' '));

        Assert.AreEqual(2, run.ExitCode, run.Errors);
        Assert.Contains(words, run.Errors);
    }

    private CliRun Configure(string options)
    {
        return CliRun.Of($"configure --host {_box.Address} {options}".Trim().Split(' '));
    }
}
