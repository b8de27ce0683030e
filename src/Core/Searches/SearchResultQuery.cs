using System.Data.Common;
using Dapper;
using Transparency.Core.Database;
using Transparency.Core.Detections;

namespace Transparency.Core.Searches;

/// <summary>Reads the results that a search recorded, without searching again. Only for the user whose search it is: the query itself asks.</summary>
public sealed class SearchResultQuery(SqlDatabase database)
{
    private const string Pages =
        """
        select p.page as Page, p.ids as Ids
        from search_pages p join searches s on s.id = p.search_id
        where p.search_id = @searchId and s.user_id = @userId and s.refusal is null and p.page between @first and @last
        order by p.page
        """;

    private const string Rows =
        """
        select d.id as Id, p.text as Plate, d.confidence as Confidence, d.state as State, d.colour as Colour, d.direction as Direction,
               v.make as Make, v.model as Model, v.type as Type, d.candidates as Candidates, d.camera as Camera, c.name as CameraName,
               a.name as AreaName, d.photo_bytes as PhotoBytes
        from detections d
        join plates p on p.plate_id = d.plate_id
        join cameras c on c.number = d.camera
        join areas a on a.id = c.area_id
        left join vehicles v on v.vehicle_id = d.vehicle_id
        where d.id in @ids
        """;

    /// <summary>
    /// Part of a search's results, newest first. Empty for somebody else's search; results the purge has destroyed since are left out.
    /// </summary>
    public async Task<IReadOnlyList<SearchResult>> PageAsync(
        string searchId, string userId, int skip, int take, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var range = new { searchId, userId, first = skip / ResultIds.PerPage, last = (skip + Math.Max(take, 1) - 1) / ResultIds.PerPage };
        var pages = await connection.QueryAsync<(int Page, byte[] Ids)>(new CommandDefinition(Pages, range, cancellationToken: cancellation));
        var found = pages
            .SelectMany(page => ResultIds.Read(page.Ids).Select((id, i) => (Ordinal: (page.Page * ResultIds.PerPage) + i + 1, Id: id)))
            .Where(result => result.Ordinal > skip && result.Ordinal <= skip + take)
            .ToList();
        return await ReadAsync(connection, found, cancellation);
    }

    private static async Task<IReadOnlyList<SearchResult>> ReadAsync(
        DbConnection connection, List<(int Ordinal, long Id)> found, CancellationToken cancellation)
    {
        var results = new List<SearchResult>(found.Count);
        foreach (var some in found.Chunk(ResultIds.PerPage))
        {
            var rows = await connection.QueryAsync<Row>(
                new CommandDefinition(Rows, new { ids = some.Select(result => result.Id) }, cancellationToken: cancellation));
            var ordinals = some.ToDictionary(result => result.Id, result => result.Ordinal);
            results.AddRange(rows.Select(row => row.Read(ordinals[row.Id])).OrderBy(result => result.Ordinal));
        }

        return results;
    }

    private sealed record Row
    {
        public required long Id { get; init; }

        public required string Plate { get; init; }

        public required int Confidence { get; init; }

        public required string? State { get; init; }

        public required int Colour { get; init; }

        public required int Direction { get; init; }

        public required string? Make { get; init; }

        public required string? Model { get; init; }

        public required int? Type { get; init; }

        public required string Candidates { get; init; }

        public required int Camera { get; init; }

        public required string CameraName { get; init; }

        public required string AreaName { get; init; }

        public required int PhotoBytes { get; init; }

        public SearchResult Read(int ordinal) => new()
        {
            Ordinal = ordinal,
            Detection = new DetectionId(Id),
            Plate = Plate,
            Confidence = Confidence / 1000.0,
            State = State,
            Colour = (VehicleColour)Colour,
            Direction = (TravelDirection)Direction,
            Vehicle = new VehicleDescription(Make ?? "", Model ?? "", (VehicleType)(Type ?? 0)),
            Candidates = PlateCandidates.Read(Candidates),
            Camera = Camera,
            CameraName = CameraName,
            AreaName = AreaName,
            HasPhotograph = PhotoBytes > 0,
        };
    }
}
