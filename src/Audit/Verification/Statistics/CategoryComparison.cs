using Transparency.Audit.Schemas;

namespace Transparency.Audit.Verification.Statistics;

/// <summary>The tables with one row a category.</summary>
internal sealed class CategoryComparison(Tally tally, Comparison comparison)
{
    private const string Anytime = "9999-12-31";

    public void Purposes(PublishedTable table, string from, string to) => Compare(
        table, "purpose", "searches", SearchActs.Search, CommonFields.Purpose, "searches for", "statistics/purposes", from, to);

    public void Refusals(PublishedTable table, string from, string to) => Compare(
        table, "reason", "refused", SearchActs.SearchRefused, "refusal", "searches refused for", "statistics/refusals", from, to);

    public void Agencies(PublishedTable table, string from, string to)
    {
        Compare(table, "agency", "searches", SearchActs.Search, CommonFields.Organisation, "searches by", "statistics/agencies", from, to);
        Compare(table, "agency", "refused", SearchActs.SearchRefused, CommonFields.Organisation, "refused searches by", "statistics/agencies", from, to);
    }

    /// <summary>Closed alerts by what came of them, from the first day until now: what was closed since the last opened day may be more.</summary>
    public void Outcomes(PublishedTable table, string from, string to) => Compare(
        table, "outcome", "alerts", AlertActs.AlertDisposition, "disposition", "alerts closed as", "statistics/outcomes", "", Anytime);

    /// <summary>Vehicles read in each area. Tables name areas in words; the log by their code, which is the name in small letters.</summary>
    public void Areas(PublishedTable table, string from, string to)
    {
        var days = DailyComparison.Totals(tally).Values
            .Where(entry => string.CompareOrdinal(entry.Day, from) >= 0 && string.CompareOrdinal(entry.Day, to) <= 0)
            .Select(entry => FieldValue.ReadCounts(entry.Value("reads-by-area")) ?? new Dictionary<string, long>())
            .ToList();
        foreach (var row in table.Rows)
        {
            var code = Code(row.Text("area"));
            if (days.Exists(day => day.ContainsKey(code)))
            {
                var reads = days.Sum(day => day.GetValueOrDefault(code));
                comparison.Number($"statistics/areas {from} to {to}", $"vehicles read in {row.Text("area")}", row, "vehicles_read", new Count(reads, reads));
            }
        }
    }

    public static string Code(string name) => name.ToLowerInvariant().Replace(' ', '-');

    private void Compare(
        PublishedTable table, string column, string number, string act, string field, string words, string name, string from, string to)
    {
        var where = to == Anytime ? name : $"{name} {from} to {to}";
        var published = new HashSet<string>();
        foreach (var row in table.Rows)
        {
            var value = row.Text(column);
            published.Add(value);
            comparison.Number(where, $"{words} {value}", row, number, tally.Of(act, field, value, from, to));
        }
        foreach (var value in tally.ValuesOf(act, field, from, to).Where(value => !published.Contains(value)))
        {
            comparison.Missing(where, $"{words} {value}", tally.Of(act, field, value, from, to));
        }
    }
}
