using Transparency.Reports.Figures;

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
