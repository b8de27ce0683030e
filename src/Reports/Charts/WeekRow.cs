using Transparency.Reports.Figures;
using Transparency.Reports.Wording;

namespace Transparency.Reports.Charts;

/// <summary>One week of a daily series, Monday to Sunday. Days outside the series are blank; days without a value say so.</summary>
public sealed record WeekRow(DateOnly Monday, IReadOnlyList<string> Cells, long Total)
{
    public static IEnumerable<WeekRow> Of(DailySeries series) =>
        series.Days.GroupBy(d => MondayOf(d.Day)).Select(week =>
        {
            var byDay = week.ToDictionary(d => d.Day);
            var cells = Enumerable.Range(0, 7).Select(i => byDay.TryGetValue(week.Key.AddDays(i), out var day)
                ? day.Value is { } value ? NumberText.Count(value) : Words.In("no data", "sin datos")
                : "");
            return new WeekRow(week.Key, [.. cells], week.Sum(d => d.Value ?? 0));
        });

    private static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
}
