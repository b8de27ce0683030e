using Dapper;
using Transparency.Core.Database;

namespace Transparency.Core.HotLists;

/// <summary>One row of <c>hot_lists</c>.</summary>
public sealed record HotList
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string Source { get; init; }

    /// <summary>See <see cref="HotListKind"/>.</summary>
    public required string Kind { get; init; }

    public required long RefreshedMs { get; init; }

    public required bool IsEnabled { get; init; }
}

/// <summary>One row of <c>hot_list_entries</c>.</summary>
public sealed record HotListEntry
{
    public required string Id { get; init; }

    public required string ListId { get; init; }

    /// <summary>Capital letters and digits only.</summary>
    public required string Plate { get; init; }

    /// <summary>Two capital letters; null when the source does not say.</summary>
    public string? State { get; init; }

    /// <summary>What the source says: never public.</summary>
    public required string Reason { get; init; }

    public required long AddedMs { get; init; }

    public long? ExpiresMs { get; init; }
}

/// <summary>A list as the public sees it: with its size, without its entries.</summary>
public sealed record HotListSummary
{
    public required string Name { get; init; }

    public required string Source { get; init; }

    public required string Kind { get; init; }

    public required long RefreshedMs { get; init; }

    public required int Entries { get; init; }
}

public sealed class HotListStore(SqlDatabase database)
{
    private const int PlatesAtOnce = 500;

    private const string EntryColumns =
        "e.id, e.list_id as ListId, e.plate, e.state, e.reason, e.added_ms as AddedMs, e.expires_ms as ExpiresMs";

    /// <summary>The lists that are compared with every read, with the number of entries valid at <paramref name="nowMs"/>.</summary>
    public async Task<IReadOnlyList<HotListSummary>> SummariesAsync(long nowMs, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return (await connection.QueryAsync<HotListSummary>(
            """
            select l.name, l.source, l.kind, l.refreshed_ms as RefreshedMs, count(e.id) as Entries
            from hot_lists l
            left join hot_list_entries e on e.list_id = l.id and (e.expires_ms is null or e.expires_ms > @nowMs)
            where l.is_enabled = 1
            group by l.id, l.name, l.source, l.kind, l.refreshed_ms
            order by l.name
            """,
            new { nowMs })).AsList();
    }

    /// <summary>Entries of enabled lists that are valid at <paramref name="nowMs"/> for any of the plates. The state is the caller's to compare.</summary>
    public async Task<IReadOnlyList<HotListEntry>> MatchAsync(
        IReadOnlyCollection<string> plates, long nowMs, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var found = new List<HotListEntry>();
        foreach (var some in plates.Distinct().Chunk(PlatesAtOnce))
        {
            found.AddRange(await connection.QueryAsync<HotListEntry>(
                $"""
                select {EntryColumns}
                from hot_list_entries e join hot_lists l on l.id = e.list_id and l.is_enabled = 1
                where e.plate in @some and (e.expires_ms is null or e.expires_ms > @nowMs)
                order by e.id
                """,
                new { some, nowMs }));
        }

        return found;
    }

    public async Task<HotListEntry?> FindEntryAsync(string id, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.QuerySingleOrDefaultAsync<HotListEntry>(
            $"select {EntryColumns} from hot_list_entries e where e.id = @id", new { id });
    }

    /// <summary>Adds a list that <see cref="HotListSource"/> accepts.</summary>
    /// <returns>The rule's answer; nothing is stored when it refuses.</returns>
    public static async Task<HotListDecision> AddAsync(WriteScope scope, HotList list)
    {
        var decision = HotListSource.Decide(list.Kind, $"{list.Name} {list.Source}");
        if (decision.IsAccepted)
        {
            await scope.Connection.ExecuteAsync(
                """
                insert into hot_lists (id, name, source, kind, refreshed_ms, is_enabled)
                values (@Id, @Name, @Source, @Kind, @RefreshedMs, @Enabled)
                """,
                new { list.Id, list.Name, list.Source, list.Kind, list.RefreshedMs, Enabled = list.IsEnabled ? 1 : 0 },
                scope.Transaction);
        }

        return decision;
    }

    public Task AddEntriesAsync(WriteScope scope, IEnumerable<HotListEntry> entries, CancellationToken cancellation = default) =>
        database.BulkInsertAsync(
            scope,
            "hot_list_entries",
            ["id", "list_id", "plate", "state", "reason", "added_ms", "expires_ms"],
            entries.Select(e => new object?[] { e.Id, e.ListId, e.Plate, e.State, e.Reason, e.AddedMs, e.ExpiresMs }),
            cancellation);
}
