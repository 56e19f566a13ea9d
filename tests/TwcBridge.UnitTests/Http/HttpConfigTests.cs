using TwcBridge.Config;
using TwcBridge.Http;

namespace TwcBridge.UnitTests.Http;

/// <summary>The settings over HTTP.</summary>
[TestClass]
public class HttpConfigTests
{
    private const string Path = "/api/v1/config";
    private const string Patch = "PATCH " + Path;

    private readonly HttpRig _rig = new HttpRig();
    private readonly Settings _settings = new Settings();

    [TestMethod]
    public void Every_setting_is_told_and_no_secret()
    {
        Use();
        string answer = _rig.Ask(HttpRig.Get(Path));
        string body = HttpAnswer.Body(answer);
        for (int i = 0; i < SettingsTable.Count; i++)
        {
            string name = SettingsTable.NameOf((SettingKey)i);
            Assert.IsTrue(body.IndexOf("\"" + name + "\":") > 0, name);
        }
        Assert.AreEqual("***", HttpAnswer.Member(body, "mqtt_password"));
        Assert.AreEqual("null", HttpAnswer.Member(body, "wifi_password"));
        Assert.IsTrue(body.IndexOf("hidden") < 0, body);
        Assert.IsTrue(body.StartsWith("{\"site_limit_amps\":16.0,"), body);
        Assert.IsTrue(HttpAnswer.Header(answer, "ETag").StartsWith("\""), "a tag");
    }

    [TestMethod]
    public void An_export_leaves_secrets_out_and_can_be_taken_again()
    {
        Use();
        string answer = _rig.Ask(HttpRig.Get(Path + "/export"));
        string body = HttpAnswer.Body(answer);
        Assert.IsTrue(body.IndexOf("password") < 0, body);
        Assert.IsTrue(HttpAnswer.Header(answer, "Content-Disposition")
            .IndexOf("twcbridge-settings.json") > 0);
        Assert.AreEqual("200", HttpAnswer.Status(_rig.Change(HttpRig.Send(Patch, "", body))));
        Assert.AreEqual("hidden 1", _settings.Text(SettingKey.MqttPassword));
    }

    [TestMethod]
    public void What_was_told_can_be_sent_back()
    {
        Use();
        string body = HttpAnswer.Body(_rig.Ask(HttpRig.Get(Path)));
        string answer = _rig.Change(HttpRig.Send(Patch, "", body));
        Assert.AreEqual(
            "{\"ok\":true,\"restart_required\":false,\"kept\":true}", HttpAnswer.Body(answer));
        Assert.AreEqual("hidden 1", _settings.Text(SettingKey.MqttPassword));
    }

    [TestMethod]
    [DataRow("{\"site_limit_amps\":20}", "false")]
    [DataRow("{\"connector_limit_amps\":10,\"default_amps\":8,\"failsafe_amps\":0}", "false")]
    [DataRow("{\"lease_seconds\":60,\"http_password\":\"open sesame\"}", "false")]
    [DataRow("{}", "false")]
    [DataRow("{\"site_limit_amps\":20,\"stop_mode\":\"silence\"}", "true")]
    [DataRow("{\"mqtt_host\":\"other\"}", "true")]
    public void A_change_says_whether_it_waits_for_a_start(string body, string waits)
    {
        Use();
        string answer = HttpAnswer.Body(_rig.Change(HttpRig.Send(Patch, "", body)));
        Assert.AreEqual(waits, HttpAnswer.Member(answer, "restart_required"));
        string info = HttpAnswer.Body(_rig.Ask(HttpRig.Get("/api/v1/info")));
        Assert.AreEqual(waits, HttpAnswer.Member(info, "restart_required"));
    }

    [TestMethod]
    public void Nothing_is_in_force_before_it_is_saved_or_when_it_is_not()
    {
        Use();
        string patch = HttpRig.Send(Patch, "", "{\"site_limit_amps\":20}");
        int client = _rig.Open(patch);
        Assert.AreEqual(0, _rig.Server.PendingLength(client));
        Assert.AreEqual(1600, _settings.Number(SettingKey.SiteLimit));
        Assert.AreEqual(2000, _rig.Server.Settings.Draft.Number(SettingKey.SiteLimit));
        _rig.Server.OnSaved(false, _rig.NowMs);
        Assert.AreEqual("503 not_saved null", HttpAnswer.Error(_rig.Take(client)));
        Assert.AreEqual(1600, _settings.Number(SettingKey.SiteLimit));
        _rig.Server.OnClosed(client);
        Assert.AreEqual("200", HttpAnswer.Status(_rig.Change(patch)));
        Assert.AreEqual(2000, _settings.Number(SettingKey.SiteLimit));
    }

    [TestMethod]
    public void A_change_of_a_client_who_left_is_not_saved()
    {
        Use();
        _rig.Server.OnClosed(_rig.Open(HttpRig.Send(Patch, "", "{}")));
        Assert.IsFalse(_rig.Server.Settings.WantsSaving);
    }

    [TestMethod]
    public void Who_waits_too_long_for_the_flash_is_told_so()
    {
        Use();
        int client = _rig.Open(HttpRig.Send(Patch, "", "{\"site_limit_amps\":20}"));
        _rig.Advance(HttpConnection.CommandTimeoutMs);
        Assert.AreEqual("503", HttpAnswer.Status(_rig.Take(client)));
        Assert.IsFalse(_rig.Server.Settings.WantsSaving);
    }

    [TestMethod]
    public void A_change_is_made_to_what_was_read_and_to_nothing_else()
    {
        Use();
        string tag = Tag();
        string patch = HttpRig.Send(Patch, "If-Match: " + tag + "\r\n", "{\"lease_seconds\":60}");
        Assert.AreEqual("200", HttpAnswer.Status(_rig.Change(patch)));
        Assert.AreEqual(
            "412 precondition_failed null", HttpAnswer.Error(_rig.Ask(patch)), "as it was");
        Assert.IsTrue(tag != Tag(), tag);
        patch = HttpRig.Send(Patch, "If-Match: " + Tag() + "\r\n", "{\"lease_seconds\":60}");
        Assert.AreEqual("200", HttpAnswer.Status(_rig.Change(patch)));
        patch = HttpRig.Send(Patch, "If-Match: *\r\n", "{}");
        Assert.AreEqual("200", HttpAnswer.Status(_rig.Change(patch)));
    }

    [TestMethod]
    public void Another_secret_is_another_state()
    {
        Use();
        string tag = Tag();
        _rig.Change(HttpRig.Send(Patch, "", "{\"mqtt_password\":\"hidden 2\"}"));
        Assert.IsTrue(tag != Tag(), tag);
    }

    [TestMethod]
    [DataRow("", "400 not_json null")]
    [DataRow("[]", "400 not_json null")]
    [DataRow("{\"colour\":1}", "400 unknown_key colour")]
    [DataRow("{\"passive\":1}", "400 wrong_type passive")]
    [DataRow("{\"box\":null}", "400 wrong_type box")]
    [DataRow("{\"lease_seconds\":1,\"lease_seconds\":2}", "400 duplicate_key lease_seconds")]
    [DataRow("{\"site_limit_amps\":5}", "422 out_of_range site_limit_amps")]
    [DataRow("{\"default_amps\":30}", "422 inconsistent default_amps")]
    [DataRow("{\"http_password\":\"short\"}", "422 inconsistent http_password")]
    public void What_is_wrong_is_named_and_nothing_changes(string body, string error)
    {
        Use();
        string tag = Tag();
        Assert.AreEqual(error, HttpAnswer.Error(_rig.Ask(HttpRig.Send(Patch, "", body))));
        Assert.IsFalse(_rig.Server.Settings.WantsSaving);
        Assert.AreEqual(tag, Tag());
    }

    [TestMethod]
    public void A_secret_can_be_taken_away()
    {
        Use();
        _rig.Change(HttpRig.Send(Patch, "", "{\"mqtt_password\":null,\"mqtt_user\":\"\"}"));
        Assert.AreEqual("", _settings.Text(SettingKey.MqttPassword));
    }

    [TestMethod]
    [DataRow("restart", (int)HttpOrder.Restart)]
    [DataRow("factory-reset", (int)HttpOrder.FactoryReset)]
    public void An_order_that_ends_everything_has_to_be_confirmed(string path, int order)
    {
        string[] bodies =
        {
            "", "{}", "{\"confirm\":false}", "{\"confirm\":1}", "{\"confirm\":true", "true",
            "{\"confirm\":true,\"x\":1}", "{\"x\":true}",
        };
        foreach (string body in bodies)
        {
            string answer = _rig.Ask(HttpRig.Send("POST /api/v1/" + path, "", body));
            Assert.AreEqual("400", HttpAnswer.Status(answer), body);
            Assert.AreEqual(HttpOrder.None, _rig.Server.Door.TakeOrder(), body);
        }
        string taken = _rig.Ask(HttpRig.Send("POST /api/v1/" + path, "", "{\"confirm\":true}"));
        Assert.AreEqual("200", HttpAnswer.Status(taken));
        Assert.AreEqual((HttpOrder)order, _rig.Server.Door.TakeOrder());
        Assert.AreEqual(HttpOrder.None, _rig.Server.Door.TakeOrder(), "once");
    }

    private void Use()
    {
        _settings.TrySet(SettingKey.MqttUser, "me");
        _settings.TrySet(SettingKey.MqttPassword, "hidden 1");
        _rig.Server.Settings.Use(_settings, isKept: true);
    }

    private string Tag()
    {
        return HttpAnswer.Header(_rig.Ask(HttpRig.Get(Path)), "ETag");
    }
}
