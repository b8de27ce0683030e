using Dapper;
using Transparency.Core.Agencies;
using Transparency.Core.Database;

namespace Transparency.Core.Statistics;

/// <summary>A category and its count; null = withheld as a small number.</summary>
public sealed record CategoryCount(string Code, long? Count);

/// <summary>Counts by category with their total; null = withheld.</summary>
public sealed record CategoryCounts(IReadOnlyList<CategoryCount> Categories, long? Total);

/// <summary>What one agency did with our data in a period. Agencies are public bodies: their counts are not withheld.</summary>
public sealed record AgencyUse
{
    public required string AgencyId { get; init; }

    public required string Name { get; init; }

    public required long Searches { get; init; }

    public required long Refused { get; init; }
}

/// <summary>Searches for the public, counted from the records of the searches themselves.</summary>
public sealed class SearchStatisticsQuery(SqlDatabase database)
{
    /// <summary>Searches carried out, by purpose, most frequent first.</summary>
    /// <param name="city">Whose days the period's days are.</param>
    /// <param name="period">The days counted.</param>
    /// <param name="threshold">The policy's small-number threshold; 0 or 1 withholds nothing.</param>
    /// <param name="cancellation">Ends the query.</param>
    public Task<CategoryCounts> ByPurposeAsync(City city, Period period, int threshold, CancellationToken cancellation = default) =>
        CountAsync("purpose", "refusal is null", city, period, threshold, cancellation);

    /// <summary>Refused searches, by the reason for the refusal, most frequent first.</summary>
    /// <inheritdoc cref="ByPurposeAsync"/>
    public Task<CategoryCounts> RefusedAsync(City city, Period period, int threshold, CancellationToken cancellation = default) =>
        CountAsync("refusal", "refusal is not null", city, period, threshold, cancellation);

    /// <summary>Every agency that searched or tried to, most searches first; the city's own police among them.</summary>
    public async Task<IReadOnlyList<AgencyUse>> ByAgencyAsync(City city, Period period, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return (await connection.QueryAsync<AgencyUse>(
            """
            select s.agency_id as AgencyId, a.name,
                   sum(case when s.refusal is null then 1 else 0 end) as Searches,
                   sum(case when s.refusal is null then 0 else 1 end) as Refused
            from searches s join agencies a on a.id = s.agency_id
            where s.at_ms >= @from and s.at_ms < @to
            group by s.agency_id, a.name
            order by Searches desc, a.name
            """,
            new { from = period.FromMs(city), to = period.EndMs(city) })).AsList();
    }

    private async Task<CategoryCounts> CountAsync(
        string column, string condition, City city, Period period, int threshold, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var rows = (await connection.QueryAsync<(string Code, long Count)>(
            $"""
            select {column}, count(*) as n
            from searches
            where at_ms >= @from and at_ms < @to and {condition}
            group by {column}
            order by n desc, {column}
            """,
            new { from = period.FromMs(city), to = period.EndMs(city) })).AsList();
        var counts = SmallNumbers.Protect(rows.Select(row => row.Count).ToList(), threshold);
        return new CategoryCounts(rows.Zip(counts.Counts, (row, count) => new CategoryCount(row.Code, count)).ToList(), counts.Total);
    }
}
