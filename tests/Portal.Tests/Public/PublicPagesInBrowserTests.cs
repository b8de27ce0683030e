using System.Collections.Concurrent;
using Microsoft.Playwright;
using Transparency.Portal.Tests.Browser;

namespace Transparency.Portal.Tests.Public;

public sealed class PublicPagesInBrowserTests(RecordedPortal portal, BrowserFixture browser) : IClassFixture<RecordedPortal>
{
    private const int HeaviestPage = 150 * 1024;

    public static TheoryData<string> Pages { get; } =
    [
        "/", "/statistics", "/statistics?from=2026-09-30&to=nonsense", "/cameras", "/policy", "/policy/1", "/sharing", "/audits", "/decisions",
        "/decisions/two-cameras", "/documents", "/log", "/contact", "/privacy", "/accessibility", "/not-found",
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_has_no_accessibility_violation_on_a_phone_or_a_desk(string path)
    {
        foreach (var (width, dark) in new[] { (390, false), (1440, false), (1440, true) })
        {
            await using var visit = await browser.VisitAsync(portal, width, dark: dark);
            await visit.Page.GotoAsync(path);
            await visit.AssertFitsAsync();
            await visit.AssertAccessibleAsync($"public{path.Split('?')[0].Replace('/', '-')}{(dark ? "-dark" : "")}");
            Assert.Empty(await visit.CookiesAsync());
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_is_whole_without_script_light_and_asks_nobody_else(string path)
    {
        await using var visit = await browser.VisitAsync(portal, 768, script: false);
        var requests = new ConcurrentQueue<IRequest>();
        visit.Page.RequestFinished += (_, request) => requests.Enqueue(request);
        await visit.Page.GotoAsync(path, new() { WaitUntil = WaitUntilState.NetworkIdle });
        var weight = 0;
        foreach (var request in requests)
        {
            weight += (await request.SizesAsync()).ResponseBodySize;
        }

        Assert.Equal(1, await visit.Page.Locator("h1").CountAsync());
        Assert.Equal(1, await visit.Page.Locator(".stamp").CountAsync());
        Assert.All(requests, request => Assert.Equal(portal.Address.Authority, new Uri(request.Url).Authority));
        Assert.InRange(weight, 1, HeaviestPage);
    }
}
