using Dapper;
using Transparency.Core.Database;
using Transparency.Core.Detections;
using Transparency.Core.Searches;

namespace Transparency.Core.Retention;

/// <summary>The purge's deletions, its progress, and the record of its runs.</summary>
public sealed class PurgeStore(SqlDatabase database)
{
    /// <summary>The last runs, newest first.</summary>
    public async Task<IReadOnlyList<PurgeRun>> LastAsync(int rows = 30, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var sql = database.Take(
            """
            select id as Id, at_ms as AtMs, policy_version as PolicyVersion, cutoff_ms as CutoffMs, detections as Detections,
                   photographs as Photographs, keys_destroyed as KeysDestroyed, first_id as FirstId, last_id as LastId
            from purge_runs order by at_ms desc, id desc
            """,
            rows);
        return (await connection.QueryAsync<PurgeRun>(sql)).AsList();
    }

    /// <summary>
    /// Deletes the oldest detections below <paramref name="end"/> and every trace of them in search results, and adds them to the
    /// progress. Returns how many.
    /// </summary>
    internal async Task<int> DeleteStepAsync(WriteScope scope, DetectionId end, int rows)
    {
        var step = await scope.Connection.QuerySingleAsync<(long Count, long? First, long? Last)>(
            $"""
            select cast(count(*) as bigint), min(id), max(id)
            from ({database.Take("select id from detections where id < @End order by id", rows)}) step
            """,
            new { End = end.Value },
            scope.Transaction);
        if (step.Count == 0)
        {
            // A result can outlive its detection only if a search was recorded while the purge ran.
            await SearchPages.ForgetBeforeAsync(scope, end.Value);
            return 0;
        }

        await SearchPages.ForgetBeforeAsync(scope, step.Last!.Value + 1);
        await scope.Connection.ExecuteAsync("delete from detection_places where detection_id <= @Last", new { step.Last }, scope.Transaction);
        await scope.Connection.ExecuteAsync("delete from detections where id <= @Last", new { step.Last }, scope.Transaction);
        await AddProgressAsync(scope, step.Count, 0, step.First!.Value, step.Last!.Value);
        return (int)step.Count;
    }

    internal static Task AddPhotographsAsync(WriteScope scope, int photographs) => AddProgressAsync(scope, 0, photographs, 0, 0);

    /// <summary>What has been destroyed since the last run was recorded; the progress then starts again.</summary>
    internal static async Task<PurgeProgress> TakeProgressAsync(WriteScope scope)
    {
        var progress = await scope.Connection.QuerySingleOrDefaultAsync<PurgeProgress>(
            """
            select detections as Detections, photographs as Photographs, first_id as FirstId, last_id as LastId
            from purge_progress where id = 1
            """,
            transaction: scope.Transaction);
        await scope.Connection.ExecuteAsync("delete from purge_progress", transaction: scope.Transaction);
        return progress ?? new PurgeProgress { Detections = 0, Photographs = 0, FirstId = 0, LastId = 0 };
    }

    internal static Task AddAsync(WriteScope scope, PurgeRun run) => scope.Connection.ExecuteAsync(
        """
        insert into purge_runs (id, at_ms, policy_version, cutoff_ms, detections, photographs, keys_destroyed, first_id, last_id)
        values (@Id, @AtMs, @PolicyVersion, @CutoffMs, @Detections, @Photographs, @KeysDestroyed, @FirstId, @LastId)
        """,
        run,
        scope.Transaction);

    private static async Task AddProgressAsync(WriteScope scope, long detections, int photographs, long first, long last)
    {
        var row = new { detections, photographs, first, last };
        if (await scope.Connection.ExecuteAsync(
            """
            update purge_progress
            set detections = detections + @detections, photographs = photographs + @photographs,
                first_id = case when first_id = 0 then @first else first_id end,
                last_id = case when last_id > @last then last_id else @last end
            where id = 1
            """,
            row,
            scope.Transaction) == 0)
        {
            await scope.Connection.ExecuteAsync(
                """
                insert into purge_progress (id, detections, photographs, first_id, last_id)
                values (1, @detections, @photographs, @first, @last)
                """,
                row,
                scope.Transaction);
        }
    }
}

/// <summary>A row of <c>purge_runs</c>.</summary>
public sealed record PurgeRun
{
    public required string Id { get; init; }

    public required long AtMs { get; init; }

    public required int PolicyVersion { get; init; }

    /// <summary>Everything captured before this instant is gone.</summary>
    public required long CutoffMs { get; init; }

    public required long Detections { get; init; }

    public required long Photographs { get; init; }

    /// <summary>Days whose photograph keys were destroyed, separated by commas.</summary>
    public required string KeysDestroyed { get; init; }

    /// <summary>0 when no detection was destroyed.</summary>
    public required long FirstId { get; init; }

    public required long LastId { get; init; }
}

/// <summary>The row of <c>purge_progress</c>.</summary>
internal sealed record PurgeProgress
{
    public required long Detections { get; init; }

    public required long Photographs { get; init; }

    public required long FirstId { get; init; }

    public required long LastId { get; init; }
}
