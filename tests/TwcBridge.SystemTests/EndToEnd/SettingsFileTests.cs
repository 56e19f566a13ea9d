using System;
using System.IO;
using System.Net.Http;
using System.Runtime.Versioning;
using System.Text.Json.Nodes;
using TwcBridge.Config;
using TwcBridge.SystemTests.Support;
using TwcBridge.VirtualDevice.Hosting;

namespace TwcBridge.SystemTests.EndToEnd;

/// <summary>A box on a PC that is kept in a file.</summary>
[TestClass]
public sealed class SettingsFileTests : IDisposable
{
    private const string Config = "api/v1/config";
    private const string Authority = Config + "/mqtt-ca";

    private readonly string _folder = Directory.CreateTempSubdirectory("twcbridge-kept-").FullName;

    private string FilePath => Path.Combine(_folder, "box.json");

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
    }

    [TestMethod]
    public void What_is_changed_over_http_is_there_at_the_next_run()
    {
        File.WriteAllText(FilePath, """{"lease_seconds":60}""");
        using (RunningBox box = RunningBox.Start("--settings", FilePath, "--site-limit", "25"))
        {
            box.Output.Await("changed settings, in the file that was given");
            JsonNode answer = box.Send(HttpMethod.Patch, Config,
                """{"failsafe_amps":8,"mqtt_user":"ann","mqtt_password":"hidden"}""").Body;
            Assert.IsTrue((bool)answer["kept"]!, answer.ToJsonString());
            using TestAuthority authority = new();
            JsonObject body = new() { ["pem"] = File.ReadAllText(authority.OwnFile) };
            Assert.AreEqual(200, box.Put(Authority, body.ToJsonString()).Status);
            box.Tool.Kill();
        }
        // Only that: what the command line said, and what simulated connectors make of the site
        // limit, must not become that of real ones.
        JsonObject kept = JsonNode.Parse(File.ReadAllText(FilePath))!.AsObject();
        Assert.AreEqual("""
            {"lease_seconds":60,"failsafe_amps":8.0,"mqtt_user":"ann","mqtt_password":"hidden"}
            """, kept.ToJsonString());

        using RunningBox again = RunningBox.Start("--settings", FilePath);
        again.AwaitLinked();
        JsonNode config = again.Get(Config);
        Assert.AreEqual(8, (double)config["failsafe_amps"]!);
        Assert.AreEqual(32, (double)config["site_limit_amps"]!);
        Assert.AreEqual("***", (string)config["mqtt_password"]!);
        Assert.IsTrue((bool)again.Get("api/v1/info")["mqtt_ca"]!);

        again.Output.Forget();
        Assert.AreEqual(200, again.Send(
            HttpMethod.Post, "api/v1/factory-reset", """{"confirm":true}""").Status);
        again.Output.Await("restarts, as it was ordered");
        again.Output.Await("bus: listening");
        again.Output.Await("bus: in control");
        Assert.AreEqual(6, (double)again.Get(Config)["failsafe_amps"]!);
        Assert.IsFalse((bool)again.Get("api/v1/info")["mqtt_ca"]!);
        Assert.AreEqual("{}", File.ReadAllText(FilePath).Trim());
    }

    [TestMethod]
    public void Without_a_file_it_says_that_nothing_is_kept()
    {
        using RunningBox box = RunningBox.Start();
        box.Output.Await("keeps   nothing: changed settings are forgotten at the end");
        JsonNode answer = box.Send(HttpMethod.Patch, Config, """{"failsafe_amps":8}""").Body;
        Assert.IsFalse((bool)answer["kept"]!, answer.ToJsonString());
        Assert.IsFalse((bool)box.Get("api/v1/info")["settings_kept"]!);
    }

    [TestMethod]
    public void A_change_that_cannot_be_written_is_not_made()
    {
        File.WriteAllText(FilePath, "{}");
        using RunningBox box = RunningBox.Start("--settings", FilePath);
        box.Output.Await("page");
        File.WriteAllText(FilePath, "no settings any more");

        (int status, JsonNode answer) =
            box.Send(HttpMethod.Patch, Config, """{"failsafe_amps":8}""");
        Assert.AreEqual(503, status);
        Assert.AreEqual("not_saved", (string)answer["code"]!);
        Assert.AreEqual(6, (double)box.Get(Config)["failsafe_amps"]!);
        Assert.AreEqual("no settings any more", File.ReadAllText(FilePath));
    }

    [TestMethod]
    public void A_write_that_was_cut_before_leaves_the_old_file_and_is_made_good()
    {
        File.WriteAllText(FilePath, """{"lease_seconds":60}""");
        File.WriteAllText(FilePath + ".new", """{"lease_sec""");
        SettingsFile file = new(FilePath);
        Settings before = new();
        Settings after = new();
        after.TrySet(SettingKey.FailsafeAmps, 800);

        Assert.IsTrue(file.TrySave(before, after));
        JsonNode kept = JsonNode.Parse(File.ReadAllText(FilePath))!;
        Assert.AreEqual(60, (int)kept["lease_seconds"]!);
        Assert.AreEqual(8, (double)kept["failsafe_amps"]!);
        Assert.IsFalse(File.Exists(FilePath + ".new"));
    }

    [TestMethod]
    [OSCondition(OperatingSystems.Linux)]
    [UnsupportedOSPlatform("windows")]
    public void Nobody_else_can_read_a_file_that_was_private()
    {
        File.WriteAllText(FilePath, "{}");
        File.SetUnixFileMode(FilePath, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Settings after = new();
        after.TrySet(SettingKey.MqttUser, "ann");
        Assert.IsTrue(new SettingsFile(FilePath).TrySave(new Settings(), after));
        Assert.AreEqual(UnixFileMode.UserRead | UnixFileMode.UserWrite,
            File.GetUnixFileMode(FilePath));
    }
}
