using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Microsoft.Playwright;
using TwcBridge.Config;
using TwcBridge.SystemTests.EndToEnd;
using TwcBridge.SystemTests.Support;

namespace TwcBridge.SystemTests.Page;

/// <summary>Settings on the page: shown, checked, sent, refused by name. What the box refuses the
/// browser complains of, so nobody listens to its console here.</summary>
[TestClass]
[OSCondition(OperatingSystems.Linux)]
public class PageSettingsTests
{
    private const string Secret = "hunter2-of-the-broker";
    private const string Config = "api/v1/config";
    private const string Forgets = " It is forgotten when this program ends: start it with "
        + "--settings FILE to keep it.";

    private static RunningBox s_box = null!;
    private static WatchedPage s_watched = null!;

    [ClassInitialize]
    public static async Task Open(TestContext context)
    {
        s_box = RunningBox.Start("--connectors", "1", "--site-limit", "32");
        s_box.Output.Await("8204: linked", "draws 0.0 A");
        s_watched = await WatchedPage.Prepare();
    }

    [ClassCleanup]
    public static async Task Close()
    {
        await s_watched.DisposeAsync();
        s_box.Dispose();
    }

    [TestMethod]
    public async Task Knows_every_setting_with_its_range()
    {
        await Settings();
        JsonElement known = await s_watched.Page.EvaluateAsync<JsonElement>(
            "Object.assign({}, ...SETTINGS.map(group => group[1]))");
        for (int i = 0; i < SettingsTable.Count; i++)
        {
            SettingKey key = (SettingKey)i;
            JsonElement shown = known.GetProperty(SettingsTable.NameOf(key));
            SettingKind kind = SettingsTable.KindOf(key);
            if (kind == SettingKind.Choice)
            {
                string[] words = shown[1].EnumerateArray().Select(w => w.GetString()!).ToArray();
                CollectionAssert.IsSubsetOf(SettingsTable.WordsOf(key), words);
                continue;
            }
            Assert.AreEqual(kind.ToString().ToLowerInvariant(), shown[1].GetString());
            if (kind is SettingKind.Amps or SettingKind.Number)
            {
                int unit = kind == SettingKind.Amps ? 100 : 1;
                Assert.AreEqual(SettingsTable.MinOf(key), shown[3].GetInt32() * unit, $"{key}");
                Assert.AreEqual(SettingsTable.MaxOf(key), shown[4].GetInt32() * unit, $"{key}");
            }
            else if (kind is SettingKind.Text)
            {
                Assert.AreEqual(SettingsTable.MinOf(key), shown[3].GetInt32(), $"{key}");
                Assert.AreEqual(SettingsTable.MaxOf(key), shown[4].GetInt32(), $"{key}");
            }
        }
    }

    [TestMethod]
    public async Task A_changed_limit_is_saved_and_in_force()
    {
        ILocator settings = await Settings();
        await settings.GetByLabel("Site limit").FillAsync("20");
        await Save(settings);
        await s_watched.Expect(settings, "said", "Saved, and in force." + Forgets);
        await s_watched.Expect(s_watched.Card("Whole site"), "limit", "20.0\u00A0A");
        Assert.AreEqual(20, (double)s_box.Get(Config)["site_limit_amps"]!);
        await s_watched.Photograph("settings");
        await Patch("""{"site_limit_amps":32}""");
    }

    [TestMethod]
    public async Task The_certificate_of_an_authority_is_sent_and_taken_away()
    {
        using TestAuthority authority = new();
        ILocator settings = await Settings();
        ILocator file = settings.GetByLabel("Who signed the broker's certificate");
        await file.SetInputFilesAsync(authority.OwnFile);
        await s_watched.Expect(settings, "said",
            "Saved. It counts from the next connection to the broker.");
        await Assertions.Expect(file).ToHaveAccessibleDescriptionAsync(
            new Regex("There is one"));
        Assert.IsTrue((bool)s_box.Get("api/v1/info")["mqtt_ca"]!);

        await settings.GetByRole(AriaRole.Button, new() { Name = "Take it away" }).ClickAsync();
        await Assertions.Expect(file).ToHaveAccessibleDescriptionAsync(new Regex("None yet"));
        Assert.IsFalse((bool)s_box.Get("api/v1/info")["mqtt_ca"]!);

        await file.SetInputFilesAsync(new FilePayload
        {
            Name = "ca.pem",
            MimeType = "text/plain",
            Buffer = [1, 2, 3],
        });
        await s_watched.Expect(settings, "said", "The text must hold one whole certificate, "
            + "from BEGIN CERTIFICATE to END.");
    }

    [TestMethod]
    [DataRow("Site limit", "3", "From 6 to 80, please.")]
    [DataRow("Site limit", "", "A number, please.")]
    [DataRow("Site limit", "16.123", "Two decimals at most.")]
    [DataRow("Lease", "1.5", "A whole number, please.")]
    [DataRow("Name of the box", "", "1 to 32 characters, please.")]
    public async Task Says_at_the_field_what_is_wrong_and_sends_nothing(
        string label, string value, string words)
    {
        ILocator settings = await Settings();
        JsonNode before = s_box.Get(Config);
        ILocator field = settings.GetByLabel(label, new() { Exact = true });
        await field.FillAsync(value);
        await Save(settings);
        await s_watched.Expect(
            settings, "said", "Nothing is saved: see the field that is marked.");
        await Assertions.Expect(field).ToBeFocusedAsync();
        await Assertions.Expect(field).ToHaveAttributeAsync("aria-invalid", "true");
        await Assertions.Expect(field).ToHaveAccessibleDescriptionAsync(
            new Regex(words));
        Assert.IsTrue(JsonNode.DeepEquals(before, s_box.Get(Config)));

        await settings.GetByRole(AriaRole.Button, new() { Name = "Undo changes" }).ClickAsync();
        await Assertions.Expect(field).ToHaveAttributeAsync("aria-invalid", "false");
    }

    [TestMethod]
    public async Task Shows_the_refusal_of_the_box_at_the_field_it_names()
    {
        ILocator settings = await Settings();
        ILocator field = settings.GetByLabel("Fail-safe current");
        await field.FillAsync("40");
        await Save(settings);
        await s_watched.Expect(
            settings, "said", "Nothing is saved: see the field that is marked.");
        await Assertions.Expect(field).ToBeFocusedAsync();
        await Assertions.Expect(field).ToHaveAttributeAsync("aria-invalid", "true");
        await Assertions.Expect(field).ToHaveAccessibleDescriptionAsync(
            new Regex("This value does not go with the others."));
        await s_watched.Photograph("settings-refused");
    }

    [TestMethod]
    public async Task Does_not_overwrite_what_somebody_else_has_changed_meanwhile()
    {
        ILocator settings = await Settings();
        await settings.GetByLabel("Lease").FillAsync("300");
        await Patch("""{"failsafe_amps":7}""");
        await Save(settings);
        await Assertions.Expect(settings.Locator("[data-f=said]"))
            .ToContainTextAsync("Somebody else has changed the settings meanwhile.");
        await Assertions.Expect(settings.GetByLabel("Fail-safe current")).ToHaveValueAsync("7");
        await Assertions.Expect(settings.GetByLabel("Lease")).ToHaveValueAsync("300");

        await Save(settings);
        await s_watched.Expect(settings, "said", "Saved, and in force." + Forgets);
        Assert.AreEqual(300, (int)s_box.Get(Config)["lease_seconds"]!);
        Assert.AreEqual(7, (double)s_box.Get(Config)["failsafe_amps"]!);
        await Patch("""{"failsafe_amps":6}""");
    }

    [TestMethod]
    public async Task Tells_that_there_is_a_password_and_never_which()
    {
        await Patch($$"""{"mqtt_user":"u","mqtt_password":"{{Secret}}"}""");
        ILocator settings = await Settings();
        ILocator field = settings.Locator("#set-mqtt_password");
        await Assertions.Expect(field).ToHaveAttributeAsync("placeholder", "unchanged");
        await Assertions.Expect(field).ToHaveValueAsync("");
        Assert.DoesNotContain(Secret, await s_watched.Page.ContentAsync());

        await settings.GetByLabel("Take it away").Last.CheckAsync();
        await Save(settings);
        await Assertions.Expect(field).ToHaveAttributeAsync("placeholder", "not set");
        await Assertions.Expect(settings.Locator("[data-f=said]")).ToContainTextAsync("Saved.");
        Assert.IsNull(s_box.Get(Config)["mqtt_password"]);
        await Assertions.Expect(s_watched.Page.Locator("#late")).ToBeVisibleAsync();
    }

    private static async Task<ILocator> Settings()
    {
        await s_watched.Page.GotoAsync(s_box.Page.AbsoluteUri);
        ILocator settings = await s_watched.Unfold("settings");
        await Assertions.Expect(settings.GetByLabel("Lease")).ToBeVisibleAsync();
        return settings;
    }

    private static Task Save(ILocator settings)
    {
        return settings.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
    }

    private static async Task Patch(string json)
    {
        Dictionary<string, string> headers = new() { ["Content-Type"] = "application/json" };
        IAPIResponse answer = await s_watched.Page.APIRequest.PatchAsync(
            s_box.Page + Config, new() { Data = json, Headers = headers });
        Assert.AreEqual(200, answer.Status, await answer.TextAsync());
    }
}
