using Dapper;
using Transparency.Core.Database;

namespace Transparency.Core.HotLists;

/// <summary>The entries behind plates that were found in memory.</summary>
internal static class HotListEntries
{
    private const int PerQuery = 500;

    /// <summary>Entries of these plates that are valid now, on lists that are on.</summary>
    public static async Task<List<ListedPlate>> ValidAsync(WriteScope scope, IEnumerable<string> listed, DateTimeOffset now)
    {
        var entries = new List<ListedPlate>();
        foreach (var plates in listed.Chunk(PerQuery))
        {
            entries.AddRange(await scope.Connection.QueryAsync<ListedPlate>(
                """
                select e.id as Id, e.list_id as ListId, e.plate as Plate, e.state as State, l.kind as Kind
                from hot_list_entries e join hot_lists l on l.id = e.list_id
                where l.is_enabled = 1 and e.plate in @plates and (e.expires_ms is null or e.expires_ms > @NowMs)
                order by e.id
                """,
                new { plates, NowMs = now.ToUnixTimeMilliseconds() },
                scope.Transaction));
        }

        return entries;
    }
}

/// <summary>What an alert needs of an entry.</summary>
internal sealed record ListedPlate
{
    public required string Id { get; init; }

    public required string ListId { get; init; }

    public required string Plate { get; init; }

    public required string? State { get; init; }

    public required string Kind { get; init; }
}
