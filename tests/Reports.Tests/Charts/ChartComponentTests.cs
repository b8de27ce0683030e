using Transparency.Reports.Charts;
using Transparency.Reports.Seal;

namespace Transparency.Reports.Tests.Charts;

public sealed class ChartComponentTests
{
    private static readonly DateOnly Day = new(2026, 7, 1);

    [Fact]
    public async Task A_chart_without_data_says_why()
    {
        var html = await Rendering.HtmlAsync<DailyChart>(new()
        {
            ["Title"] = "Reads by day",
            ["Unit"] = "vehicles read",
            ["Values"] = Array.Empty<DayValue>(),
            ["Empty"] = "No data for this period, because no camera was approved.",
        });
        Assert.Contains("because no camera was approved", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<svg", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_daily_chart_has_a_text_alternative_and_its_table()
    {
        var html = await Rendering.HtmlAsync<DailyChart>(new()
        {
            ["Title"] = "Reads by day",
            ["Unit"] = "vehicles read",
            ["Values"] = new DayValue[] { new(Day, 7), new(Day.AddDays(1), 9) },
        });
        Assert.Contains("role=\"img\" aria-label=\"Vehicles read by day, 1 July to 2 July 2026.", html, StringComparison.Ordinal);
        Assert.Contains("<details class=\"chart-table\"><summary>Show the numbers</summary><table", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Labels_are_text_never_markup()
    {
        var html = await Rendering.HtmlAsync<RankedBars>(new()
        {
            ["Title"] = "<b>By area</b>",
            ["LabelHeading"] = "Area",
            ["ValueHeading"] = "Reads",
            ["Items"] = new RankedItem[] { new("<script>alert(1)</script>", 3) },
        });
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", html, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_component_carries_a_style_attribute_or_a_script()
    {
        var pages = new[]
        {
            await Rendering.HtmlAsync<DailyChart>(new()
            {
                ["Title"] = "t",
                ["Unit"] = "u",
                ["Values"] = Enumerable.Range(0, 400).Select(i => new DayValue(Day.AddDays(i), i)).ToArray(),
            }),
            await Rendering.HtmlAsync<Sparkline>(new() { ["Values"] = new long[] { 1, 0, 3 }, ["Alt"] = "rising" }),
            await Rendering.HtmlAsync<Stamp>(new() { ["Head"] = Head }),
        };
        Assert.All(pages, html => Assert.DoesNotMatch("<script|style=|onclick", html));
    }

    [Fact]
    public async Task The_stamp_names_the_size_time_head_and_witnesses()
    {
        var html = await Rendering.HtmlAsync<Stamp>(new() { ["Head"] = Head });
        Assert.Contains("48,213 entries", html, StringComparison.Ordinal);
        Assert.Contains("22 November 2026, 14:05 PST", html, StringComparison.Ordinal);
        Assert.Contains("abcd abcd abcd abcd", html, StringComparison.Ordinal);
        Assert.Contains("none outside the city yet", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_the_first_head_the_stamp_says_so() =>
        Assert.Contains("No signed head of the log yet", await Rendering.HtmlAsync<Stamp>(new() { ["Head"] = null }), StringComparison.Ordinal);

    private static LogHead Head => new()
    {
        Origin = "marisol-bay.example/log",
        Size = 48213,
        Time = new(2026, 11, 22, 14, 5, 0, TimeSpan.FromHours(-8)),
        Zone = "PST",
        RootHash = string.Concat(Enumerable.Repeat("abcd", 16)),
    };
}
