using Microsoft.Extensions.Localization;
using Transparency.Core.Statistics;
using Transparency.Portal.Public.Tables;

namespace Transparency.Portal.Public.Statistics;

/// <summary>The period day by day: the table behind the charts and the main download.</summary>
internal static class DailyTables
{
    /// <summary>What is counted every day, in the order of the table's columns.</summary>
    public static IReadOnlyList<string> Measured { get; } =
    [
        Measures.Reads, Measures.Hits, Measures.SearchesOwn, Measures.SearchesOutside, Measures.SearchesRefused,
        Measures.PhotographsViewed, Measures.Purged,
    ];

    /// <summary>One row a day. Each column is protected by itself, so that its total gives no withheld day away.</summary>
    public static PublicTable ByDay(IStringLocalizer text, PeriodStatistics statistics)
    {
        var columns = statistics.Daily
            .Select(days => SmallNumbers.Protect([.. days.Select(d => d.Value)], statistics.Threshold).Counts)
            .ToList();
        return PublicTable.Of<int>(
            text["Every day from {0} to {1}", statistics.Period.FromDay, statistics.Period.ToDay],
            Enumerable.Range(0, statistics.Period.Days),
            [
                new("day", text["Day"], "A day of the city, year-month-day.", i => Cell.Day(statistics.Period.From.AddDays(i))),
                .. Measured.Select((code, c) => Column(text, code, i => i < columns[c].Count ? Cell.Protected(columns[c][i], text["withheld"]) : Cell.None)),
            ]) with
        {
            Note = text["Counts from 1 to {0} are withheld, and where needed one more, so that none can be worked out. Searches of the newest days are empty until the policy lets them be published.", statistics.Threshold - 1],
        };
    }

    private static PublicColumn<int> Column(IStringLocalizer text, string code, Func<int, Cell> value)
    {
        var measure = Measures.Find(code);
        return new(code.Replace('-', '_'), text[measure.Name], measure.Definition, value, isNumber: true);
    }
}
