namespace Transparency.Audit.Verification.Statistics;

/// <summary>
/// Recomputes the published statistics from the entries and compares them: month by month what is counted by day, purpose, refusal,
/// agency and area, and over the whole log what is a list. Days that are not opened yet are left out.
/// </summary>
internal sealed class StatisticsCheck(ReadPublishedTable read, Findings findings, Tally tally)
{
    private readonly Comparison _comparison = new(findings);

    /// <param name="lastDay">The last day whose values are published.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <returns>Null where the portal publishes none of the tables.</returns>
    public async Task<StatisticsReport?> RunAsync(string lastDay, CancellationToken cancellation)
    {
        if (tally.FirstDay is not { } firstDay)
        {
            return null;
        }
        foreach (var (from, to) in Months(firstDay, lastDay))
        {
            await CompareAsync("statistics", from, to, new DailyComparison(tally, _comparison, lastDay).Compare, cancellation);
            if (_comparison.Tables == 0)
            {
                findings.Remark("No statistics are published beside the log: there was nothing to compare it with.");
                return null;
            }
            var categories = new CategoryComparison(tally, _comparison);
            await CompareAsync("statistics/purposes", from, to, categories.Purposes, cancellation);
            await CompareAsync("statistics/refusals", from, to, categories.Refusals, cancellation);
            await CompareAsync("statistics/agencies", from, to, categories.Agencies, cancellation);
            await CompareAsync("statistics/areas", from, to, categories.Areas, cancellation);
        }
        // An alert is counted on the day it was raised, and closed on another: only over the whole log are the two the same.
        await CompareAsync("statistics/outcomes", firstDay, "", new CategoryComparison(tally, _comparison).Outcomes, cancellation);
        var records = new RecordComparison(tally, _comparison);
        await CompareAsync("audits", "", "", (table, _, _) => records.Audits(table), cancellation);
        await CompareAsync("policy", "", "", (table, _, _) => records.Policies(table), cancellation);
        await CompareAsync("sharing", "", "", (table, _, _) => records.Sharing(table), cancellation);
        await CompareAsync("documents", "", "", (table, _, _) => records.Documents(table), cancellation);
        await CompareAsync("cameras", "", "", (table, _, _) => records.Cameras(table), cancellation);
        return new StatisticsReport(_comparison.Tables, _comparison.Numbers, _comparison.Withheld);
    }

    private async Task CompareAsync(
        string name, string from, string to, Action<PublishedTable, string, string> compare, CancellationToken cancellation)
    {
        if (await read(name, from, to, cancellation) is not { } bytes)
        {
            return;
        }
        _comparison.Tables++;
        if (PublishedTable.Parse(bytes) is { } table)
        {
            compare(table, from, to);
        }
        else
        {
            findings.Problem(name, "The published table is not in the form that tables have.");
        }
    }

    // Whole months but for the first and the last.
    private static IEnumerable<(string From, string To)> Months(string first, string last)
    {
        var day = DateOnly.ParseExact(first, "yyyy-MM-dd");
        for (var end = DateOnly.ParseExact(last, "yyyy-MM-dd"); day <= end;)
        {
            var next = new DateOnly(day.Year, day.Month, 1).AddMonths(1);
            yield return (Text(day), Text(next <= end ? next.AddDays(-1) : end));
            day = next;
        }
    }

    internal static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
