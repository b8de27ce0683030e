using Transparency.Reports.Charts;

namespace Transparency.Reports.Tests.Charts;

public sealed class DayTicksTests
{
    [Fact]
    public void Thirty_days_are_marked_at_their_Mondays() =>
        Assert.Equal("2:26 Oct 9:2 Nov 16:9 Nov 23:16 Nov", Text(new(2026, 10, 24), 30));

    [Fact]
    public void A_quarter_is_marked_at_the_first_days_of_its_months() =>
        Assert.Equal("0:July 31:August 62:September", Text(new(2026, 7, 1), 92));

    [Fact]
    public void Longer_than_two_hundred_days_names_the_year_where_it_begins() =>
        Assert.StartsWith("8:Oct/2025 39:Nov 69:Dec 100:Jan/2026 131:Feb", Text(new(2025, 9, 23), 425), StringComparison.Ordinal);

    [Fact]
    public void A_month_with_no_room_for_its_name_is_not_marked() =>
        Assert.DoesNotContain("September", Text(new(2026, 7, 1), 64), StringComparison.Ordinal);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_series_of_a_few_days_does_not_fail(int days) => Assert.True(DayTicks.For(new(2026, 7, 1), days).Count <= 1);

    private static string Text(DateOnly first, int days) => string.Join(' ', DayTicks.For(first, days).Select(t => $"{t.Index}:{t.Label}{(t.Year is null ? "" : "/" + t.Year)}"));
}
