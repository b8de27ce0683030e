using Transparency.Core.Agencies;
using Transparency.Core.Searches;
using Transparency.Core.Statistics;
using Transparency.Portal.Public.Statistics;
using Transparency.Reports.Charts;
using Transparency.Reports.Quarterly;
using ReportAlerts = Transparency.Reports.Quarterly.AlertOutcomes;

namespace Transparency.Portal.ReportAssembly;

/// <summary>Alerts, searches and deletions of a quarter, broken down as the pages break them down.</summary>
internal static class QuarterBreakdowns
{
    private const string Withheld = "Small counts, withheld one by one";

    public static ReportAlerts Alerts(PeriodStatistics statistics)
    {
        var alerts = statistics.Alerts;
        var verified = alerts.Raised - alerts.Unverified;
        return new ReportAlerts
        {
            ByList = Items(statistics.AlertsByList, name => name),
            ByOutcome = Items(alerts.Closed, StatisticsWords.Outcome),
            Checked = verified,
            Misread = Part(alerts.MisreadPercent, verified),
            WrongState = Part(alerts.WrongStatePercent, verified),
            Stale = Part(alerts.StalePercent, verified),
            Open = alerts.Unverified,
        };
    }

    public static SearchBreakdown Searches(PeriodStatistics statistics) => new()
    {
        ByPurpose = Items(statistics.SearchesByPurpose, code => StatisticsWords.Purpose(statistics.Policy, code)),
        ByAgency = [.. statistics.Agencies.Select(use => new AgencySearches(use.Name, use.Searches, use.Refused))],
        Refused =
        [
            .. from category in statistics.RefusedByReason.Categories
               where category.Count is not null
               select new Refusal(StatisticsWords.Refusal(category.Code), PolicyPart(category.Code), category.Count ?? 0),
            .. Rest(statistics.RefusedByReason) is { } rest ? [new Refusal(Withheld, "", rest)] : Array.Empty<Refusal>(),
        ],
    };

    /// <summary>Reads from the daily totals, as on the pages; photographs and keys from the runs.</summary>
    public static IEnumerable<PurgeMonth> Purges(QuarterFacts facts)
    {
        var index = DailyTables.Measured.ToList().IndexOf(Measures.Purged);
        return from day in facts.Statistics.Daily[index]
               group day.Value by new DateOnly(day.Day.Year, day.Day.Month, 1) into month
               let runs = facts.Purges.Where(run => MonthOf(run.AtMs, facts.City) == month.Key).ToList()
               where month.Sum() > 0 || runs.Count > 0
               select new PurgeMonth(month.Key, month.Sum(), runs.Sum(run => run.Photographs), runs.Sum(run => Days(run.KeysDestroyed)), null);
    }

    private static DateOnly MonthOf(long ms, City city)
    {
        var day = city.DayOf(DateTimeOffset.FromUnixTimeMilliseconds(ms));
        return new DateOnly(day.Year, day.Month, 1);
    }

    private static int Days(string list) => list.Split(',', StringSplitOptions.RemoveEmptyEntries).Length;

    private static List<RankedItem> Items(CategoryCounts counts, Func<string, string> words)
    {
        var items = counts.Categories.Where(c => c.Count > 0).Select(c => new RankedItem(words(c.Code), c.Count!.Value)).ToList();
        if (Rest(counts) is { } rest)
        {
            items.Add(new RankedItem(Withheld, rest));
        }

        return items;
    }

    // What is withheld, taken together; null where nothing is, or where the total is withheld too.
    private static long? Rest(CategoryCounts counts) =>
        counts.Total is { } total && counts.Categories.Any(c => c.Count is null) ? total - counts.Categories.Sum(c => c.Count ?? 0) : null;

    private static long Part(double? percent, long whole) => (long)Math.Round((percent ?? 0) * whole / 100);

    // Which of the policy's seven parts a refusal comes from.
    private static string PolicyPart(string code) => code switch
    {
        SearchRefusal.AgencyNotAllowed => "Part D",
        SearchRefusal.AccountUnknown or SearchRefusal.AccountDisabled or SearchRefusal.RoleMayNotSearch or SearchRefusal.TrainingMissing
            or SearchRefusal.TrainingExpired or SearchRefusal.PolicyNotAcknowledged => "Part B",
        _ => "Part A",
    };
}
