using System.Globalization;
using Transparency.Audit.Schemas;

namespace Transparency.Audit.Verification.Statistics;

/// <summary>The table with one row a day.</summary>
/// <param name="lastDay">The last day whose values are published; its totals may still be on their way into the log.</param>
internal sealed class DailyComparison(Tally tally, Comparison comparison, string lastDay)
{
    private const string Anytime = "9999-12-31";

    public void Compare(PublishedTable table, string from, string to)
    {
        var totals = Totals(tally);
        var purges = tally.Kept(RetentionActs.Purge).ToLookup(purge => purge.Day);
        foreach (var row in table.Rows.Where(row => string.CompareOrdinal(row.Text("day"), from) >= 0 && string.CompareOrdinal(row.Text("day"), to) <= 0))
        {
            var day = row.Text("day");
            var where = $"statistics {day}";
            if (totals.TryGetValue(day, out var logged))
            {
                comparison.Number(where, "vehicles read", row, "reads", Exactly(logged.Value("reads")));
                comparison.Number(where, "alerts raised", row, "hits", Exactly(logged.Value("alerts")));
            }
            else if (day != lastDay && tally.Unopened(LogActs.DailyTotals, "", Anytime) == 0)
            {
                comparison.Number(where, "vehicles read", row, "reads", new Count(0, 0));
            }
            var all = Entries(SearchActs.Search, day);
            var own = tally.Of(SearchActs.Search, Tally.Own, "", day, day);
            comparison.Number(where, "searches by the city's own officers", row, "searches_own", own);
            comparison.Number(where, "searches by other agencies", row, "searches_outside", new Count(all.Least - own.Most, all.Most - own.Least));
            comparison.Number(where, "refused searches", row, "searches_refused", Entries(SearchActs.SearchRefused, day));
            comparison.Number(where, "photographs viewed", row, "photographs_viewed", Entries(SearchActs.PhotoViewed, day));
            if (purges[day].All(purge => purge.Values.Count > 0))
            {
                comparison.Number(where, "reads deleted", row, "purged", Exactly(purges[day].Sum(purge => Number(purge.Value("detections")))));
            }
        }
    }

    /// <summary>Each day's totals. A day that was recorded again because reads came late counts as it was recorded last.</summary>
    public static Dictionary<string, OpenedEntry> Totals(Tally tally) => tally.Kept(LogActs.DailyTotals)
        .Where(entry => entry.Values.Count > 0)
        .GroupBy(entry => entry.Day)
        .ToDictionary(entries => entries.Key, entries => entries.MaxBy(entry => (Number(entry.Value("reads")), Number(entry.Value("alerts"))))!);

    public static long Number(string value) =>
        long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private Count Entries(string act, string day) => tally.Entries(act, day, day) is var entries ? new Count(entries, entries) : default;

    private static Count Exactly(string value) => Exactly(Number(value));

    private static Count Exactly(long value) => new(value, value);
}
