using System.Linq;
using System.Threading.Tasks;
using Microsoft.Playwright;
using TwcBridge.SystemTests.EndToEnd;

namespace TwcBridge.SystemTests.Page;

/// <summary>The page as a user has it: a real browser, a real run.</summary>
[TestClass]
[OSCondition(OperatingSystems.Linux)]
public class PageTests
{
    private const string Site = "Whole site";
    private const string First = "Connector 8204";
    private const string Second = "Connector 8205";

    private static RunningBox s_box = null!;
    private static WatchedPage s_watched = null!;

    [ClassInitialize]
    public static async Task Open(TestContext context)
    {
        s_box = RunningBox.Start();
        s_box.Output.Await("page");
        s_watched = await WatchedPage.Open(s_box.Page);
        s_box.AwaitLinked();
    }

    [ClassCleanup]
    public static async Task Close()
    {
        await s_watched.DisposeAsync();
        s_box.Dispose();
    }

    [TestInitialize]
    public void ListenAnew()
    {
        s_box.Output.Forget();
    }

    [TestCleanup]
    public void ComplainsOfNothingAndCallsNobodyElse()
    {
        string[] complaints = s_watched.Complaints.Where(text => !text.Contains("404")).ToArray();
        Assert.IsEmpty(complaints, string.Join('\n', complaints));
        Assert.IsEmpty(s_watched.CallsBeyond(s_box.Page));
        Assert.AreEqual(1, s_watched.MostCallsAtOnce);
    }

    [TestMethod]
    public async Task Shows_both_connectors_live()
    {
        await s_watched.Expect(s_watched.Header, "link", "Live");
        await s_watched.Expect(s_watched.Header, "box", RunningBox.Name);
        ILocator site = s_watched.Card(Site);
        await s_watched.Expect(site, "role", "In control");
        await s_watched.Expect(site, "now", "2 connectors, 2 cars charge.");
        foreach (string name in new[] { First, Second })
        {
            ILocator card = s_watched.Card(name);
            await s_watched.Expect(card, "state", "Charging");
            await s_watched.Expect(card, "now", "The car is charging.");
            await s_watched.Expect(card, "offered", "6.0\u00A0A");
            await s_watched.Expect(card, "by", "by nobody (fail-safe)");
            await s_watched.Expect(card, "serial", $"A20F000{name[^4..]}");
            await s_watched.Expect(card, "version", "version 4.5.3");
        }
        await s_watched.Photograph("charging");
    }

    [TestMethod]
    public async Task Changes_the_limit_of_the_site_and_gives_it_back()
    {
        ILocator card = s_watched.Card(Site);
        await card.GetByLabel("Whole site: limit in amps").Last.FillAsync("20");
        await card.GetByLabel("For how long").SelectOptionAsync("for 1 hour");
        await Press(card, "Apply");

        await s_watched.Expect(card, "said", "Set to 20.0\u00A0A for 1 hour.");
        await s_watched.Expect(card, "offered", "20.0\u00A0A");
        await s_watched.Expect(card, "by", "by a user or program, 1 h 0 min more");
        s_box.Output.Await("command site set_amps 20.0 A for 3600 s by HTTP");
        s_box.AwaitTold(20);
        await s_watched.Photograph("site-limit");

        await Press(card, "Give back");
        await s_watched.Expect(card, "said", "Given back. Now in force: 6.0\u00A0A.");
        await s_watched.Expect(card, "offered", "12.0\u00A0A");
        await Assertions.Expect(Button(card, "Give back")).ToBeHiddenAsync();
        s_box.AwaitTold(12);
    }

    [TestMethod]
    public async Task Changes_the_limit_of_one_connector_with_the_slider()
    {
        ILocator card = s_watched.Card(First);
        ILocator slider = card.GetByRole(AriaRole.Slider);
        await Assertions.Expect(slider).ToHaveAttributeAsync("min", "6");
        await Assertions.Expect(slider).ToHaveAttributeAsync("max", "32");
        for (int steps = 0; steps < 4; steps++)
        {
            await slider.PressAsync("ArrowRight");
        }
        await Press(card, "Apply");

        await s_watched.Expect(card, "said", "Set to 10.0\u00A0A for 4 hours.");
        await s_watched.Expect(card, "offered", "10.0\u00A0A");
        await s_watched.Expect(s_watched.Card(Second), "offered", "6.0\u00A0A");
        s_box.Output.Await("8204: linked", "10.0 A by command, offered 10.0 A");

        await Press(card, "Give back");
        await s_watched.Expect(card, "offered", "6.0\u00A0A");
    }

    [TestMethod]
    public async Task Stops_with_its_honest_consequence_and_allows_again()
    {
        ILocator card = s_watched.Card(Second);
        await Assertions.Expect(card.Locator("[data-f=hint]"))
            .ToContainTextAsync("a Gen 2 connector cannot offer less");

        await Press(card, "Stop charging");
        await Assertions.Expect(card.Locator("[data-f=said]"))
            .ToContainTextAsync("Charging is not allowed.");
        await s_watched.Expect(card, "now", "Stopped by a user, but the car is still charging.");
        await s_watched.Expect(card, "hint", "Stopped by a user. A Gen 2 connector cannot offer "
            + "less than 6.0\u00A0A, so a car may go on charging at that.");
        s_box.Output.Await("8205: linked", "stopped by a user");
        await s_watched.Photograph("stopped");

        await Press(card, "Allow charging");
        await s_watched.Expect(card, "said", "Charging is allowed.");
        await s_watched.Expect(card, "now", "The car is charging.");
    }

    [TestMethod]
    public async Task Shows_the_bus_with_its_counters_and_frames()
    {
        ILocator bus = await s_watched.Unfold("bus");
        await s_watched.Expect(bus, "wiring", "The bus is well.");
        await Assertions.Expect(bus.Locator("[data-f=links] tr")).ToHaveCountAsync(2);
        await Assertions.Expect(bus.GetByText("heartbeats answered")).ToBeVisibleAsync();
        await Assertions.Expect(bus.Locator("[data-f=frames]"))
            .ToContainTextAsync("heartbeat answer");
        await s_watched.Photograph("bus");
        await s_watched.Unfold("bus");
    }

    private static ILocator Button(ILocator card, string name)
    {
        return card.GetByRole(AriaRole.Button, new() { Name = name });
    }

    private static Task Press(ILocator card, string name)
    {
        return Button(card, name).ClickAsync();
    }
}
