using System.Globalization;
using Transparency.Reports.Charts;
using Transparency.Reports.Figures;
using Transparency.Reports.Quarterly;
using Transparency.Reports.Tests.Quarterly;

namespace Transparency.Reports.Tests.Figures;

public sealed class WordingTests
{
    [Theory]
    [InlineData(100, 412L, "312 fewer than the quarter before")]
    [InlineData(1412, 412L, "1,000 more than the quarter before")]
    [InlineData(412, 412L, "The same as the quarter before")]
    [InlineData(412, null, "No figures for the quarter before to compare with")]
    public void A_change_is_said_in_words(long now, long? before, string expected) =>
        Assert.Equal(expected, Change.InWords(now, before, "the quarter before"));

    [Fact]
    public async Task A_Spanish_page_has_Spanish_words_and_dates()
    {
        CultureInfo.CurrentUICulture = new("es-US");
        Assert.Equal("22 de noviembre de 2026", DateText.Long(new(2026, 11, 22)));
        Assert.Equal("domingo 22 de noviembre", DateText.Weekday(new(2026, 11, 22)));
        Assert.Equal("312 menos que los 30 días anteriores", Change.InWords(100, 412, "los 30 días anteriores"));
        var chart = await Rendering.HtmlAsync<DailyChart>(new()
        {
            ["Title"] = "Vehículos por día",
            ["Unit"] = "vehículos leídos",
            ["Values"] = new DayValue[] { new(new(2026, 11, 22), 7) },
        });
        Assert.Contains("Vehículos leídos por día, 22 de noviembre a 22 de noviembre de 2026.", System.Net.WebUtility.HtmlDecode(chart), StringComparison.Ordinal);
        Assert.DoesNotMatch("Saturday|Show|Week|Highest", chart);
    }

    [Fact]
    public async Task A_report_asked_for_on_a_Spanish_page_is_in_one_language()
    {
        CultureInfo.CurrentUICulture = new("es-US");
        Assert.DoesNotMatch("Lunes|julio|Registro", await QuarterlyReportPdf.RenderHtmlAsync(SampleQuarter.Full));
        Assert.Equal("es", CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);
    }

    [Fact]
    public void A_share_of_nothing_is_not_a_number() => Assert.Equal("none", NumberText.Share(0, 0));

    [Fact]
    public void Millions_on_an_axis_are_written_out() => Assert.Equal("1.5 million", NumberText.Tick(1_500_000));

    [Fact]
    public void A_period_within_a_year_names_the_year_once()
    {
        Assert.Equal("1 July to 30 September 2026", DateText.Range(new(2026, 7, 1), new(2026, 9, 30)));
        Assert.Equal("1 December 2025 to 31 January 2026", DateText.Range(new(2025, 12, 1), new(2026, 1, 31)));
    }
}
