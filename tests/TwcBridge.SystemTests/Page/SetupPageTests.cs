using System;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Microsoft.Playwright;
using TwcBridge.Config;
using TwcBridge.SystemTests.Rules;

namespace TwcBridge.SystemTests.Page;

/// <summary>
/// The form that a new box shows in its own network. The file itself in a browser, at an address
/// that nobody has; what the box makes of what it sends is shown by HttpSetupTests.
/// </summary>
[TestClass]
[OSCondition(OperatingSystems.Linux)]
public class SetupPageTests
{
    private const string Address = "http://192.0.2.1/setup";

    [TestMethod]
    [DataRow(WatchedPage.PhoneWidth, false)]
    [DataRow(WatchedPage.PhoneWidth, true)]
    [DataRow(WatchedPage.DesktopWidth, false)]
    public async Task Axe_finds_nothing_and_all_fits(int width, bool isDark)
    {
        await using WatchedPage watched = await Open(width, isDark);
        await watched.ExpectNothingFromAxe();
        await watched.ExpectAllFits();
        await watched.Photograph($"setup-{width}-{(isDark ? "dark" : "light")}");
    }

    [TestMethod]
    public async Task Sends_what_was_filled_in_and_says_what_the_box_answers()
    {
        await using WatchedPage watched = await Open();
        JsonNode? sent = null;
        string answer = """{"error":"bad_setting","message":"Too long.","field":"mqtt_host"}""";
        int status = 422;
        await watched.Page.RouteAsync("**/api/v1/setup", async route =>
        {
            Assert.AreEqual("PUT", route.Request.Method);
            sent = JsonNode.Parse(route.Request.PostData!);
            await route.FulfillAsync(
                new() { Status = status, ContentType = "application/json", Body = answer });
        });
        await watched.Page.GetByLabel("Wi-Fi network").FillAsync("home");
        await watched.Page.GetByLabel("Its password").FillAsync("open sesame");
        await watched.Page.GetByLabel("Limit of the site").FillAsync("25.6");
        await watched.Page.GetByLabel("MQTT broker").FillAsync("broker.example");
        await Press(watched, "Too long. (mqtt_host)");
        Assert.IsTrue(JsonNode.DeepEquals(sent, JsonNode.Parse("""
            {
              "wifi_ssid": "home", "wifi_password": "open sesame", "site_limit_amps": 25.6,
              "mqtt_host": "broker.example"
            }
            """)), sent?.ToJsonString());

        status = 200;
        answer = """{"ok":true,"restart_required":true,"kept":true}""";
        await Press(watched, "Saved. The box restarts.");
        await watched.Page.UnrouteAllAsync();
        await Press(watched, "The box did not answer.");
    }

    [TestMethod]
    public async Task Asks_for_settings_that_there_are()
    {
        await using WatchedPage watched = await Open();
        string[] names = await watched.Page.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('input')].map(input => input.name)");
        string[] known = Enum.GetValues<SettingKey>().Select(SettingsTable.NameOf).ToArray();
        Assert.IsNotEmpty(names);
        Assert.IsEmpty(names.Except(known));
    }

    [TestMethod]
    public async Task Does_not_send_a_password_that_is_too_short()
    {
        await using WatchedPage watched = await Open();
        await watched.Page.GetByLabel("Wi-Fi network").FillAsync("home");
        await watched.Page.GetByLabel("Its password").FillAsync("short");
        await watched.Page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        Assert.IsFalse(await watched.Page.EvaluateAsync<bool>("f.checkValidity()"));
        Assert.AreEqual(1, watched.Calls.Length, "the page itself");
    }

    private static async Task<WatchedPage> Open(
        int width = WatchedPage.DesktopWidth, bool isDark = false)
    {
        WatchedPage watched = await WatchedPage.Prepare(width, isDark);
        string path = Path.Combine(
            Repository.Root, "firmware", "TwcBridge.Core", "Http", "setup.html");
        await watched.Page.RouteAsync(Address, route => route.FulfillAsync(
            new() { ContentType = "text/html; charset=utf-8", Body = File.ReadAllText(path) }));
        await watched.Page.GotoAsync(Address);
        return watched;
    }

    private static async Task Press(WatchedPage watched, string answer)
    {
        await watched.Page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(watched.Page.GetByRole(AriaRole.Status)).ToHaveTextAsync(answer);
    }
}
