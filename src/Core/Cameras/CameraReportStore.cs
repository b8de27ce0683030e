using Dapper;
using Transparency.Core.Database;

namespace Transparency.Core.Cameras;

/// <summary>A row of <c>camera_reports</c>: what the worker last said of a camera. Counts start anew with each worker.</summary>
public sealed record CameraReport
{
    public required int Camera { get; init; }

    public required long AtMs { get; init; }

    /// <summary>One of <see cref="CameraState"/>.</summary>
    public required string State { get; init; }

    public required long Frames { get; init; }

    /// <summary>Frames given up because the machine could not keep up. Detections are never given up.</summary>
    public required long FramesDropped { get; init; }

    public required long Detections { get; init; }

    /// <summary>What is wrong, in words; empty when nothing is. Never an address or a password.</summary>
    public required string Message { get; init; }
}

/// <summary>The heartbeat of every camera, for the health page and for telling a dead worker from a quiet street.</summary>
public sealed class CameraReportStore(SqlDatabase database)
{
    /// <summary>The last report of every camera that ever reported, in the order of their numbers.</summary>
    public async Task<IReadOnlyList<CameraReport>> ListAsync(CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var rows = await connection.QueryAsync<CameraReport>(
            """
            select camera as Camera, at_ms as AtMs, state as State, frames as Frames, frames_dropped as FramesDropped,
                   detections as Detections, message as Message
            from camera_reports
            order by camera
            """);
        return rows.AsList();
    }

    /// <summary>Replaces the last report of each camera named.</summary>
    public async Task SaveAsync(IReadOnlyList<CameraReport> reports, CancellationToken cancellation = default) =>
        await database.WriteAsync(
            async scope =>
            {
                foreach (var report in reports)
                {
                    await SaveAsync(scope, report);
                }
            },
            cancellation);

    /// <summary>What a camera that delivers by itself has just shown of itself; its detections are added up.</summary>
    internal Task AddDeliveredAsync(
        int camera, string state, int detections, string message, DateTimeOffset at, CancellationToken cancellation) => database.WriteAsync(
        async scope =>
        {
            var before = await scope.Connection.ExecuteScalarAsync<long?>(
                "select detections from camera_reports where camera = @camera", new { camera }, scope.Transaction);
            await SaveAsync(scope, new CameraReport
            {
                Camera = camera,
                AtMs = at.ToUnixTimeMilliseconds(),
                State = state,
                Frames = 0,
                FramesDropped = 0,
                Detections = (before ?? 0) + detections,
                Message = message,
            });
        },
        cancellation);

    private static async Task SaveAsync(WriteScope scope, CameraReport report)
    {
        var updated = await scope.Connection.ExecuteAsync(
            """
            update camera_reports
            set at_ms = @AtMs, state = @State, frames = @Frames, frames_dropped = @FramesDropped, detections = @Detections,
                message = @Message
            where camera = @Camera
            """,
            report,
            scope.Transaction);
        if (updated == 0)
        {
            await scope.Connection.ExecuteAsync(
                """
                insert into camera_reports (camera, at_ms, state, frames, frames_dropped, detections, message)
                values (@Camera, @AtMs, @State, @Frames, @FramesDropped, @Detections, @Message)
                """,
                report,
                scope.Transaction);
        }
    }
}
