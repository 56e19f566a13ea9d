using System.Threading.Tasks;
using Microsoft.Playwright;

namespace TwcBridge.SystemTests.EndToEnd;

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
        Assert.IsEmpty(s_watched.Complaints, string.Join('\n', s_watched.Complaints));
        Assert.IsEmpty(s_watched.CallsBeyond(s_box.Page));
    }

    [TestMethod]
    public async Task Shows_both_connectors_live()
    {
        await s_watched.Expect(s_watched.Page.Locator("header"), "link", "Live");
        await s_watched.Expect(s_watched.Page.Locator("header"), "box", RunningBox.Name);
        await s_watched.Expect(s_watched.Card(Site), "role", "In control");
        foreach (string name in new[] { First, Second })
        {
            ILocator card = s_watched.Card(name);
            await s_watched.Expect(card, "state", "Charging");
            await s_watched.Expect(card, "offered", "6.0 A");
            await s_watched.Expect(card, "serial", $"Serial A20F000{name[^4..]}, version 4.5.3");
        }
        await s_watched.Photograph("charging");
    }

    [TestMethod]
    public async Task Changes_the_limit_of_the_site_and_gives_it_back()
    {
        ILocator card = s_watched.Card(Site);
        await card.GetByRole(AriaRole.Spinbutton).FillAsync("20");
        await card.GetByLabel("For how long").SelectOptionAsync("for 1 hour");
        await card.GetByRole(AriaRole.Button, new() { Name = "Set limit" }).ClickAsync();

        await s_watched.Expect(card, "said", "Set to 20.0 A for 1 hour.");
        await s_watched.Expect(card, "offered", "20.0 A");
        await s_watched.Expect(card, "by", "a user or program");
        s_box.Output.Await("command site set_amps 20.0 A for 3600 s by HTTP");
        s_box.AwaitTold(20);
        await s_watched.Photograph("site-limit");

        await card.GetByRole(AriaRole.Button, new() { Name = "Give the limit back" }).ClickAsync();
        await s_watched.Expect(card, "said", "Given back. Now in force: 6.0 A.");
        await s_watched.Expect(card, "offered", "12.0 A");
        s_box.AwaitTold(12);
    }

    [TestMethod]
    public async Task Changes_the_limit_of_one_connector_with_the_slider()
    {
        ILocator card = s_watched.Card(First);
        ILocator slider = card.GetByRole(AriaRole.Slider);
        for (int steps = 0; steps < 4; steps++)
        {
            await slider.PressAsync("ArrowRight");
        }
        await card.GetByRole(AriaRole.Button, new() { Name = "Set limit" }).ClickAsync();

        await s_watched.Expect(card, "said", "Set to 10.0 A for 4 hours.");
        await s_watched.Expect(card, "offered", "10.0 A");
        await s_watched.Expect(s_watched.Card(Second), "offered", "6.0 A");
        s_box.Output.Await("8204: linked", "10.0 A by command, offered 10.0 A");

        await card.GetByRole(AriaRole.Button, new() { Name = "Give the limit back" }).ClickAsync();
        await s_watched.Expect(card, "offered", "6.0 A");
    }

    [TestMethod]
    public async Task Stops_and_allows_charging()
    {
        ILocator card = s_watched.Card(Second);
        ILocator allow = card.GetByRole(AriaRole.Switch);
        await Assertions.Expect(allow).ToHaveAttributeAsync("aria-checked", "true");

        await allow.ClickAsync();
        await s_watched.Expect(card, "said", "Stopped: the minimum current is held.");
        await Assertions.Expect(allow).ToHaveAttributeAsync("aria-checked", "false");
        s_box.Output.Await("8205: linked", "stopped by a user");
        await s_watched.Photograph("stopped");

        await allow.ClickAsync();
        await s_watched.Expect(card, "said", "Charging is allowed again.");
        await Assertions.Expect(allow).ToHaveAttributeAsync("aria-checked", "true");
    }

    // As below, a browser complains of the refusals.
    [TestMethod]
    public async Task Asks_for_the_password_and_then_works()
    {
        using RunningBox box = RunningBox.Start("--connectors", "1", "--password", "correct horse");
        box.Output.Await("8204: linked", "draws 0.0 A");
        await using WatchedPage watched = await WatchedPage.Open(box.Page);
        ILocator card = watched.Card("Log in");
        ILocator password = card.GetByLabel("Password of the box");
        await Assertions.Expect(watched.Card(Site)).ToBeHiddenAsync();

        await password.FillAsync("battery staple");
        await password.PressAsync("Enter");
        await watched.Expect(card, "refused", "That is not the password.");

        await password.FillAsync("correct horse");
        await password.PressAsync("Enter");
        await Assertions.Expect(card).ToBeHiddenAsync();
        ILocator connector = watched.Card(First);
        await connector.GetByRole(AriaRole.Spinbutton).FillAsync("9");
        await connector.GetByRole(AriaRole.Button, new() { Name = "Set limit" }).ClickAsync();
        await watched.Expect(connector, "said", "Set to 9.0 A for 4 hours.");
        await watched.Page.ReloadAsync();
        await watched.Expect(watched.Card(First), "offered", "9.0 A");
    }

    // A browser complains of every refusal and of every call that fails, so nobody listens here.
    [TestMethod]
    public async Task Says_what_was_refused_and_that_the_box_is_gone()
    {
        using RunningBox box = RunningBox.Start("--connectors", "1");
        box.Output.Await("8204: linked", "draws 0.0 A");
        await using WatchedPage watched = await WatchedPage.Open(box.Page);

        ILocator card = watched.Card(First);
        await card.GetByRole(AriaRole.Spinbutton).FillAsync("60");
        await card.GetByRole(AriaRole.Button, new() { Name = "Set limit" }).ClickAsync();
        await watched.Expect(card, "said", "Refused: 60.0 A is out of range, "
            + "allowed is 0 or 6.0 to 32.0 A. 6.0 A stays in force.");

        box.Tool.Kill();
        await watched.Expect(watched.Page.Locator("header"), "link", "Unreachable");
        await Assertions.Expect(watched.Page.GetByRole(AriaRole.Alert))
            .ToContainTextAsync("may be wrong by now");
        await watched.Photograph("unreachable");
    }
}
