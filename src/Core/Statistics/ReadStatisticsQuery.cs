using Dapper;
using Transparency.Core.Agencies;
using Transparency.Core.Database;

namespace Transparency.Core.Statistics;

/// <summary>The value of one day.</summary>
public readonly record struct DayValue(DateOnly Day, long Value);

/// <summary>An area's total over a period; null = withheld as a small number.</summary>
public sealed record AreaTotal(string AreaId, string Name, long? Value);

/// <summary>A measure over a period for each area, with the whole city's total; null = withheld.</summary>
public sealed record AreaTotals(IReadOnlyList<AreaTotal> Areas, long? Total);

/// <summary>One day of a table by area. <c>Values</c> follow the order of the table's areas; null = withheld.</summary>
public sealed record AreaDay(DateOnly Day, IReadOnlyList<long?> Values, long? Total);

/// <summary>A measure for each day and area.</summary>
public sealed record AreaDays(IReadOnlyList<AreaName> Areas, IReadOnlyList<AreaDay> Days);

public sealed record AreaName
{
    public required string Id { get; init; }

    public required string Name { get; init; }
}

/// <summary>Daily totals for the public: by day, by area, by both. Days without a row count zero.</summary>
public sealed class ReadStatisticsQuery(SqlDatabase database)
{
    /// <summary>The whole city's value of a measure for every day of the period, in order.</summary>
    public async Task<IReadOnlyList<DayValue>> ByDayAsync(string measure, Period period, CancellationToken cancellation = default)
    {
        var rows = await new DailyTotalStore(database).ReadAsync(period, measure, cancellation);
        var values = rows.Where(row => row.AreaId.Length == 0).ToDictionary(row => row.Day, row => row.Value);
        return period.EachDay().Select(day => new DayValue(day, values.GetValueOrDefault(City.Text(day)))).ToList();
    }

    /// <summary>Each area's total over the period, in the order of the areas.</summary>
    /// <param name="threshold">The policy's small-number threshold; 0 or 1 withholds nothing.</param>
    public async Task<AreaTotals> ByAreaAsync(
        string measure, Period period, int threshold, CancellationToken cancellation = default)
    {
        var areas = await AreasAsync(cancellation);
        var rows = await new DailyTotalStore(database).ReadAsync(period, measure, cancellation);
        var sums = rows.GroupBy(row => row.AreaId).ToDictionary(group => group.Key, group => group.Sum(row => row.Value));
        var counts = SmallNumbers.Protect(areas.Select(area => sums.GetValueOrDefault(area.Id)).ToList(), threshold);
        return new AreaTotals(areas.Zip(counts.Counts, (area, count) => new AreaTotal(area.Id, area.Name, count)).ToList(), counts.Total);
    }

    /// <summary>A row for every day with a value for each area.</summary>
    /// <param name="threshold">As for <see cref="ByAreaAsync"/>, applied to each day by itself.</param>
    public async Task<AreaDays> ByDayAndAreaAsync(
        string measure, Period period, int threshold, CancellationToken cancellation = default)
    {
        var areas = await AreasAsync(cancellation);
        var rows = await new DailyTotalStore(database).ReadAsync(period, measure, cancellation);
        var values = rows.ToDictionary(row => (row.Day, row.AreaId), row => row.Value);
        var days = period.EachDay().Select(day =>
        {
            var counts = areas.Select(area => values.GetValueOrDefault((City.Text(day), area.Id))).ToList();
            var published = SmallNumbers.Protect(counts, threshold);
            return new AreaDay(day, published.Counts, published.Total);
        });
        return new AreaDays(areas, days.ToList());
    }

    private async Task<IReadOnlyList<AreaName>> AreasAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return (await connection.QueryAsync<AreaName>("select id, name from areas order by ordinal, id")).AsList();
    }
}
