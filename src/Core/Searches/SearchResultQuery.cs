using Dapper;
using Transparency.Core.Database;
using Transparency.Core.Detections;

namespace Transparency.Core.Searches;

/// <summary>Reads the results that a search recorded. Only for the user whose search it is: the query itself asks.</summary>
public sealed class SearchResultQuery(SqlDatabase database)
{
    private const string Page =
        """
        select r.ordinal as Ordinal, d.id as Id, p.text as Plate, d.confidence as Confidence, d.state as State, d.colour as Colour,
               d.direction as Direction, d.vehicle as Vehicle, d.candidates as Candidates, d.camera as Camera, c.name as CameraName,
               a.name as AreaName, d.photo_bytes as PhotoBytes
        from search_results r
        join searches s on s.id = r.search_id
        join detections d on d.id = r.detection_id
        join plates p on p.plate_id = d.plate_id
        join cameras c on c.number = d.camera
        join areas a on a.id = c.area_id
        where r.search_id = @searchId and s.user_id = @userId and s.refusal is null and r.ordinal > @skip and r.ordinal <= @skip + @take
        order by r.ordinal
        """;

    /// <summary>
    /// Part of a search's results, newest first. Empty for somebody else's search; results the purge has destroyed since are left out.
    /// </summary>
    public async Task<IReadOnlyList<SearchResult>> PageAsync(
        string searchId, string userId, int skip, int take, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var rows = await connection.QueryAsync<Row>(
            new CommandDefinition(Page, new { searchId, userId, skip, take }, cancellationToken: cancellation));
        return rows.Select(Read).ToList();
    }

    private static SearchResult Read(Row row) => new()
    {
        Ordinal = row.Ordinal,
        Detection = new DetectionId(row.Id),
        Plate = row.Plate,
        Confidence = row.Confidence / 1000.0,
        State = row.State,
        Colour = (VehicleColour)row.Colour,
        Direction = (TravelDirection)row.Direction,
        Vehicle = row.Vehicle,
        Candidates = PlateCandidates.Read(row.Candidates),
        Camera = row.Camera,
        CameraName = row.CameraName,
        AreaName = row.AreaName,
        HasPhotograph = row.PhotoBytes > 0,
    };

    private sealed record Row
    {
        public required int Ordinal { get; init; }

        public required long Id { get; init; }

        public required string Plate { get; init; }

        public required int Confidence { get; init; }

        public required string? State { get; init; }

        public required int Colour { get; init; }

        public required int Direction { get; init; }

        public required string Vehicle { get; init; }

        public required string Candidates { get; init; }

        public required int Camera { get; init; }

        public required string CameraName { get; init; }

        public required string AreaName { get; init; }

        public required int PhotoBytes { get; init; }
    }
}
