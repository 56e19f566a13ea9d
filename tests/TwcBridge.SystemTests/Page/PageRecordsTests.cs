using System;
using System.Linq;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Microsoft.Playwright;
using TwcBridge.SystemTests.EndToEnd;

namespace TwcBridge.SystemTests.Page;

/// <summary>The last hours, the log, and the box itself.</summary>
[TestClass]
[OSCondition(OperatingSystems.Linux)]
public class PageRecordsTests
{
    private const int Hours = 9;
    private const string Restart = "Restart the box";

    private static RunningBox s_box = null!;
    private static WatchedPage s_watched = null!;

    [ClassInitialize]
    public static async Task Open(TestContext context)
    {
        s_box = RunningBox.Start("--connectors", "1");
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
    public async Task Draws_the_last_hours_and_tells_them()
    {
        await s_watched.Alter("history", FillHours);
        await s_watched.Page.GotoAsync(s_box.Page.AbsoluteUri);
        ILocator chart = s_watched.Card("Last hours");
        ILocator picture = chart.GetByRole(AriaRole.Img);
        await Assertions.Expect(picture).ToHaveAccessibleNameAsync(
            new Regex(@"^8 h 59 min until now\. Most drawn: 18\.0.A at \d\d:\d\d\.$"));
        // Two runs each, for there is a gap.
        await Assertions.Expect(picture.Locator("path.drawn")).ToHaveCountAsync(2);
        await Assertions.Expect(picture.Locator("path.offer")).ToHaveCountAsync(2);

        await picture.HoverAsync();
        await Assertions.Expect(chart.Locator("[data-f=readout]")).ToHaveTextAsync(
            new Regex(@"^\d\d:\d\d: \d+\.\d.A drawn of 20\.0.A$"));

        await chart.GetByText("Hour by hour").ClickAsync();
        ILocator rows = chart.Locator("tbody tr");
        Assert.IsInRange(Hours, Hours + 1, await rows.CountAsync());
        await Assertions.Expect(rows.Nth(1)).ToContainTextAsync("20.0\u00A0A");
        await s_watched.Photograph("chart");
        await s_watched.Page.UnrouteAllAsync(new() { Behavior = UnrouteBehavior.IgnoreErrors });
    }

    [TestMethod]
    public async Task Tells_what_has_happened_in_words_the_newest_first()
    {
        await s_watched.Page.GotoAsync(s_box.Page.AbsoluteUri);
        ILocator log = await s_watched.Unfold("log");
        ILocator told = log.GetByRole(AriaRole.Cell, new() { Name = "8204: answers" });
        await Assertions.Expect(told).ToBeVisibleAsync();

        ILocator card = s_watched.Card("Connector 8204");
        await card.GetByRole(AriaRole.Spinbutton).FillAsync("60");
        await card.GetByRole(AriaRole.Button, new() { Name = "Apply" }).ClickAsync();
        await s_watched.Expect(
            log, "newest", "8204: a command was refused (out of range)");
        await Assertions.Expect(log.Locator("tbody tr").First).ToContainTextAsync("refused");
    }

    [TestMethod]
    public async Task Restarts_only_after_a_yes()
    {
        await s_watched.Page.GotoAsync(s_box.Page.AbsoluteUri);
        ILocator about = await s_watched.Unfold("about");
        await s_watched.Expect(about, "mqtt", "not connected");
        await about.GetByRole(AriaRole.Button, new() { Name = Restart }).ClickAsync();
        ILocator dialog = s_watched.Page.GetByRole(AriaRole.Dialog);
        await Assertions.Expect(dialog).ToContainTextAsync("the fail-safe holds");
        await s_watched.Photograph("restart");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        await s_watched.AwaitPolls(1);
        Assert.IsEmpty(s_watched.Calls.Where(url => url.EndsWith("/restart")));

        await about.GetByRole(AriaRole.Button, new() { Name = Restart }).ClickAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Restart" }).ClickAsync();
        await s_watched.Expect(about, "said", "The box starts anew.");
        Assert.IsNotEmpty(s_watched.Calls.Where(url => url.EndsWith("/restart")));
    }

    private static void FillHours(JsonNode history)
    {
        JsonArray offered = [];
        JsonArray drawn = [];
        for (int minute = 0; minute < Hours * 60; minute++)
        {
            bool isKnown = minute / 20 != 3;
            offered.Add(isKnown ? 20.0 : null);
            drawn.Add(isKnown ? 10 + minute % 60 / 60.0 * 8 : null);
        }
        drawn[200] = 18.0;
        history["offered_a"] = offered;
        history["drawn_a"] = drawn;
    }
}
