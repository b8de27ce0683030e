using Transparency.Reports.Charts;

namespace Transparency.Reports.Tests.Charts;

public sealed class DailyChartLayoutTests
{
    private static readonly DateOnly Friday = new(2026, 7, 3);

    [Fact]
    public void A_column_stands_on_the_baseline_and_reaches_its_value()
    {
        var layout = new DailyChartLayout(new([new(Friday, 50), new(Friday.AddDays(1), 100), new(Friday.AddDays(2), 0)]));
        Assert.Equal("M0.11 206V116h0.78V206z", layout.Columns(d => !d.IsWeekend));
        Assert.Equal("M1.11 206V26h0.78V206z", layout.Columns(d => d.IsWeekend));
    }

    [Fact]
    public void A_day_without_data_is_marked_and_a_zero_is_not()
    {
        var layout = new DailyChartLayout(new([new(Friday, 0), new(Friday.AddDays(1), null), new(Friday.AddDays(2), 3)]));
        Assert.Equal("M1.11 206v-5h.78v5z", layout.Missing());
    }

    [Fact]
    public void A_line_is_broken_where_nothing_was_measured()
    {
        var layout = new DailyChartLayout(new(Enumerable.Range(0, 30).Select(i => new DayValue(Friday.AddDays(i), i is > 9 and < 20 ? null : 10))));
        Assert.Equal(2, layout.MeanLine().Count(c => c == 'M'));
    }

    [Fact]
    public void Numbers_in_a_path_do_not_follow_the_language_of_the_server()
    {
        var before = Thread.CurrentThread.CurrentCulture;
        Thread.CurrentThread.CurrentCulture = new("de-DE");
        try
        {
            Assert.DoesNotContain(",", new DailyChartLayout(new([new(Friday, 33), new(Friday.AddDays(1), 100)])).Columns(_ => true), StringComparison.Ordinal);
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = before;
        }
    }
}
