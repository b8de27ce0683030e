using Transparency.Reports.Figures;
using Transparency.Reports.Wording;

namespace Transparency.Reports.Charts;

/// <summary>Consecutive days with their values, and what can be said of them in words.</summary>
public sealed class DailySeries
{
    private readonly DayValue[] days;

    /// <summary>Days may come in any order and with gaps: a gap becomes a day without a value. A day given twice is an error.</summary>
    public DailySeries(IEnumerable<DayValue> values)
    {
        var byDay = values.ToDictionary(v => v.Day);
        if (byDay.Count == 0)
        {
            days = [];
            return;
        }
        var (first, last) = (byDay.Keys.Min(), byDay.Keys.Max());
        days = [.. Enumerable.Range(0, last.DayNumber - first.DayNumber + 1)
            .Select(i => byDay.GetValueOrDefault(first.AddDays(i), new(first.AddDays(i), null)))];
    }

    public IReadOnlyList<DayValue> Days => days;

    public bool IsEmpty => days.All(d => d.Value is null);

    public bool HasGaps => days.Any(d => d.Value is null);

    public long Total => days.Sum(d => d.Value ?? 0);

    public DayValue Highest => days.Where(d => d.Value is not null).MaxBy(d => d.Value);

    public DayValue Lowest => days.Where(d => d.Value is not null).MinBy(d => d.Value);

    /// <summary>The alternative text: span, lowest, highest, mean and days without a value.</summary>
    public string InWords(string unit)
    {
        var measured = days.Count(d => d.Value is not null);
        var missing = days.Length - measured;
        var mean = NumberText.Count((long)Math.Round((double)Total / measured));
        var (high, low) = (NumberText.Count(Highest.Value ?? 0), NumberText.Count(Lowest.Value ?? 0));
        var subject = $"{char.ToUpperInvariant(unit[0])}{unit[1..]} {Words.In("by day", "por día")}, {DateText.Range(days[0].Day, days[^1].Day)}.";
        var text = subject + Words.In(
            $" Highest {high} on {DateText.Weekday(Highest.Day)}, lowest {low} on {DateText.Weekday(Lowest.Day)}, mean {mean} a day.",
            $" Máximo {high} el {DateText.Weekday(Highest.Day)}, mínimo {low} el {DateText.Weekday(Lowest.Day)}, media {mean} al día.");
        return missing == 0
            ? text
            : $"{text} {Words.In(NumberText.Counted(missing, "day has", "days have") + " no data.", NumberText.Counted(missing, "día", "días") + " sin datos.")}";
    }

    /// <summary>Mean of the seven days centred on each day; null at both ends, and where fewer than four of the seven were measured.</summary>
    public IReadOnlyList<double?> WeeklyMean() => [.. days.Select((_, i) =>
    {
        var measured = i < 3 || i > days.Length - 4 ? [] : days[(i - 3)..(i + 4)].Where(d => d.Value is not null).ToArray();
        return measured.Length < 4 ? (double?)null : measured.Average(d => (double)d.Value!);
    })];
}
