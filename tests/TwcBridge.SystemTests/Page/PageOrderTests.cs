using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Microsoft.Playwright;
using TwcBridge.SystemTests.EndToEnd;

namespace TwcBridge.SystemTests.Page;

/// <summary>Boost, mode and stops that have to be confirmed: what the page sends for a click, held
/// against what the box takes.</summary>
[TestClass]
[OSCondition(OperatingSystems.Linux)]
public class PageOrderTests
{
    private const string Answer = """{"ok":true,"code":"ok","message":"20.0 A is in force."}""";

    private static RunningBox s_box = null!;

    private readonly ConcurrentQueue<string> _orders = [];
    private WatchedPage _watched = null!;

    [ClassInitialize]
    public static void Start(TestContext context)
    {
        s_box = RunningBox.Start("--connectors", "1");
        s_box.Output.Await("8204: linked", "draws 0.0 A");
    }

    [ClassCleanup]
    public static void Stop()
    {
        s_box.Dispose();
    }

    [TestInitialize]
    public async Task Prepare()
    {
        _watched = await WatchedPage.Prepare();
        foreach (string path in new[] { "boost", "mode", "chargers/8204/enabled" })
        {
            await _watched.Page.RouteAsync("**/api/v1/" + path, route =>
            {
                _orders.Enqueue($"{route.Request.Method} {path} {route.Request.PostData}");
                return route.FulfillAsync(
                    new() { Status = 200, ContentType = "application/json", Body = Answer });
            });
        }
    }

    [TestCleanup]
    public async Task Close()
    {
        await _watched.DisposeAsync();
    }

    [TestMethod]
    public async Task Boosts_for_so_many_amps_and_minutes()
    {
        await Show(boostAmps: null, "minimum");
        ILocator boost = _watched.Page.GetByRole(AriaRole.Group, new() { Name = "Boost" });
        await boost.GetByLabel("Boost: amps").FillAsync("20");
        await boost.GetByLabel("Boost: minutes").FillAsync("30");
        await boost.GetByRole(AriaRole.Button, new() { Name = "Boost" }).ClickAsync();
        await _watched.Expect(boost, "boost-said", "20.0 A is in force.");
        Assert.AreEqual("""PUT boost {"amps":20,"minutes":30}""", Only());
    }

    [TestMethod]
    public async Task Shows_a_boost_and_ends_it()
    {
        await Show(boostAmps: 20, "minimum");
        ILocator boost = _watched.Page.GetByRole(AriaRole.Group, new() { Name = "Boost" });
        await _watched.Expect(
            boost, "boosted", "20.0\u00A0A for the whole site, 28 min more.");
        await Assertions.Expect(boost.GetByLabel("Boost: amps")).ToBeHiddenAsync();
        await boost.GetByRole(AriaRole.Button, new() { Name = "End the boost" }).ClickAsync();
        await _watched.Expect(boost, "boost-said", "20.0 A is in force.");
        Assert.AreEqual("DELETE boost ", Only());
    }

    [TestMethod]
    public async Task Chooses_the_mode()
    {
        await Show(boostAmps: null, "minimum");
        ILocator mode = _watched.Page.GetByRole(AriaRole.Group, new() { Name = "Mode" });
        await Assertions.Expect(mode.GetByLabel("Auto")).ToBeCheckedAsync();
        await mode.GetByLabel("Off").CheckAsync();
        await _watched.Expect(
            _watched.Card("Whole site"), "boost-said", "20.0 A is in force.");
        Assert.AreEqual("""PUT mode {"mode":"off"}""", Only());
    }

    [TestMethod]
    public async Task A_stop_that_needs_replugging_is_confirmed_first()
    {
        await Show(boostAmps: null, "contactor");
        ILocator stop = _watched.Card("Connector 8204").GetByRole(
            AriaRole.Button, new() { Name = "Stop charging" });
        ILocator dialog = _watched.Page.GetByRole(AriaRole.Dialog);
        await stop.ClickAsync();
        await Assertions.Expect(dialog).ToContainTextAsync("A Tesla must then be plugged in again");
        await _watched.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(dialog).ToBeHiddenAsync();
        await Assertions.Expect(stop).ToBeFocusedAsync();
        Assert.IsEmpty(_orders);

        await stop.ClickAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Stop charging" }).ClickAsync();
        await _watched.Expect(
            _watched.Card("Connector 8204"), "said", "20.0 A is in force.");
        Assert.AreEqual("""PUT chargers/8204/enabled {"enabled":false}""", Only());
    }

    private async Task Show(double? boostAmps, string stopMode)
    {
        await _watched.Alter("status", status =>
        {
            JsonNode box = status["box"]!;
            box["mode"] = "auto";
            box["stop_mode"] = stopMode;
            box["boost_a"] = boostAmps;
            box["boost_s"] = boostAmps == null ? null : 1680;
        });
        await _watched.Page.GotoAsync(s_box.Page.AbsoluteUri);
        await _watched.Expect(_watched.Header, "link", "Live");
    }

    private string Only()
    {
        Assert.HasCount(1, _orders);
        return _orders.ToArray()[0];
    }
}
