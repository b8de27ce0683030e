using Dapper;
using Transparency.Core.Agencies;
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
