using Dapper;
using Transparency.Core.Database;

namespace Transparency.Core.Agencies;

/// <summary>One row of <c>agencies</c>.</summary>
public sealed record Agency
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>See <see cref="AgencyKind"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>Two capital letters, such as "CA"; "US" for a federal agency.</summary>
    public required string State { get; init; }

    /// <summary>Originating agency identifier, nine characters, where the agency has one.</summary>
    public string? Ori { get; init; }

    public required long CreatedMs { get; init; }
}

public sealed class AgencyStore(SqlDatabase database)
{
    private const string Columns = "id, name, kind, state, ori, created_ms as CreatedMs";

    /// <summary>Every agency, by name.</summary>
    public async Task<IReadOnlyList<Agency>> AllAsync(CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return (await connection.QueryAsync<Agency>($"select {Columns} from agencies order by name, id")).AsList();
    }

    public async Task<Agency?> FindAsync(string id, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.QuerySingleOrDefaultAsync<Agency>($"select {Columns} from agencies where id = @id", new { id });
    }

    public static Task AddAsync(WriteScope scope, Agency agency) => scope.Connection.ExecuteAsync(
        "insert into agencies (id, name, kind, state, ori, created_ms) values (@Id, @Name, @Kind, @State, @Ori, @CreatedMs)",
        agency,
        scope.Transaction);
}
