using System.Data.Common;
using Dapper;
using Transparency.Core.Database;

namespace Transparency.Core.Detections;

/// <summary>The one big table. Rows are added by delivery and removed by the purge; nothing changes one.</summary>
public sealed class DetectionStore(SqlDatabase database)
{
    private const int PerQuery = 500;

    private static readonly string[] Columns =
        ["id", "plate_id", "camera", "colour", "confidence", "state", "direction", "photo_bytes", "candidates", "vehicle_id"];

    /// <summary>The number of detections stored, and the oldest and newest capture time; null times when there are none.</summary>
    public async Task<DetectionSpan> SpanAsync(CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.QuerySingleAsync<DetectionSpan>(
            "select cast(count(*) as bigint) as Count, min(id) as FirstId, max(id) as LastId from detections");
    }

    /// <summary>Which of the numbers are stored already.</summary>
    internal static async Task<HashSet<long>> KnownAsync(DbConnection connection, DbTransaction? transaction, IEnumerable<long> ids)
    {
        var known = new HashSet<long>();
        foreach (var some in ids.Chunk(PerQuery))
        {
            // Numbers of our own as text: five hundred parameters take longer than the query.
            known.UnionWith(await connection.QueryAsync<long>(
                $"select id from detections where id in ({string.Join(',', some)})", transaction: transaction));
        }

        return known;
    }

    /// <summary>
    /// Adds rows. Whoever adds them to a database in use also tells <see cref="Deliveries"/> in the same transaction, or searches would
    /// not see them before the portal starts again.
    /// </summary>
    internal Task AddAsync(WriteScope scope, IEnumerable<DetectionRow> rows, CancellationToken cancellation) => database.BulkInsertAsync(
        scope,
        "detections",
        Columns,
        rows.Select(row => new object?[]
        {
            row.Id, row.PlateId, row.Camera, row.Colour, row.Confidence, row.State, row.Direction, row.PhotoBytes, row.Candidates, row.VehicleId,
        }),
        cancellation);
}

/// <summary>How far the stored detections reach.</summary>
public sealed record DetectionSpan
{
    public required long Count { get; init; }

    public required long? FirstId { get; init; }

    public required long? LastId { get; init; }
}

/// <summary>A row of <c>detections</c>.</summary>
internal sealed record DetectionRow
{
    public required long Id { get; init; }

    public required long PlateId { get; init; }

    public required int Camera { get; init; }

    public required int Colour { get; init; }

    /// <summary>Per mille.</summary>
    public required int Confidence { get; init; }

    public required string? State { get; init; }

    public required int Direction { get; init; }

    public required int PhotoBytes { get; init; }

    public required string Candidates { get; init; }

    /// <summary>0 when nothing was told of the vehicle.</summary>
    public required int VehicleId { get; init; }

    public static DetectionRow Of(NewDetection detection, long plateId, int vehicleId) => new()
    {
        Id = detection.Id.Value,
        PlateId = plateId,
        Camera = detection.Camera,
        Colour = (int)detection.Colour,
        Confidence = (int)Math.Round(Math.Clamp(double.IsNaN(detection.Confidence) ? 0 : detection.Confidence, 0, 1) * 1000),
        State = detection.State is { Length: 2 } state && state.All(char.IsAsciiLetter) ? state.ToUpperInvariant() : null,
        Direction = (int)detection.Direction,
        PhotoBytes = detection.Photograph?.Length ?? 0,
        Candidates = PlateCandidates.Write(detection.Candidates),
        VehicleId = vehicleId,
    };
}
