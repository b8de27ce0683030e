using Dapper;
using Transparency.Core.Database;

namespace Transparency.Core.Cameras;

/// <summary>A row of <c>areas</c>: a part of the city, as the public is told where cameras are.</summary>
public sealed record Area
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required int Ordinal { get; init; }

    /// <summary>Polygon points of the schematic map, "x,y x,y ..." in 0 to 1000. May be empty.</summary>
    public required string Outline { get; init; }
}

public sealed class AreaStore(SqlDatabase database)
{
    /// <summary>Every area in the order of the city's lists.</summary>
    public async Task<IReadOnlyList<Area>> ListAsync(CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return (await connection.QueryAsync<Area>("select id, name, ordinal, outline from areas order by ordinal, id")).AsList();
    }
}
