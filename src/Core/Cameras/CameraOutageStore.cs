using Dapper;
using Transparency.Core.Database;

namespace Transparency.Core.Cameras;

/// <summary>A row of <c>camera_outages</c>: a time in which a live camera could not be read.</summary>
public sealed record CameraOutage
{
    public required string Id { get; init; }

    public required int Camera { get; init; }

    public required long FromMs { get; init; }

    /// <summary>Null while it lasts.</summary>
    public long? ToMs { get; init; }

    /// <summary>In words, without addresses or passwords.</summary>
    public required string Reason { get; init; }
}

/// <summary>Outages, so that a search can say which cameras it could not have seen anything on.</summary>
public sealed class CameraOutageStore(SqlDatabase database)
{
    /// <summary>A worker reports every few seconds; one that has been silent this long is not reading.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromMinutes(1);

    private const string OfflineCameras = """
        select o.camera
        from camera_outages o
        where o.from_ms < @ToMs and (o.to_ms is null or o.to_ms > @FromMs)
        union
        select c.number
        from cameras c left join camera_reports r on r.camera = c.number
        where c.status = 'live' and c.kind in ('fixed', 'mobile')
          and coalesce(r.at_ms, c.live_ms) < @SilentSinceMs and coalesce(r.at_ms, c.live_ms) < @ToMs
        """;

    /// <summary>Opens an outage unless the camera already has an open one.</summary>
    public static Task OpenAsync(WriteScope scope, CameraOutage outage) =>
        scope.Connection.ExecuteAsync(
            """
            insert into camera_outages (id, camera, from_ms, to_ms, reason)
            select @Id, @Camera, @FromMs, @ToMs, @Reason
            where not exists (select 1 from camera_outages where camera = @Camera and to_ms is null)
            """,
            outage,
            scope.Transaction);

    /// <summary>Records outages that are over, as a camera tells them afterwards; told again they change nothing.</summary>
    internal static async Task AddEndedAsync(WriteScope scope, IEnumerable<CameraOutage> outages)
    {
        foreach (var outage in outages)
        {
            await scope.Connection.ExecuteAsync(
                """
                insert into camera_outages (id, camera, from_ms, to_ms, reason)
                select @Id, @Camera, @FromMs, @ToMs, @Reason
                where not exists (select 1 from camera_outages where camera = @Camera and from_ms = @FromMs)
                """,
                outage,
                scope.Transaction);
        }
    }

    /// <summary>Closes whatever outage of the camera is open. An outage never ends before it began, whatever the clock did.</summary>
    public static Task CloseAsync(WriteScope scope, int camera, DateTimeOffset at) =>
        scope.Connection.ExecuteAsync(
            """
            update camera_outages set to_ms = case when from_ms > @AtMs then from_ms else @AtMs end
            where camera = @camera and to_ms is null
            """,
            new { camera, AtMs = at.ToUnixTimeMilliseconds() },
            scope.Transaction);

    /// <summary>
    /// Numbers of the cameras that were offline at some time in a window: by a recorded outage, or because the worker that reads
    /// them has gone silent. Ascending.
    /// </summary>
    public async Task<IReadOnlyList<int>> OfflineCamerasAsync(
        DateTimeOffset from, DateTimeOffset to, DateTimeOffset now, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var cameras = await connection.QueryAsync<int>(
            OfflineCameras,
            new
            {
                FromMs = from.ToUnixTimeMilliseconds(),
                ToMs = to.ToUnixTimeMilliseconds(),
                SilentSinceMs = (now - Silence).ToUnixTimeMilliseconds(),
            });
        return cameras.Order().ToList();
    }

    /// <summary>The outages of every camera that touch a window, oldest first.</summary>
    public async Task<IReadOnlyList<CameraOutage>> ListAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var rows = await connection.QueryAsync<CameraOutage>(
            """
            select id as Id, camera as Camera, from_ms as FromMs, to_ms as ToMs, reason as Reason
            from camera_outages
            where from_ms < @ToMs and (to_ms is null or to_ms > @FromMs)
            order by from_ms, camera
            """,
            new { FromMs = from.ToUnixTimeMilliseconds(), ToMs = to.ToUnixTimeMilliseconds() });
        return rows.AsList();
    }

    /// <summary>The outages of one camera that touch a window, oldest first.</summary>
    public async Task<IReadOnlyList<CameraOutage>> ListAsync(
        int camera, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var rows = await connection.QueryAsync<CameraOutage>(
            """
            select id as Id, camera as Camera, from_ms as FromMs, to_ms as ToMs, reason as Reason
            from camera_outages
            where camera = @camera and from_ms < @ToMs and (to_ms is null or to_ms > @FromMs)
            order by from_ms
            """,
            new { camera, FromMs = from.ToUnixTimeMilliseconds(), ToMs = to.ToUnixTimeMilliseconds() });
        return rows.AsList();
    }
}
