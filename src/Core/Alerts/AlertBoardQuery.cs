using Dapper;
using Transparency.Core.Database;
using Transparency.Core.Detections;

namespace Transparency.Core.Alerts;

/// <summary>An alert as the board shows it.</summary>
public sealed record BoardAlert
{
    public required string Id { get; init; }

    public required long DetectionId { get; init; }

    /// <summary>As the camera read it.</summary>
    public required string Plate { get; init; }

    public required string? State { get; init; }

    /// <summary>Per mille.</summary>
    public required int Confidence { get; init; }

    public required string CameraName { get; init; }

    public required string AreaId { get; init; }

    public required string AreaName { get; init; }

    public required int PhotoBytes { get; init; }

    public required string ListName { get; init; }

    public required string Kind { get; init; }

    /// <summary>As the list has it; empty when the list has dropped the entry since.</summary>
    public required string ListedPlate { get; init; }

    public required string? ListedState { get; init; }

    public required string Reason { get; init; }

    /// <summary>When the list was last refreshed from its source.</summary>
    public required long RefreshedMs { get; init; }

    public required long RaisedMs { get; init; }

    public required long? AcknowledgedMs { get; init; }

    public required string? AcknowledgedBy { get; init; }

    public required string? Verification { get; init; }

    public required string? Disposition { get; init; }

    public required long? ClosedMs { get; init; }

    /// <summary>Read and listed plates differ: the match rests on characters that look alike.</summary>
    public bool IsLookAlike => ListedPlate.Length > 0 && ListedPlate != Plate;

    public int Priority => AlertPriority.Of(Kind);

    public DateTimeOffset CapturedAt => new DetectionId(DetectionId).CapturedAt;
}

/// <summary>What the alert board shows.</summary>
public sealed class AlertBoardQuery(SqlDatabase database)
{
    private const string Select =
        """
        select x.id as Id, x.detection_id as DetectionId, coalesce(p.text, '') as Plate, d.state as State, coalesce(d.confidence, 0) as Confidence,
               c.name as CameraName, a.id as AreaId, a.name as AreaName, coalesce(d.photo_bytes, 0) as PhotoBytes, coalesce(l.name, '') as ListName,
               coalesce(l.kind, '') as Kind, coalesce(e.plate, '') as ListedPlate, e.state as ListedState, coalesce(e.reason, '') as Reason,
               coalesce(l.refreshed_ms, 0) as RefreshedMs, x.raised_ms as RaisedMs, x.acknowledged_ms as AcknowledgedMs,
               u.display_name as AcknowledgedBy, x.verification as Verification, x.disposition as Disposition, x.closed_ms as ClosedMs
        from alerts x
        join cameras c on c.number = x.camera
        join areas a on a.id = c.area_id
        left join detections d on d.id = x.detection_id
        left join plates p on p.plate_id = d.plate_id
        left join hot_lists l on l.id = x.list_id
        left join hot_list_entries e on e.id = x.list_entry_id
        left join users u on u.id = x.acknowledged_by
        """;

    /// <summary>Open alerts, newest first, then those closed since <paramref name="closedSinceMs"/>.</summary>
    public async Task<IReadOnlyList<BoardAlert>> BoardAsync(long closedSinceMs, int rows = 200, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var sql = database.Take(
            $"{Select} where x.closed_ms is null or x.closed_ms > @closedSinceMs order by case when x.closed_ms is null then 0 else 1 end, x.raised_ms desc, x.id desc",
            rows);
        return (await connection.QueryAsync<BoardAlert>(sql, new { closedSinceMs })).AsList();
    }

    public async Task<BoardAlert?> FindAsync(string id, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.QuerySingleOrDefaultAsync<BoardAlert?>($"{Select} where x.id = @id", new { id });
    }

    /// <summary>Changes whenever an alert raised since takes a step or a new one is raised: cheap enough to ask twice a second.</summary>
    public async Task<string> VersionAsync(long sinceMs, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.ExecuteScalarAsync<string>(
            """
            select concat(count(*), ' ', coalesce(max(raised_ms), 0), ' ', coalesce(max(acknowledged_ms), 0), ' ',
                          coalesce(max(verified_ms), 0), ' ', coalesce(max(closed_ms), 0))
            from alerts
            where raised_ms > @sinceMs
            """,
            new { sinceMs }) ?? "";
    }
}
