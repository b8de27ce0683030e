using System.Text.Json;
using Dapper;
using Transparency.Core.Database;

namespace Transparency.Core.HotLists.Import;

/// <summary>A list with how it is read and how fresh it is.</summary>
public sealed record HotListStanding
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string Source { get; init; }

    public required string Kind { get; init; }

    public required long RefreshedMs { get; init; }

    public required int IsEnabled { get; init; }

    public required int Entries { get; init; }

    /// <summary>JSON of a <see cref="HotListMapping"/>; null for a list without one.</summary>
    public required string? Mapping { get; init; }

    public required string? Path { get; init; }

    public required int? EveryMinutes { get; init; }

    public required int? StaleMinutes { get; init; }

    /// <summary>What the newest reading came to; null before the first.</summary>
    public required string? LastOutcome { get; init; }

    public bool IsStaleAt(DateTimeOffset at) =>
        StaleMinutes is > 0 and var minutes && at.ToUnixTimeMilliseconds() - RefreshedMs > minutes * 60_000L;
}

/// <summary>Mappings, schedules and the history of imports.</summary>
public sealed class HotListImportStore(SqlDatabase database)
{
    private const string Select =
        """
        select l.id as Id, l.name as Name, l.source as Source, l.kind as Kind, l.refreshed_ms as RefreshedMs, l.is_enabled as IsEnabled,
               (select count(*) from hot_list_entries e where e.list_id = l.id) as Entries, m.mapping as Mapping, m.path as Path,
               m.every_minutes as EveryMinutes, m.stale_minutes as StaleMinutes,
               (select max(concat(i.at_ms, ' ', i.outcome)) from hot_list_imports i where i.list_id = l.id) as LastOutcome
        from hot_lists l left join hot_list_mappings m on m.list_id = l.id
        """;

    public async Task<IReadOnlyList<HotListStanding>> AllAsync(CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return (await connection.QueryAsync<HotListStanding>($"{Select} order by l.name, l.id")).AsList();
    }

    public async Task<HotListStanding?> FindAsync(string id, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.QuerySingleOrDefaultAsync<HotListStanding?>($"{Select} where l.id = @id", new { id });
    }

    internal static async Task SaveMappingAsync(WriteScope scope, string listId, HotListMapping mapping, string path, int everyMinutes, int staleMinutes)
    {
        await scope.Connection.ExecuteAsync("delete from hot_list_mappings where list_id = @listId", new { listId }, scope.Transaction);
        await scope.Connection.ExecuteAsync(
            """
            insert into hot_list_mappings (list_id, mapping, path, every_minutes, stale_minutes)
            values (@listId, @Mapping, @path, @everyMinutes, @staleMinutes)
            """,
            new { listId, Mapping = JsonSerializer.Serialize(mapping), path, everyMinutes, staleMinutes },
            scope.Transaction);
    }

    internal static Task AddImportAsync(WriteScope scope, string listId, DateTimeOffset at, string outcome, HotListFile file, string sha256) =>
        scope.Connection.ExecuteAsync(
            """
            insert into hot_list_imports (id, list_id, at_ms, outcome, entries, bad_rows, left_out, file_sha256)
            values (@Id, @listId, @AtMs, @outcome, @Entries, @BadCount, @LeftOut, @sha256)
            """,
            new
            {
                Id = Guid.CreateVersion7(at).ToString(),
                listId,
                AtMs = at.ToUnixTimeMilliseconds(),
                outcome,
                Entries = file.Rows.Count,
                file.BadCount,
                file.LeftOut,
                sha256,
            },
            scope.Transaction);
}
