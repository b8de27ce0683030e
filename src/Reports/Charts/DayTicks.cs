using System.Globalization;
using Transparency.Reports.Figures;
using Transparency.Reports.Wording;

namespace Transparency.Reports.Charts;

/// <summary>A label under a day axis. <c>Index</c> counts days from the start; a sparse label is dropped where the chart is narrow.
/// <c>Year</c> stands under the label, where years need telling apart.</summary>
public readonly record struct DayTick(int Index, string Label, bool Sparse, string? Year = null);

/// <summary>Labels for an axis of consecutive days: Mondays for up to seven weeks, first days of months beyond.</summary>
public static class DayTicks
{
    private const int LongestByWeek = 49;

    public static IReadOnlyList<DayTick> For(DateOnly first, int days)
    {
        var all = days <= LongestByWeek ? Mondays(first, days) : Months(first, days);
        return [.. all];
    }

    private static IEnumerable<DayTick> Mondays(DateOnly first, int days)
    {
        var toMonday = (8 - (int)first.DayOfWeek) % 7;
        for (var (i, nth) = (toMonday, 0); i <= days - Math.Min(3, days); i += 7, nth++)
        {
            yield return new(i, DateText.Short(first.AddDays(i)), nth % 2 == 1);
        }
    }

    private static IEnumerable<DayTick> Months(DateOnly first, int days)
    {
        var start = first.Day == 1 ? first : new DateOnly(first.Year, first.Month, 1).AddMonths(1);
        var overYears = days > 200;
        for (var (month, nth) = (start, 0); month.DayNumber - first.DayNumber < days; month = month.AddMonths(1), nth++)
        {
            var index = month.DayNumber - first.DayNumber;
            if (days - index < days * 0.05)
            {
                yield break;
            }
            var year = overYears && (nth == 0 || month.Month == 1) ? month.ToString("yyyy", CultureInfo.InvariantCulture) : null;
            var label = overYears ? DayNames.ShortMonth(month) : DayNames.Month(month);
            yield return new(index, label, overYears && month.Month % 3 != 1, year);
        }
    }
}
