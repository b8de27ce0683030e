using Dapper;
using Transparency.Core.Database;

namespace Transparency.Core.Alerts;

/// <summary>One row of <c>alerts</c>: a read that matched a hot-list entry. A lead, not a fact, until an officer has verified it.</summary>
public sealed record Alert
{
    public required string Id { get; init; }

    public required long DetectionId { get; init; }

    public required int Camera { get; init; }

    public required string ListId { get; init; }

    public required string ListEntryId { get; init; }

    /// <summary>Whether the listed plate was read or one that looks like it: see <see cref="HotLists.HotListLikeness"/>.</summary>
    public string Likeness { get; init; } = HotLists.HotListLikeness.Exact;

    public required long RaisedMs { get; init; }

    public long? AcknowledgedMs { get; init; }

    public string? AcknowledgedBy { get; init; }

    public long? VerifiedMs { get; init; }

    public string? VerifiedBy { get; init; }

    /// <summary>See <see cref="Alerts.Verification"/>; null until an officer compared picture, state and list entry.</summary>
    public string? Verification { get; init; }

    /// <summary>See <see cref="Alerts.Disposition"/>; null while open.</summary>
    public string? Disposition { get; init; }

    public long? ClosedMs { get; init; }

    public string? ClosedBy { get; init; }
}

public sealed class AlertStore(SqlDatabase database)
{
    private const string Select =
        """
        select id, detection_id as DetectionId, camera, list_id as ListId, list_entry_id as ListEntryId, raised_ms as RaisedMs,
               acknowledged_ms as AcknowledgedMs, acknowledged_by as AcknowledgedBy, verified_ms as VerifiedMs, verified_by as VerifiedBy,
               likeness, verification, disposition, closed_ms as ClosedMs, closed_by as ClosedBy
        from alerts
        """;

    public async Task<Alert?> FindAsync(string id, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.QuerySingleOrDefaultAsync<Alert>($"{Select} where id = @id", new { id });
    }

    /// <summary>As above, inside a write.</summary>
    public static Task<Alert?> FindAsync(WriteScope scope, string id) =>
        scope.Connection.QuerySingleOrDefaultAsync<Alert?>($"{Select} where id = @id", new { id }, scope.Transaction);

    /// <summary>Alerts that nobody closed yet, newest first.</summary>
    public async Task<IReadOnlyList<Alert>> OpenAsync(int rows = 200, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var sql = database.Take($"{Select} where closed_ms is null order by raised_ms desc, id desc", rows);
        return (await connection.QueryAsync<Alert>(sql)).AsList();
    }

    /// <summary>False, and nothing stored, when this detection already raised an alert for this entry.</summary>
    public static async Task<bool> AddAsync(WriteScope scope, Alert alert) => await scope.Connection.ExecuteAsync(
        """
        insert into alerts (id, detection_id, camera, list_id, list_entry_id, likeness, raised_ms, acknowledged_ms, acknowledged_by, verified_ms,
                            verified_by, verification, disposition, closed_ms, closed_by)
        select @Id, @DetectionId, @Camera, @ListId, @ListEntryId, @Likeness, @RaisedMs, @AcknowledgedMs, @AcknowledgedBy, @VerifiedMs,
               @VerifiedBy, @Verification, @Disposition, @ClosedMs, @ClosedBy
        where not exists (select 1 from alerts where detection_id = @DetectionId and list_entry_id = @ListEntryId)
        """,
        alert,
        scope.Transaction) == 1;

    /// <summary>Writes the steps of one alert back: acknowledged, verified, closed.</summary>
    public static Task SaveAsync(WriteScope scope, Alert alert) => scope.Connection.ExecuteAsync(
        """
        update alerts
        set acknowledged_ms = @AcknowledgedMs, acknowledged_by = @AcknowledgedBy, verified_ms = @VerifiedMs, verified_by = @VerifiedBy,
            verification = @Verification, disposition = @Disposition, closed_ms = @ClosedMs, closed_by = @ClosedBy
        where id = @Id
        """,
        alert,
        scope.Transaction);
}
