using TwcBridge.Config;
using TwcBridge.Http;

namespace TwcBridge.UnitTests.Http;

/// <summary>The first set-up over the box's own network.</summary>
[TestClass]
public class HttpSetupTests
{
    private readonly HttpRig _rig = new HttpRig();
    private readonly Settings _settings = new Settings();

    [TestMethod]
    [DataRow("GET", "/setup", "")]
    [DataRow("PUT", "/api/v1/setup", "{}")]
    public void Is_not_there_until_it_is_opened(string method, string path, string body)
    {
        string answer = _rig.Ask(Request(method, path, body));
        Assert.AreEqual("404 not_found null", HttpAnswer.Error(answer));
        Assert.IsFalse(_rig.Server.Settings.WantsSaving);
    }

    [TestMethod]
    public void The_page_comes_compressed()
    {
        Open();
        string answer = _rig.Ask(Request("GET", "/setup", ""));
        Assert.AreEqual("gzip", HttpAnswer.Header(answer, "Content-Encoding"));
        Assert.AreEqual(SetupPageParts.ContentSecurityPolicy,
            HttpAnswer.Header(answer, "Content-Security-Policy"));
        byte[] piece = SetupPageParts.At(0);
        Assert.AreEqual(HttpBytes.Text(piece, 0, piece.Length), HttpAnswer.Body(answer));
    }

    [TestMethod]
    [DataRow(2048, "200")]
    [DataRow(2049, "413")]
    public void Settings_may_have_2_KB(int length, string status)
    {
        Open();
        int client = _rig.Open(Request("PUT", "/api/v1/setup", "{}".PadRight(length)));
        Assert.AreEqual(status == "200", _rig.Server.Settings.WantsSaving);
        if (status == "200")
        {
            _rig.Server.OnSaved(true, _rig.NowMs);
        }
        Assert.AreEqual(status, HttpAnswer.Status(_rig.Take(client)));
    }

    [TestMethod]
    public void There_is_one_place_for_settings_and_who_is_slow_loses_it()
    {
        Open();
        string whole = Request("PUT", "/api/v1/setup", "{\"mqtt_host\":\"one\"}");
        int slow = _rig.Open(whole.Substring(0, whole.Length - 1));
        string busy = _rig.Ask(Request("PUT", "/api/v1/setup", "{\"mqtt_host\":\"two\"}"));
        Assert.AreEqual("503 busy null", HttpAnswer.Error(busy));
        Assert.AreEqual("1", HttpAnswer.Header(busy, "Retry-After"));
        Assert.AreEqual("200", HttpAnswer.Status(_rig.Ask(HttpRig.Get("/healthz"))));

        _rig.Advance(HttpConnection.ReadTimeoutMs);
        Assert.AreEqual("408", HttpAnswer.Status(_rig.Take(slow)));
        string next = _rig.Change(Request("PUT", "/api/v1/setup", "{\"mqtt_host\":\"two\"}"));
        Assert.AreEqual("200", HttpAnswer.Status(next));
        Assert.AreEqual("two", _settings.Text(SettingKey.MqttHost));
    }

    [TestMethod]
    public void Who_leaves_gives_the_place_for_settings_back()
    {
        Open();
        string whole = Request("PUT", "/api/v1/setup", "{}");
        int gone = _rig.Open(whole.Substring(0, whole.Length - 1));
        _rig.Server.OnClosed(gone);
        Assert.AreEqual("200", HttpAnswer.Status(_rig.Change(whole)));
    }

    [TestMethod]
    public void What_is_sent_is_in_force_over_what_was_set()
    {
        Open();
        string answer = _rig.Change(Request("PUT", "/api/v1/setup",
            "{\"wifi_ssid\":\"home\",\"wifi_password\":\"open sesame\",\"site_limit_amps\":24}"));
        Assert.AreEqual(
            "{\"ok\":true,\"restart_required\":true,\"kept\":true}", HttpAnswer.Body(answer));
        Assert.AreEqual("home", _settings.Text(SettingKey.WifiSsid));
        Assert.AreEqual("open sesame", _settings.Text(SettingKey.WifiPassword));
        Assert.AreEqual(2400, _settings.Number(SettingKey.SiteLimit));
        Assert.AreEqual("broker", _settings.Text(SettingKey.MqttHost), "as before");
    }

    [TestMethod]
    [DataRow("{", "400 not_json null")]
    [DataRow("{\"colour\":1}", "400 unknown_key colour")]
    [DataRow("{\"wifi_ssid\":1}", "400 wrong_type wifi_ssid")]
    [DataRow("{\"wifi_ssid\":\"a\",\"wifi_ssid\":\"b\"}", "400 duplicate_key wifi_ssid")]
    [DataRow("{\"site_limit_amps\":81}", "422 out_of_range site_limit_amps")]
    [DataRow("{\"wifi_ssid\":\"home\",\"wifi_password\":\"short\"}",
        "422 inconsistent wifi_password")]
    public void What_is_wrong_is_named_and_nothing_is_taken(string body, string error)
    {
        Open();
        Assert.AreEqual(error,
            HttpAnswer.Error(_rig.Ask(Request("PUT", "/api/v1/setup", body))));
        Assert.IsFalse(_rig.Server.Settings.WantsSaving);
    }

    [TestMethod]
    public void A_form_of_another_page_is_refused()
    {
        Open();
        string answer = _rig.Ask("PUT /api/v1/setup HTTP/1.1\r\nHost: 192.168.4.1\r\n"
            + "Content-Type: text/plain\r\nContent-Length: 2\r\n\r\n{}");
        Assert.IsTrue(HttpAnswer.Error(answer).IndexOf("415 ") == 0, answer);
    }

    private void Open()
    {
        _settings.TrySet(SettingKey.MqttHost, "broker");
        _rig.Server.Settings.Use(_settings, isKept: true);
        _rig.Server.Settings.OpenSetup();
    }

    private static string Request(string method, string path, string body)
    {
        string head = method + " " + path + " HTTP/1.1\r\nHost: 192.168.4.1\r\n";
        return body.Length == 0
            ? head + "\r\n"
            : head + "Content-Type: application/json\r\nContent-Length: "
                + body.Length.ToString() + "\r\n\r\n" + body;
    }
}
