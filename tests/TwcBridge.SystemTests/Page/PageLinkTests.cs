using System.Net;
using System.Threading.Tasks;
using Microsoft.Playwright;
using TwcBridge.SystemTests.EndToEnd;

namespace TwcBridge.SystemTests.Page;

/// <summary>What the page says when the box refuses, asks who is there, or is gone. A browser
/// complains of each of these itself, so nobody listens to its console here.</summary>
[TestClass]
[OSCondition(OperatingSystems.Linux)]
public class PageLinkTests
{
    private const string First = "Connector 8204";

    [TestMethod]
    public async Task Says_what_was_refused()
    {
        using RunningBox box = RunningBox.Start("--connectors", "1");
        box.Output.Await("8204: linked", "draws 0.0 A");
        await using WatchedPage watched = await WatchedPage.Open(box.Page);

        ILocator card = watched.Card(First);
        await card.GetByRole(AriaRole.Spinbutton).FillAsync("60");
        await card.GetByRole(AriaRole.Button, new() { Name = "Apply" }).ClickAsync();
        await watched.Expect(card, "said", "Refused: 60.0 A is out of range, "
            + "allowed is 0 or 6.0 to 32.0 A. 6.0 A stays in force.");
    }

    [TestMethod]
    public async Task Says_since_when_the_box_is_gone_and_finds_it_again_by_itself()
    {
        int port = RunningBox.FreePort();
        string address = $"{IPAddress.Loopback}:{port}";
        await using WatchedPage watched = await WatchedPage.Prepare();
        using (ToolProcess box = new("run", "--connectors", "1", "--http", address))
        {
            box.Output.Await("8204: linked", "draws 0.0 A");
            await watched.Page.GotoAsync($"http://{address}/");
            await watched.Expect(watched.Header, "link", "Live");
            box.Kill();
        }
        await watched.Expect(watched.Header, "link", "Unreachable");
        ILocator lost = watched.Page.GetByRole(AriaRole.Alert);
        await Assertions.Expect(lost).ToContainTextAsync("The box does not answer.");
        await Assertions.Expect(lost).ToContainTextAsync("Unreachable since");
        await Assertions.Expect(lost).ToContainTextAsync("may be wrong by now");
        await Assertions.Expect(watched.Card(First).Locator(".live").First)
            .ToHaveCSSAsync("opacity", "0.5");
        await watched.Photograph("unreachable");

        using ToolProcess again = new("run", "--connectors", "1", "--http", address);
        await watched.Expect(watched.Header, "link", "Live");
        await Assertions.Expect(lost).ToBeHiddenAsync();
    }

    [TestMethod]
    public async Task Asks_for_the_password_and_then_works()
    {
        using RunningBox box = RunningBox.Start("--connectors", "1", "--password", "correct horse");
        box.Output.Await("8204: linked", "draws 0.0 A");
        await using WatchedPage watched = await WatchedPage.Open(box.Page);
        ILocator card = watched.Card("Log in");
        ILocator password = card.GetByLabel("Password of the box");
        await Assertions.Expect(password).ToBeFocusedAsync();
        await Assertions.Expect(watched.Card("Whole site")).ToBeHiddenAsync();
        await watched.Expect(watched.Header, "link", "Locked");
        await watched.Photograph("login");

        await password.FillAsync("battery staple");
        await password.PressAsync("Enter");
        await watched.Expect(card, "refused", "That is not the password.");

        await password.FillAsync("correct horse");
        await password.PressAsync("Enter");
        await Assertions.Expect(card).ToBeHiddenAsync();
        ILocator connector = watched.Card(First);
        await connector.GetByRole(AriaRole.Spinbutton).FillAsync("9");
        await connector.GetByRole(AriaRole.Button, new() { Name = "Apply" }).ClickAsync();
        await watched.Expect(connector, "said", "Set to 9.0\u00A0A for 4 hours.");
        await watched.Page.ReloadAsync();
        await watched.Expect(watched.Card(First), "offered", "9.0\u00A0A");
    }
}
