using Dapper;
using Transparency.Core.Agencies;
using Transparency.Core.Alerts;
using Transparency.Core.Database;

namespace Transparency.Core.Statistics;

/// <summary>Alerts raised in a period and what came of them.</summary>
public sealed record AlertOutcomes
{
    public required long Raised { get; init; }

    /// <summary>Closed ones by <see cref="Disposition"/>, in its order; null = withheld as a small number.</summary>
    public required CategoryCounts Closed { get; init; }

    /// <summary>Nobody has verified them yet.</summary>
    public required long Unverified { get; init; }

    public required long Open { get; init; }

    /// <summary>Percent of the verified alerts that were misread; null when none was verified.</summary>
    public required double? MisreadPercent { get; init; }

    /// <summary>Percent of the verified alerts whose plate was of another state.</summary>
    public required double? WrongStatePercent { get; init; }

    /// <summary>Percent of the verified alerts whose entry was no longer valid at its source.</summary>
    public required double? StalePercent { get; init; }
}

/// <summary>Alerts for the public.</summary>
public sealed class AlertStatisticsQuery(SqlDatabase database)
{
    /// <param name="city">Whose days the period's days are.</param>
    /// <param name="period">Days on which the alerts were raised.</param>
    /// <param name="threshold">The policy's small-number threshold; 0 or 1 withholds nothing.</param>
    /// <param name="cancellation">Ends the query.</param>
    public async Task<AlertOutcomes> ReadAsync(City city, Period period, int threshold, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var rows = (await connection.QueryAsync<Row>(
            """
            select verification, disposition, count(*) as Count
            from alerts
            where raised_ms >= @from and raised_ms < @to
            group by verification, disposition
            """,
            new { from = period.FromMs(city), to = period.EndMs(city) })).AsList();
        var closed = Disposition.All.Select(code => rows.Where(row => row.Disposition == code).Sum(row => row.Count)).ToList();
        var published = SmallNumbers.Protect(closed, threshold);
        var verified = rows.Where(row => row.Verification is not null).Sum(row => row.Count);
        double? Share(string verification) =>
            Ratio.Percent(rows.Where(row => row.Verification == verification).Sum(row => row.Count), verified);
        return new AlertOutcomes
        {
            Raised = rows.Sum(row => row.Count),
            Closed = new CategoryCounts(
                Disposition.All.Zip(published.Counts, (code, count) => new CategoryCount(code, count)).ToList(), published.Total),
            Unverified = rows.Where(row => row.Verification is null).Sum(row => row.Count),
            Open = rows.Where(row => row.Disposition is null).Sum(row => row.Count),
            MisreadPercent = Share(Verification.Misread),
            WrongStatePercent = Share(Verification.WrongState),
            StalePercent = Share(Verification.Stale),
        };
    }

    /// <summary>Alerts raised, by the name of the hot list that was hit, most first.</summary>
    /// <inheritdoc cref="ReadAsync"/>
    public async Task<CategoryCounts> ByListAsync(City city, Period period, int threshold, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var rows = (await connection.QueryAsync<(string Name, long Count)>(
            """
            select l.name, count(*) as n
            from alerts a join hot_lists l on l.id = a.list_id
            where a.raised_ms >= @from and a.raised_ms < @to
            group by l.name
            order by n desc, l.name
            """,
            new { from = period.FromMs(city), to = period.EndMs(city) })).AsList();
        var counts = SmallNumbers.Protect(rows.Select(row => row.Count).ToList(), threshold);
        return new CategoryCounts(rows.Zip(counts.Counts, (row, count) => new CategoryCount(row.Name, count)).ToList(), counts.Total);
    }

    private sealed record Row
    {
        public string? Verification { get; init; }

        public string? Disposition { get; init; }

        public required long Count { get; init; }
    }
}
