using System;
using System.Collections.Concurrent;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Playwright;

namespace TwcBridge.SystemTests.EndToEnd;

/// <summary>
/// The page in a headless Chromium of this machine, with an eye on what a user does not see: what
/// it complains of, and whom it calls.
/// </summary>
internal sealed class WatchedPage : IAsyncDisposable
{
    private const string Chromium = "/usr/bin/chromium";
    private const float PatienceMs = 20_000;

    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

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

    public static async Task<WatchedPage> Open(Uri address)
    {
        Assertions.SetDefaultExpectTimeout(PatienceMs);
        IPlaywright playwright = await Playwright.CreateAsync();
        IBrowser browser = await playwright.Chromium.LaunchAsync(
            new() { ExecutablePath = Chromium, Args = Arguments });
        WatchedPage watched = new(playwright, browser, await browser.NewPageAsync());
        await watched.Page.GotoAsync(address.AbsoluteUri);
        return watched;
    }

    /// <summary>Everything it has called that is not the box. A picture inside the page is part of
    /// the page.</summary>
    public string[] CallsBeyond(Uri address)
    {
        return _calls
            .Where(url => !url.StartsWith(address.AbsoluteUri) && !url.StartsWith("data:"))
            .ToArray();
    }

    /// <summary>The card of a connector, or of the whole site.</summary>
    public ILocator Card(string name)
    {
        return Page.GetByRole(AriaRole.Region, new() { Name = name });
    }

    /// <summary>Waits until the field of the card says this.</summary>
    public Task Expect(ILocator card, string field, string text)
    {
        return Assertions.Expect(card.Locator($"[data-f={field}]")).ToHaveTextAsync(text);
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
