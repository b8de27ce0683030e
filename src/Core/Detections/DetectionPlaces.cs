using Dapper;
using Transparency.Core.Cameras;
using Transparency.Core.Database;

namespace Transparency.Core.Detections;

/// <summary>Where patrol cars made their detections. A detection of a fixed camera has no row: its place is the camera's.</summary>
public sealed class DetectionPlaces(SqlDatabase database)
{
    private const int PerQuery = 500;

    private static readonly string[] Columns = ["detection_id", "latitude_e5", "longitude_e5", "area_id"];

    /// <summary>The places of those detections that have one.</summary>
    public async Task<IReadOnlyDictionary<long, (GroundPlace Place, string Area)>> OfAsync(
        IEnumerable<long> detections, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var places = new Dictionary<long, (GroundPlace, string)>();
        foreach (var some in detections.Distinct().Chunk(PerQuery))
        {
            foreach (var row in await connection.QueryAsync<(long Id, int Latitude, int Longitude, string Area)>(
                "select detection_id, latitude_e5, longitude_e5, area_id from detection_places where detection_id in @some", new { some }))
            {
                places[row.Id] = (GroundPlace.FromE5(row.Latitude, row.Longitude), row.Area);
            }
        }

        return places;
    }

    internal Task AddAsync(
        WriteScope scope, IEnumerable<NewDetection> stored, Func<NewDetection, string> areaOf, CancellationToken cancellation) =>
        database.BulkInsertAsync(
            scope,
            "detection_places",
            Columns,
            stored.Where(detection => detection.Place is not null).Select(detection => new object?[]
            {
                detection.Id.Value, detection.Place!.Value.LatitudeE5, detection.Place.Value.LongitudeE5, areaOf(detection),
            }),
            cancellation);
}
