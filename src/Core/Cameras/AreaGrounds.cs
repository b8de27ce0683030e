using System.Globalization;
using Dapper;
using Transparency.Core.Database;

namespace Transparency.Core.Cameras;

/// <summary>
/// Rule: which area a place lies in. An area is a polygon; a place on no area's ground (outside the city, or between them) is in none.
/// </summary>
public sealed class AreaGrounds
{
    private readonly IReadOnlyList<(string Area, IReadOnlyList<(double Latitude, double Longitude)> Corners)> _areas;

    /// <param name="outlines">By area: corners as "latitude,longitude latitude,longitude ...".</param>
    /// <exception cref="FormatException">An outline is not written so.</exception>
    public AreaGrounds(IEnumerable<KeyValuePair<string, string>> outlines) =>
        _areas = [.. outlines.OrderBy(outline => outline.Key, StringComparer.Ordinal).Select(outline => (outline.Key, Corners(outline.Value)))];

    /// <summary>Null when it lies in none.</summary>
    public string? AreaOf(GroundPlace place) => _areas.FirstOrDefault(area => Holds(area.Corners, place)).Area;

    internal static async Task<AreaGrounds> LoadAsync(SqlDatabase database, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var rows = await connection.QueryAsync<(string Area, string Outline)>("select area_id, outline from area_grounds");
        return new(rows.Select(row => KeyValuePair.Create(row.Area, row.Outline)));
    }

    /// <summary>Sets the ground of an area.</summary>
    public static async Task SetAsync(WriteScope scope, string area, string outline)
    {
        _ = Corners(outline);
        await scope.Connection.ExecuteAsync("delete from area_grounds where area_id = @area", new { area }, scope.Transaction);
        await scope.Connection.ExecuteAsync(
            "insert into area_grounds (area_id, outline) values (@area, @outline)", new { area, outline }, scope.Transaction);
    }

    // A ray from the place crosses the outline an odd number of times when the place is inside (Shimrat 1962).
    private static bool Holds(IReadOnlyList<(double Latitude, double Longitude)> corners, GroundPlace place)
    {
        var (latitude, longitude, isInside) = (place.Latitude, place.Longitude, false);
        for (var (i, j) = (0, corners.Count - 1); i < corners.Count; j = i++)
        {
            var (a, b) = (corners[i], corners[j]);
            if (a.Latitude > latitude != b.Latitude > latitude
                && longitude < ((b.Longitude - a.Longitude) * (latitude - a.Latitude) / (b.Latitude - a.Latitude)) + a.Longitude)
            {
                isInside = !isInside;
            }
        }

        return isInside;
    }

    private static IReadOnlyList<(double Latitude, double Longitude)> Corners(string outline) =>
    [
        .. outline.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(corner => corner.Split(',')).Select(pair => (Degrees(pair[0]), Degrees(pair[^1]))),
    ];

    private static double Degrees(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
