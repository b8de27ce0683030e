using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Transparency.Portal.Public.Statistics;

namespace Transparency.Portal.Tests.Public;

public sealed class StatisticsPageTests : PublicPageTest
{
    [Fact]
    public async Task A_chosen_period_is_counted()
    {
        await FillAsync();
        var page = OpenAt("/statistics?from=2026-11-01&to=2026-11-10");

        Assert.Equal("1 November to 10 November 2026", page.Find("#figures").TextContent);
        Assert.Equal("10,000", Value(page, "Vehicles read"));
        Assert.Equal("40", Value(page, "Searches by our officers"));
        Assert.Contains("The same as the 10 days before", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Todays_searches_wait_for_the_day_that_the_policy_sets()
    {
        await FillAsync();
        var page = OpenAt("/statistics?from=2026-11-21&to=2026-11-22");

        Assert.Equal("2,000", Value(page, "Vehicles read"));
        Assert.Equal("4", Value(page, "Searches by our officers"));
        var today = OpenAt("/statistics?from=2026-11-22&to=2026-11-22");
        Assert.Equal("0", Value(today, "Searches by our officers"));
        Assert.Contains("not published yet", today.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rare_purpose_is_withheld_together_with_another()
    {
        await FillAsync();
        var rows = Table(OpenAt("/statistics"), "Searches by purpose");

        Assert.Equal("withheld", rows["Arson"]);
        Assert.True(rows.Values.Count(value => value == "withheld") >= 2, "one withheld count alone could be worked out");
    }

    [Fact]
    public async Task Outcomes_come_with_error_rates()
    {
        await FillAsync();
        var page = OpenAt("/statistics");

        Assert.Equal("40", Value(page, "Alerts raised"));
        Assert.Equal("25.0 %", Value(page, "Misread"));
        Assert.Equal("18", Table(page, "What came of the alerts")["Stolen vehicle or plate recovered"]);
    }

    [Theory]
    [InlineData("?from=yesterday", "A date could not be read.")]
    [InlineData("?from=2026-11-20&to=2026-11-10", "The first day was after the last.")]
    [InlineData("?from=2001-01-01&to=2001-02-01", "There are no figures for those days.")]
    [InlineData("?from=2001-01-01&to=2026-11-22", "Records run from 24 September 2026 to today.")]
    [InlineData("?from=%3Cscript%3Ealert(1)%3C/script%3E", "A date could not be read.")]
    public async Task Days_that_cannot_be_shown_are_explained_and_kept(string query, string message)
    {
        await FillAsync();
        var page = OpenAt("/statistics" + query);

        Assert.Contains(message, page.Find(".notice").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("script"));
        Assert.NotEmpty(page.FindAll("input[name=from]"));
    }

    [Fact]
    public void A_city_without_records_says_why_each_part_is_empty()
    {
        var page = OpenAt("/statistics");

        Assert.Contains("Nobody searched in these days.", page.Markup, StringComparison.Ordinal);
        Assert.Contains("No search was refused in these days.", page.Markup, StringComparison.Ordinal);
        Assert.Equal("none", Value(page, "Hit rate"));
    }

    private IRenderedComponent<StatisticsPage> OpenAt(string address)
    {
        var navigation = Services.GetRequiredService<NavigationManager>();
        navigation.NavigateTo(address);
        return Open<StatisticsPage>();
    }

    private static string Value(IRenderedComponent<StatisticsPage> page, string label) => page.FindAll(".figure")
        .Single(figure => figure.QuerySelector(".figure-label")!.TextContent == label)
        .QuerySelector(".figure-value")!.TextContent.Trim();

    private static Dictionary<string, string> Table(IRenderedComponent<StatisticsPage> page, string caption) => page.FindAll("table")
        .Single(table => table.QuerySelector("caption")?.TextContent == caption)
        .QuerySelectorAll("tbody tr")
        .ToDictionary(row => row.Children[0].TextContent.Trim(), row => row.Children[1].TextContent.Trim());
}
