using System;
using System.Collections.Concurrent;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace TwcBridge.SystemTests.Page;

/// <summary>
/// The page in a headless Chromium of this machine, with an eye on what a user does not see: what
/// it complains of, whom it calls, and how many calls are under way.
/// </summary>
internal sealed class WatchedPage : IAsyncDisposable
{
    public const int PhoneWidth = 360;
    public const int DesktopWidth = 1280;

    private const string Chromium = "/usr/bin/chromium";
    private const float PatienceMs = 20_000;
    private const int Height = 900;
    private const string Api = "**/api/v1/";

    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private const string CountCalls =
        """
        window.mostCallsAtOnce = 0;
        let underWay = 0;
        const call = window.fetch;
        window.fetch = async (...request) => {
          window.mostCallsAtOnce = Math.max(window.mostCallsAtOnce, ++underWay);
          try { return await call(...request); } finally { underWay--; }
        };
        """;

    private const string Overflow =
        "document.documentElement.scrollWidth - document.documentElement.clientWidth";

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;
    private readonly ConcurrentQueue<string> _complaints = [];
    private readonly ConcurrentQueue<string> _calls = [];

    private WatchedPage(IPlaywright playwright, IBrowser browser, IPage page)
    {
        _playwright = playwright;
        _browser = browser;
        Page = page;
        page.SetDefaultTimeout(PatienceMs);
        page.Console += (_, said) => Note(said.Type is "error" or "warning", said.Text);
        page.PageError += (_, error) => Note(true, error);
        page.Request += (_, request) => _calls.Enqueue(request.Url);
    }

    public IPage Page { get; }

    /// <summary>Errors and warnings in the console of the browser.</summary>
    public string[] Complaints => _complaints.ToArray();

    /// <summary>Every address it has called, in order.</summary>
    public string[] Calls => _calls.ToArray();

    public ILocator Header => Page.GetByRole(AriaRole.Banner);

    public static async Task<WatchedPage> Open(
        Uri address, int width = DesktopWidth, bool isDark = false)
    {
        WatchedPage watched = await Prepare(width, isDark);
        await watched.Page.GotoAsync(address.AbsoluteUri);
        return watched;
    }

    /// <summary>A browser that has not gone anywhere yet.</summary>
    public static async Task<WatchedPage> Prepare(int width = DesktopWidth, bool isDark = false)
    {
        Assertions.SetDefaultExpectTimeout(PatienceMs);
        IPlaywright playwright = await Playwright.CreateAsync();
        IBrowser browser = await playwright.Chromium.LaunchAsync(
            new() { ExecutablePath = Chromium, Args = Arguments });
        IPage page = await browser.NewPageAsync(new()
        {
            ViewportSize = new() { Width = width, Height = Height },
            ColorScheme = isDark ? ColorScheme.Dark : ColorScheme.Light,
            Locale = "en-GB",
        });
        await page.AddInitScriptAsync($"(() => {{ {CountCalls} }})()");
        return new WatchedPage(playwright, browser, page);
    }

    public Task<int> MostCallsAtOnce()
    {
        return Page.EvaluateAsync<int>("window.mostCallsAtOnce");
    }

    /// <summary>Everything it has called that is not the box. A picture inside the page is part of
    /// the page.</summary>
    public string[] CallsBeyond(Uri address)
    {
        return Calls
            .Where(url => !url.StartsWith(address.AbsoluteUri) && !url.StartsWith("data:"))
            .ToArray();
    }

    /// <summary>From now on the box's own answer comes changed: states that no simulated wire
    /// gets into within seconds.</summary>
    public Task Alter(string path, Action<JsonNode> change)
    {
        return Page.RouteAsync(Api + path + "*", async route =>
        {
            IAPIResponse answer = await route.FetchAsync();
            JsonNode json = JsonNode.Parse(await answer.TextAsync())!;
            change(json);
            await route.FulfillAsync(new() { Response = answer, Body = json.ToJsonString() });
        });
    }

    /// <summary>Until the page has asked for the status so many times more.</summary>
    public async Task AwaitPolls(int count)
    {
        for (int i = 0; i < count; i++)
        {
            await Page.WaitForResponseAsync(answer => answer.Url.EndsWith("/status"));
        }
    }

    /// <summary>The card of a connector, or of the whole site.</summary>
    public ILocator Card(string name)
    {
        return Page.GetByRole(AriaRole.Region, new() { Name = name, Exact = true });
    }

    /// <summary>One of the parts that are closed at first.</summary>
    public async Task<ILocator> Unfold(string id)
    {
        ILocator part = Page.Locator($"#{id}");
        await part.Locator("summary").First.ClickAsync();
        return part;
    }

    /// <summary>Waits until the field of the card says this.</summary>
    public Task Expect(ILocator card, string field, string text)
    {
        return Assertions.Expect(card.Locator($"[data-f={field}]")).ToHaveTextAsync(text);
    }

    /// <summary>Fails with what axe finds, a line each.</summary>
    public async Task ExpectNothingFromAxe()
    {
        AxeResult result = await Page.RunAxe();
        Assert.IsEmpty(result.Violations, string.Join('\n', result.Violations.Select(
            violation => violation.Id + ": "
                + string.Join(", ", violation.Nodes.Select(node => node.Target.ToString())))));
    }

    /// <summary>Nothing has to be scrolled to sideways.</summary>
    public async Task ExpectAllFits()
    {
        Assert.AreEqual(0, await Page.EvaluateAsync<int>(Overflow));
    }

    /// <summary>For people to look at, if the environment names a folder for it.</summary>
    public async Task Photograph(string name)
    {
        if (Environment.GetEnvironmentVariable("TWCBRIDGE_SCREENSHOTS") is string folder)
        {
            string path = Path.Combine(folder, name + ".png");
            await Page.ScreenshotAsync(new() { Path = path, FullPage = true });
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }

    private void Note(bool isComplaint, string text)
    {
        if (isComplaint)
        {
            _complaints.Enqueue(text);
        }
    }
}
