using Dapper;
using Transparency.Core.Database;

namespace Transparency.Core.Agencies;

/// <summary>The one row of <c>city</c>.</summary>
public sealed class CityStore(SqlDatabase database)
{
    /// <summary>The city this system belongs to; null before it was set up.</summary>
    public async Task<City?> FindAsync(CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.QuerySingleOrDefaultAsync<City>(
            """
            select name, police_name as PoliceName, agency_id as AgencyId, time_zone as TimeZone, log_origin as LogOrigin,
                   is_demonstration as IsDemonstration
            from city
            where id = 1
            """);
    }

    /// <exception cref="InvalidOperationException">The city was not set up yet.</exception>
    public async Task<City> ReadAsync(CancellationToken cancellation = default) =>
        await FindAsync(cancellation) ?? throw new InvalidOperationException("This database has no city yet. Start with ./run, or set it up.");

    /// <summary>Sets the city up, once; a second call fails on the primary key.</summary>
    public static Task AddAsync(WriteScope scope, City city) => scope.Connection.ExecuteAsync(
        """
        insert into city (id, name, police_name, agency_id, time_zone, log_origin, is_demonstration)
        values (1, @Name, @PoliceName, @AgencyId, @TimeZone, @LogOrigin, @Demonstration)
        """,
        new { city.Name, city.PoliceName, city.AgencyId, city.TimeZone, city.LogOrigin, Demonstration = city.IsDemonstration ? 1 : 0 },
        scope.Transaction);
}
