using System.Text.Json;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Transparency.Portal.Tests.Browser;

/// <summary>One visitor's page, with what the browser complained about: script errors, refused content, failed requests.</summary>
public sealed class Visit : IAsyncDisposable
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();
    private static readonly string? Album = Environment.GetEnvironmentVariable("TRANSPARENCY_SCREENSHOTS");

    private readonly IBrowserContext _context;

    public Visit(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                Complaints.Add(message.Text);
            }
        };
        page.PageError += (_, error) => Complaints.Add(error);
    }

    public IPage Page { get; }

    public List<string> Complaints { get; } = [];

    public Task<IReadOnlyList<BrowserContextCookiesResult>> CookiesAsync() => _context.CookiesAsync();

    /// <summary>Fails with every place that breaks WCAG 2.2 AA, as axe-core finds them, or that the browser complained about.</summary>
    /// <param name="name">Names the page's state, and its screenshot when TRANSPARENCY_SCREENSHOTS names a folder.</param>
    public async Task AssertAccessibleAsync(string name)
    {
        if (Album is not null)
        {
            await Page.ScreenshotAsync(new() { Path = Path.Combine(Album, $"{name}-{Page.ViewportSize!.Width}.png"), FullPage = true });
        }

        await Page.EvaluateAsync(Axe);
        var found = await Page.EvaluateAsync<JsonElement>(
            """
            async () => (await axe.run(document, { runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] } }))
                .violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.html.slice(0, 200)} ${node.any[0]?.message ?? ''}`))
            """);
        Assert.Empty(found.EnumerateArray().Select(item => $"{name}: {item.GetString()}"));
        Assert.Empty(Complaints.Select(complaint => $"{name}: {complaint}"));
    }

    /// <summary>Whether everything fits the width: nothing to scroll sideways.</summary>
    public async Task AssertFitsAsync() =>
        Assert.True(await Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"), "The page is wider than the screen.");

    public ValueTask DisposeAsync() => _context.DisposeAsync();
}
