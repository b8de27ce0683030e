using Dapper;
using Transparency.Core.Approvals;
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

    private const string PolicyInForce = "select max(version) from policies where effective_ms <= @NowMs";

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
        var approvals = (await new ApprovalStore(database).AllAsync(cancellation)).ToDictionary(approval => approval.Id);
        await using var connection = await database.OpenAsync(cancellation);
        var policy = await connection.ExecuteScalarAsync<int?>(PolicyInForce, new { NowMs = now.ToUnixTimeMilliseconds() });
        var cameras = await connection.QueryAsync<Camera>($"{Columns} order by number");
        return cameras.Select(camera => FactsOf(camera, approvals.GetValueOrDefault(camera.ApprovalId ?? ""), policy)).ToList();
    }

    /// <summary>A camera and its facts inside the transaction that is about to change it; null when there is no such camera.</summary>
    internal static async Task<(Camera Camera, CameraFacts Facts)?> FindAsync(WriteScope scope, int number, DateTimeOffset now)
    {
        var camera = await scope.Connection.QuerySingleOrDefaultAsync<Camera?>(
            $"{Columns} where number = @number", new { number }, scope.Transaction);
        if (camera is null)
        {
            return null;
        }

        var approval = camera.ApprovalId is null ? null : await ApprovalStore.FindAsync(scope, camera.ApprovalId);
        var policy = await scope.Connection.ExecuteScalarAsync<int?>(
            PolicyInForce, new { NowMs = now.ToUnixTimeMilliseconds() }, scope.Transaction);
        return (camera, FactsOf(camera, approval, policy));
    }

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

    private static CameraFacts FactsOf(Camera camera, Approval? approval, int? policy) =>
        new() { Number = camera.Number, Status = camera.Status, Approval = approval, PolicyVersion = policy };
}
