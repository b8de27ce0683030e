using System.Data.Common;
using Dapper;
using Transparency.Core.Agencies;
using Transparency.Core.Database;

namespace Transparency.Core.Statistics;

/// <summary>One row of <c>daily_totals</c>.</summary>
public sealed record DailyTotal
{
    public required string Day { get; init; }

    /// <summary>Empty for the whole city.</summary>
    public required string AreaId { get; init; }

    /// <summary>See <see cref="Measures"/>.</summary>
    public required string Measure { get; init; }

    public required long Value { get; init; }
}

/// <summary>
/// Counts that outlive what was counted. They change in the transaction of the act they count, so they never disagree with it; a day's
/// value may be read by anyone at any time.
/// </summary>
public sealed class DailyTotalStore(SqlDatabase database)
{
    private const string WholeCity = "";

    /// <summary>Adds to the whole city's count of a day.</summary>
    public Task AddAsync(WriteScope scope, DateOnly day, string measure, long delta) =>
        ChangeAsync(scope, day, WholeCity, measure, delta, "value + @value");

    /// <summary>Adds to an area's count of a day and to the whole city's.</summary>
    public async Task AddAsync(WriteScope scope, DateOnly day, string measure, string areaId, long delta)
    {
        await ChangeAsync(scope, day, areaId, measure, delta, "value + @value");
        await AddAsync(scope, day, measure, delta);
    }

    /// <summary>Sets the whole city's value of a day: for levels, such as the number of cameras that read.</summary>
    public Task SetAsync(WriteScope scope, DateOnly day, string measure, long value) =>
        ChangeAsync(scope, day, WholeCity, measure, value, "@value");

    /// <summary>Every row of a measure in a period (null = of every measure), by day, measure and area.</summary>
    public async Task<IReadOnlyList<DailyTotal>> ReadAsync(Period period, string? measure = null, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return (await connection.QueryAsync<DailyTotal>(
            """
            select day, area_id as AreaId, measure, value
            from daily_totals
            where day >= @FromDay and day <= @ToDay and (@measure is null or measure = @measure)
            order by day, measure, area_id
            """,
            new { period.FromDay, period.ToDay, measure })).AsList();
    }

    /// <summary>The first day with a total; null when nothing was counted yet.</summary>
    public async Task<DateOnly?> FirstDayAsync(CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return City.TryDay(await connection.ExecuteScalarAsync<string>("select min(day) from daily_totals"), out var day) ? day : null;
    }

    /// <summary>The whole city's totals over a period, by measure; a measure without rows is absent.</summary>
    public async Task<IReadOnlyDictionary<string, long>> SumAsync(Period period, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var rows = await connection.QueryAsync<(string Measure, long Value)>(
            "select measure, sum(value) from daily_totals where day >= @FromDay and day <= @ToDay and area_id = '' group by measure",
            new { period.FromDay, period.ToDay });
        return rows.ToDictionary(row => row.Measure, row => row.Value);
    }

    private async Task ChangeAsync(WriteScope scope, DateOnly day, string areaId, string measure, long value, string change)
    {
        var row = new { day = City.Text(day), areaId, measure, value };
        var update = $"update daily_totals set value = {change} where day = @day and measure = @measure and area_id = @areaId";
        if (await scope.Connection.ExecuteAsync(update, row, scope.Transaction) == 1)
        {
            return;
        }

        try
        {
            await scope.Connection.ExecuteAsync(
                "insert into daily_totals (day, area_id, measure, value) values (@day, @areaId, @measure, @value)", row, scope.Transaction);
        }
        catch (DbException e) when (database.IsUniqueViolation(e))
        {
            // Another transaction made the day's row in between.
            await scope.Connection.ExecuteAsync(update, row, scope.Transaction);
        }
    }
}
