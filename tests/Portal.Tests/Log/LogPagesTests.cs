using System.Net;
using System.Text.Json;
using System.Xml.Linq;

namespace Transparency.Portal.Tests.Log;

public sealed class LogPagesTests(LoggedPortal portal) : IClassFixture<LoggedPortal>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/log", "marisol-bay.example/log+")]
    [InlineData("/log/", "marisol-bay.example/log+")]
    [InlineData("/log/entries", "log-opened")]
    [InlineData("/log/entries?to=0", "/log/entries/0")]
    [InlineData("/log/entries/0", "Leaf hash")]
    [InlineData("/log/entries/99999", "does not reach")]
    [InlineData("/log/day/2026-11-20", "hit-and-run")]
    [InlineData("/log/act/search", "hit-and-run")]
    [InlineData("/log/agency/marisol-bay-pd", "search")]
    [InlineData("/log/purpose/hit-and-run", "search")]
    [InlineData("/log/purpose/homicide", "No entry fits")]
    [InlineData("/log/check", "check.js")]
    public async Task A_page_of_the_log_says_what_it_should(string address, params string[] words)
    {
        using var client = portal.CreateClient();
        var answer = await client.GetAsync(new Uri(address, UriKind.Relative), Cancellation);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains(words[^1], WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancellation)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Any_range_is_a_download()
    {
        using var client = portal.CreateClient();
        using var json = JsonDocument.Parse(await client.GetStringAsync(new Uri("/log/act/search.json?from=0&to=100000", UriKind.Relative), Cancellation));
        Assert.Equal(24, json.RootElement.GetProperty("rows").GetArrayLength());
        var csv = await client.GetStringAsync(new Uri("/log/entries.csv?from=2&to=4", UriKind.Relative), Cancellation);
        Assert.Equal(["2", "3", "4"], csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(',')[0]));
    }

    [Fact]
    public async Task Changes_that_matter_are_a_feed()
    {
        using var client = portal.CreateClient();
        var feed = XDocument.Parse(await client.GetStringAsync(new Uri("/log/feed.atom", UriKind.Relative), Cancellation));
        XNamespace atom = "http://www.w3.org/2005/Atom";
        var entries = feed.Root!.Elements(atom + "entry").ToList();
        Assert.Contains(entries, entry => entry.Element(atom + "title")!.Value.StartsWith("Policy version: ", StringComparison.Ordinal));
        Assert.DoesNotContain(entries, entry => entry.Element(atom + "title")!.Value.Contains("search", StringComparison.OrdinalIgnoreCase));
        Assert.All(entries, entry => Assert.EndsWith(":00:00Z", entry.Element(atom + "updated")!.Value, StringComparison.Ordinal));
    }
}
