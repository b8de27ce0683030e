using Dapper;
using Transparency.Core.Database;

namespace Transparency.Core.Cameras;

/// <summary>A row of <c>cameras</c>.</summary>
public sealed record Camera
{
    public required int Number { get; init; }

    public required string Name { get; init; }

    public required string AreaId { get; init; }

    /// <summary>One of <see cref="CameraKind"/>.</summary>
    public required string Kind { get; init; }

    public required string Facing { get; init; }

    /// <summary>Address of the feed. May hold a password: never logged, never shown.</summary>
    public required string Feed { get; init; }

    /// <summary>One of <see cref="CameraStatus"/>.</summary>
    public required string Status { get; init; }

    /// <summary>The council decision that covers this camera; null while there is none.</summary>
    public string? ApprovalId { get; init; }

    public string? ContributorAgencyId { get; init; }

    public required long CreatedMs { get; init; }

    public long? LiveMs { get; init; }

    public long? RemovedMs { get; init; }

    /// <summary>Leaves the feed out: a record prints all its members, and this one may hold a password.</summary>
    public override string ToString() => $"camera {Number} ({Name})";
}

/// <summary>Cameras and what <see cref="CameraGate"/> needs to know of them.</summary>
public sealed class CameraStore(SqlDatabase database)
{
    private const string Columns = """
        select number as Number, name as Name, area_id as AreaId, kind as Kind, facing as Facing, feed as Feed, status as Status,
               approval_id as ApprovalId, contributor_agency_id as ContributorAgencyId, created_ms as CreatedMs, live_ms as LiveMs,
               removed_ms as RemovedMs
        from cameras
        """;

    private const string Facts = """
        select c.number as Number, c.status as Status, a.kind as DecisionKind, a.meeting_day as DecisionDay,
               a.expires_day as DecisionExpiresDay, a.withdrawn_ms as DecisionWithdrawnMs,
               (select max(p.version) from policies p where p.effective_ms <= @NowMs) as PolicyVersion
        from cameras c left join approvals a on a.id = c.approval_id
        """;

    /// <summary>Every camera, removed ones included, in the order of their numbers.</summary>
    public async Task<IReadOnlyList<Camera>> ListAsync(CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return (await connection.QueryAsync<Camera>($"{Columns} order by number")).AsList();
    }

    public async Task<Camera?> FindAsync(int number, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.QuerySingleOrDefaultAsync<Camera>($"{Columns} where number = @number", new { number });
    }

    /// <summary>Facts of every camera at an instant.</summary>
    public async Task<IReadOnlyList<CameraFacts>> FactsAsync(DateTimeOffset now, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var rows = await connection.QueryAsync<CameraFacts>($"{Facts} order by c.number", new { NowMs = now.ToUnixTimeMilliseconds() });
        return rows.AsList();
    }

    /// <summary>Facts of one camera, inside the transaction that is about to change it; null when there is no such camera.</summary>
    public static Task<CameraFacts?> FactsAsync(WriteScope scope, int number, DateTimeOffset now) =>
        scope.Connection.QuerySingleOrDefaultAsync<CameraFacts>(
            $"{Facts} where c.number = @number", new { number, NowMs = now.ToUnixTimeMilliseconds() }, scope.Transaction);

    public static Task InsertAsync(WriteScope scope, Camera camera) =>
        scope.Connection.ExecuteAsync(
            """
            insert into cameras (number, name, area_id, kind, facing, feed, status, approval_id, contributor_agency_id, created_ms,
                                 live_ms, removed_ms)
            values (@Number, @Name, @AreaId, @Kind, @Facing, @Feed, @Status, @ApprovalId, @ContributorAgencyId, @CreatedMs, @LiveMs,
                    @RemovedMs)
            """,
            camera,
            scope.Transaction);

    /// <summary>Records which council decision covers a camera; it does not make the camera live.</summary>
    public static Task SetApprovalAsync(WriteScope scope, int number, string? approvalId) =>
        scope.Connection.ExecuteAsync(
            "update cameras set approval_id = @approvalId where number = @number", new { number, approvalId }, scope.Transaction);

    /// <summary>The first time live is kept: the public history of a camera starts there.</summary>
    internal static Task SetStatusAsync(WriteScope scope, int number, string status, DateTimeOffset at) =>
        scope.Connection.ExecuteAsync(
            """
            update cameras
            set status = @status,
                live_ms = case when @status = 'live' and live_ms is null then @AtMs else live_ms end,
                removed_ms = case when @status = 'removed' then @AtMs else null end
            where number = @number
            """,
            new { number, status, AtMs = at.ToUnixTimeMilliseconds() },
            scope.Transaction);
}
