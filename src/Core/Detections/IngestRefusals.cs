using System.Globalization;
using Dapper;
using Transparency.Audit.Schemas;
using Transparency.Core.Agencies;
using Transparency.Core.AuditTrail;
using Transparency.Core.Database;

namespace Transparency.Core.Detections;

/// <summary>Counts of reads that were refused and not stored.</summary>
public sealed class IngestRefusals(SqlDatabase database)
{
    /// <summary>The counts of a day by camera and reason. A camera not known here is listed under the number it gave.</summary>
    public async Task<IReadOnlyList<IngestRefusalCount>> OfAsync(DateOnly day, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var rows = await connection.QueryAsync<IngestRefusalCount>(
            "select camera as Camera, reason as Reason, value as Count from ingest_refusals where day = @Day order by camera, reason",
            new { Day = City.Text(day) });
        return rows.AsList();
    }

    /// <summary>One entry of the log for each camera and reason of an ended day.</summary>
    internal static async Task LogAsync(WriteScope scope, AuditLog log, AuditContext context, DateOnly day)
    {
        var counts = await scope.Connection.QueryAsync<IngestRefusalCount>(
            "select camera as Camera, reason as Reason, value as Count from ingest_refusals where day = @Day order by camera, reason",
            new { Day = City.Text(day) },
            scope.Transaction);
        foreach (var count in counts)
        {
            var (camera, reads) = (count.Camera.ToString(CultureInfo.InvariantCulture), count.Count.ToString(CultureInfo.InvariantCulture));
            var fields = new AuditField[] { new("camera", camera), new("reason", count.Reason), new("reads", reads) };
            await log.AppendAsync(scope, context, new AuditEvent(CameraActs.IngestRefused, fields)
            {
                Day = day,
                Elements = $"camera {camera}",
                Outcome = $"{reads} reads refused: {count.Reason}",
            });
        }
    }

    internal static async Task AddAsync(WriteScope scope, DateOnly day, int camera, string reason, int count)
    {
        var row = new { Day = City.Text(day), camera, reason, count };
        if (await scope.Connection.ExecuteAsync(
            "update ingest_refusals set value = value + @count where day = @Day and camera = @camera and reason = @reason",
            row,
            scope.Transaction) == 0)
        {
            await scope.Connection.ExecuteAsync(
                "insert into ingest_refusals (day, camera, reason, value) values (@Day, @camera, @reason, @count)", row, scope.Transaction);
        }
    }
}

/// <summary>How many reads of a camera were refused on a day, and why: a code of <see cref="DeliveryRefusal"/> or <c>CameraGate</c>.</summary>
public sealed record IngestRefusalCount
{
    public required int Camera { get; init; }

    public required string Reason { get; init; }

    public required long Count { get; init; }
}
