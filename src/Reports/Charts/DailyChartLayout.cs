using System.Globalization;
using System.Text;
using static Transparency.Reports.Figures.NumberText;

namespace Transparency.Reports.Charts;

/// <summary>
/// Where everything of a daily chart lies. Heights are pixels from the top; across, a day is one unit, so that the browser stretches
/// the columns to any width while the letters keep their size.
/// </summary>
public sealed class DailyChartLayout
{
    /// <summary>Beyond this many days columns are too thin to tell apart: they are drawn pale, with the weekly mean as a line over them.</summary>
    public const int LongestInColumns = 130;

    public const int Top = 26;
    public const int Baseline = 206;

    private readonly DailySeries series;
    private readonly double top;

    public DailyChartLayout(DailySeries series)
    {
        this.series = series;
        Ticks = NiceTicks.UpTo(series.Highest.Value ?? 0);
        DayTicks = Charts.DayTicks.For(series.Days[0].Day, series.Days.Count);
        top = Ticks[^1];
    }

    public IReadOnlyList<double> Ticks { get; }

    public IReadOnlyList<DayTick> DayTicks { get; }

    /// <summary>Pixels; one line more where years stand under the months.</summary>
    public int Height => DayTicks.Any(t => t.Year is not null) ? 252 : 236;

    public int Days => series.Days.Count;

    public bool AsColumns => Days <= LongestInColumns;

    /// <summary>Pixels from the top of the chart.</summary>
    public double Y(double value) => Baseline - ((Baseline - Top) * value / top);

    /// <summary>Middle of a day as percent of the width.</summary>
    public double MiddlePercent(int index) => 100.0 * (index + 0.5) / Days;

    /// <summary>Start of a day as percent of the width.</summary>
    public double StartPercent(int index) => 100.0 * index / Days;

    /// <summary>Outline of all columns of weekdays, or of weekends.</summary>
    public string Columns(Func<DayValue, bool> which)
    {
        var (inset, width) = AsColumns ? (0.11, 0.78) : (0, 1.0);
        var path = new StringBuilder();
        for (var i = 0; i < Days; i++)
        {
            if (series.Days[i] is { Value: > 0 } day && which(day))
            {
                path.Append(CultureInfo.InvariantCulture,
                    $"M{Coordinate(i + inset)} {Baseline}V{Coordinate(Y((double)day.Value))}h{Coordinate(width)}V{Baseline}z");
            }
        }
        return path.ToString();
    }

    /// <summary>A low box on the baseline for every day that was not measured.</summary>
    public string Missing() => string.Concat(Enumerable.Range(0, Days).Where(i => series.Days[i].Value is null)
        .Select(i => $"M{Coordinate(i + 0.11)} {Baseline}v-5h.78v5z"));

    /// <summary>The weekly mean as a line, broken where nothing was measured.</summary>
    public string MeanLine()
    {
        var path = new StringBuilder();
        var pen = 'M';
        foreach (var (mean, i) in series.WeeklyMean().Select((m, i) => (m, i)))
        {
            if (mean is { } value)
            {
                path.Append(CultureInfo.InvariantCulture, $"{pen}{Coordinate(i + 0.5)} {Coordinate(Y(value))}");
            }
            pen = mean is null ? 'M' : 'L';
        }
        return path.ToString();
    }
}
