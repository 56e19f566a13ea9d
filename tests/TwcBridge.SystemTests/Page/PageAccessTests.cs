using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Playwright;
using TwcBridge.SystemTests.EndToEnd;

namespace TwcBridge.SystemTests.Page;

/// <summary>Whoever cannot see the page, or has no mouse, or a small screen, can use it too.
/// </summary>
[TestClass]
[OSCondition(OperatingSystems.Linux)]
public class PageAccessTests
{
    // What has the focus: its name, and how wide the ring is that shows it. A choice draws it
    // around its word.
    private const string Focused =
        """
        () => {
          const on = document.activeElement, seen = on.type === 'radio' ? on.nextSibling : on;
          const style = getComputedStyle(seen);
          const ring = style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth);
          const name = on.getAttribute('aria-label') || on.textContent || on.id;
          return on === document.body ? '' : name.trim() + '|' + (ring >= 2 ? 'ring' : 'no ring');
        }
        """;

    private const string CountChanges =
        """
        () => {
          window.changes = 0;
          const watch = new MutationObserver(all => window.changes += all.length);
          const watched = { childList: true, characterData: true, subtree: true };
          for (const region of document.querySelectorAll('[role=status], [role=alert]')) {
            watch.observe(region, watched);
          }
        }
        """;

    private static RunningBox s_box = null!;

    [ClassInitialize]
    public static void Start(TestContext context)
    {
        s_box = RunningBox.Start();
        s_box.AwaitLinked();
    }

    [ClassCleanup]
    public static void Stop()
    {
        s_box.Dispose();
    }

    [TestMethod]
    [DataRow(WatchedPage.PhoneWidth, false)]
    [DataRow(WatchedPage.PhoneWidth, true)]
    [DataRow(WatchedPage.DesktopWidth, false)]
    [DataRow(WatchedPage.DesktopWidth, true)]
    public async Task Axe_finds_nothing_and_all_fits(int width, bool isDark)
    {
        await using WatchedPage watched = await OpenAll(width, isDark);
        await watched.ExpectNothingFromAxe();
        await watched.ExpectAllFits();
        await watched.Photograph($"{width}-{(isDark ? "dark" : "light")}");
    }

    [TestMethod]
    public async Task Axe_finds_nothing_at_the_door()
    {
        using RunningBox box = RunningBox.Start("--connectors", "1", "--password", "correct horse");
        box.Output.Await("page");
        await using WatchedPage watched = await WatchedPage.Open(box.Page, WatchedPage.PhoneWidth);
        await Assertions.Expect(watched.Card("Log in")).ToBeVisibleAsync();
        await watched.ExpectNothingFromAxe();
    }

    [TestMethod]
    public async Task Every_control_is_reached_by_the_keyboard_in_order_and_seen()
    {
        await using WatchedPage watched = await WatchedPage.Open(s_box.Page);
        await watched.Expect(watched.Header, "link", "Live");
        // Not by a click: the keyboard would go on from there.
        await watched.Page.EvaluateAsync("document.getElementById('bus').open = true");
        List<string> reached = [];
        string at;
        do
        {
            await watched.Page.Keyboard.PressAsync("Tab");
            at = await watched.Page.EvaluateAsync<string>(Focused);
            reached.Add(at);
        }
        while (at.Length > 0);
        reached.RemoveAt(reached.Count - 1);
        Assert.IsEmpty(reached.Where(text => text.EndsWith("|no ring")));
        string[] names = reached.Select(text => text[..text.IndexOf('|')]).ToArray();
        string[] expected =
        [
            "Whole site: limit in amps", "Apply", "Whole site: stop all",
            "Connector 8204: limit in amps", "Connector 8204: stop charging",
            "Connector 8205: stop charging", "Links", "Frames",
        ];
        CollectionAssert.AreEqual(expected, expected.Where(names.Contains).ToArray());
        int[] places = expected.Select(name => names.ToList().IndexOf(name)).ToArray();
        CollectionAssert.AreEqual(places.Order().ToArray(), places);
    }

    [TestMethod]
    public async Task Live_regions_are_silent_while_nothing_of_note_happens()
    {
        await using WatchedPage watched = await WatchedPage.Open(s_box.Page);
        await watched.Expect(watched.Header, "link", "Live");
        await watched.AwaitPolls(1);
        await watched.Page.EvaluateAsync(CountChanges);
        await watched.AwaitPolls(3);
        Assert.AreEqual(0, await watched.Page.EvaluateAsync<int>("window.changes"));
    }

    private static async Task<WatchedPage> OpenAll(int width, bool isDark)
    {
        WatchedPage watched = await WatchedPage.Open(s_box.Page, width, isDark);
        await watched.Expect(watched.Header, "link", "Live");
        ILocator bus = await watched.Unfold("bus");
        await Assertions.Expect(bus.Locator("[data-f=frames]")).ToContainTextAsync("heartbeat");
        ILocator settings = await watched.Unfold("settings");
        await Assertions.Expect(settings.GetByRole(AriaRole.Spinbutton).First).ToBeVisibleAsync();
        ILocator log = await watched.Unfold("log");
        await Assertions.Expect(log).ToContainTextAsync("8204: answers");
        ILocator about = await watched.Unfold("about");
        await Assertions.Expect(about).ToContainTextAsync("0.1.0");
        return watched;
    }
}
