using Bunit;
using Transparency.Portal.Public.Overview;

namespace Transparency.Portal.Tests.Public;

public sealed class OverviewPageTests : PublicPageTest
{
    [Fact]
    public async Task The_key_figures_are_those_of_the_records()
    {
        await FillAsync();
        var values = Open<OverviewPage>().FindAll(".figure").ToDictionary(
            figure => figure.QuerySelector(".figure-label")!.TextContent, figure => figure.QuerySelector(".figure-value")!.TextContent.Trim());

        Assert.Equal("30,000", values["Vehicles read"]);
        Assert.Equal("600", values["Hits"]);
        Assert.Equal("120", values["Searches"]);
        Assert.Equal("30", values["Searches refused"]);
        Assert.Equal("2", values["Cameras"]);
        Assert.Equal("30 days", values["Kept for"]);
    }

    [Fact]
    public async Task Searches_are_those_of_the_days_the_policy_lets_be_published()
    {
        await FillAsync();
        var searches = Open<OverviewPage>().FindAll(".figure").Single(f => f.QuerySelector(".figure-label")!.TextContent == "Searches");

        Assert.Equal("23 October to 21 November 2026", searches.QuerySelector(".figure-period")!.TextContent);
    }

    [Fact]
    public async Task What_changed_lately_is_listed_newest_first()
    {
        await FillAsync();
        var changes = Open<OverviewPage>().FindAll(".changes li");

        Assert.Contains("Review of week 46 was completed, with 2 findings.", changes[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("Sharing with Old Mill Police Department stopped.", changes[1].TextContent, StringComparison.Ordinal);
        var days = changes.Select(change => change.QuerySelector("time")!.GetAttribute("datetime")).ToList();
        Assert.Equal(days.OrderDescending(StringComparer.Ordinal), days);
    }

    [Fact]
    public void A_city_without_records_says_what_is_off_and_what_will_come()
    {
        var page = Open<OverviewPage>();

        Assert.Contains("No policy is in force, so nothing is read, searched or shared.", page.Markup, StringComparison.Ordinal);
        Assert.Contains("Nothing has changed yet.", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_abbreviation_is_spelled_out()
    {
        await FillAsync();
        Assert.Contains("Automated licence plate readers (ALPR)", Open<OverviewPage>().Find(".lead").TextContent, StringComparison.Ordinal);
    }
}
