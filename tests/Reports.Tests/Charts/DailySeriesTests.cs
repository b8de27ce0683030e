using Transparency.Reports.Charts;

namespace Transparency.Reports.Tests.Charts;

public sealed class DailySeriesTests
{
    private static readonly DateOnly Monday = new(2026, 7, 6);

    [Fact]
    public void A_day_left_out_becomes_a_day_without_a_value()
    {
        var series = new DailySeries([new(Monday.AddDays(2), 5), new(Monday, 3)]);
        Assert.Equal([3, null, 5], series.Days.Select(d => d.Value));
        Assert.True(series.HasGaps);
    }

    [Fact]
    public void Words_name_the_span_the_extremes_the_mean_and_the_days_without_data()
    {
        var series = new DailySeries([new(Monday, 10), new(Monday.AddDays(1), null), new(Monday.AddDays(2), 1200)]);
        Assert.Equal("Vehicles read by day, 6 July to 8 July 2026. Highest 1,200 on Wednesday 8 July, lowest 10 on Monday 6 July, " +
            "mean 605 a day. 1 day has no data.", series.InWords("vehicles read"));
    }

    [Fact]
    public void A_series_in_which_nothing_was_measured_is_empty()
    {
        Assert.True(new DailySeries([]).IsEmpty);
        Assert.True(new DailySeries([new(Monday, null)]).IsEmpty);
        Assert.False(new DailySeries([new(Monday, 0)]).IsEmpty);
    }

    [Fact]
    public void The_weekly_mean_needs_four_measured_days()
    {
        var series = new DailySeries([new(Monday, 7), .. Enumerable.Range(1, 12).Select(i => new DayValue(Monday.AddDays(i), i > 9 ? 14 : null))]);
        Assert.All(series.WeeklyMean(), Assert.Null);
        var whole = new DailySeries(Enumerable.Range(0, 14).Select(i => new DayValue(Monday.AddDays(i), i)));
        Assert.Equal(7, whole.WeeklyMean()[7]);
        Assert.Null(whole.WeeklyMean()[2]);
        Assert.Null(whole.WeeklyMean()[^1]);
    }

    [Fact]
    public void The_table_has_a_row_a_week_with_blanks_outside_the_period()
    {
        var rows = WeekRow.Of(new([new(Monday.AddDays(5), 4), new(Monday.AddDays(6), null), new(Monday.AddDays(7), 1000)])).ToArray();
        Assert.Equal(["", "", "", "", "", "4", "no data"], rows[0].Cells);
        Assert.Equal((Monday, 4L), (rows[0].Monday, rows[0].Total));
        Assert.Equal("1,000", rows[1].Cells[0]);
    }
}
