using Dapper;
using Microsoft.Data.Sqlite;
using Transparency.Core.Detections;
using Transparency.Core.Searches;

namespace Transparency.Bench.Scale;

/// <summary>The same question as one plain join, every plate compared one by one: slow, and nothing in it can be wrong.</summary>
internal static class PlainJoin
{
    /// <summary>How many of some queries give other ids, another order or another count than the join.</summary>
    public static async Task<int> DifferencesAsync(ScaleCity city, IReadOnlyList<string> plates, int cameras, int each, TimeSpan settled)
    {
        await using var connection = new SqliteConnection($"Data Source={city.DatabaseFile}");
        await connection.OpenAsync();
        var differences = 0;
        foreach (var kind in ScaleQuery.All(cameras))
        {
            for (var n = 0; n < each; n++)
            {
                // What arrives meanwhile is newer than the window.
                var request = kind.Make(plates[n % plates.Count], n, city.Now - settled);
                var pattern = request.Plate.Length == 0 ? null : PlatePattern.Read(
                    request.Plate, 2, (request.LookAlikes ? PlateLikeness.LookAlikes : 0) | (request.OneOff ? PlateLikeness.OneOff : 0)).Pattern;
                var query = new DetectionQuery
                {
                    Pattern = pattern,
                    Vehicle = request.Vehicle,
                    From = request.From + settled + TimeSpan.FromDays(1),
                    To = request.To,
                    Cameras = request.Areas.Count == 0 ? null : Enumerable.Range(1, cameras).Where(camera => request.Areas.Contains(ScaleCity.Area(camera))).ToList(),
                };
                if (query.From >= query.To)
                {
                    query = query with { From = request.From };
                }

                var found = await city.Get<DetectionSearch>().FindAsync(query, CancellationToken.None);
                var expected = await JoinAsync(connection, query);
                var isSame = found.Newest.SequenceEqual(expected.Take(DetectionSearch.ResultCap))
                    && found.Count == Math.Min(expected.Count, DetectionSearch.CountCap) && found.IsCapped == expected.Count > DetectionSearch.CountCap;
                differences += isSame ? 0 : 1;
                if (!isSame)
                {
                    Console.WriteLine($"  differs: {kind.Name}, query {n}: {found.Count} found, {expected.Count} expected");
                }
            }
        }

        return differences;
    }

    private static async Task<List<long>> JoinAsync(SqliteConnection connection, DetectionQuery query)
    {
        connection.CreateFunction("fits", (string text) => query.Pattern is null || query.Pattern.Matches(text));
        var camera = query.Cameras is null ? "" : $"and d.camera in ({string.Join(',', query.Cameras)})";
        var colour = query.Vehicle.Colour == VehicleColour.NotTold ? "" : $"and d.colour = {(int)query.Vehicle.Colour}";
        var window = new { First = DetectionId.Floor(query.From).Value, End = DetectionId.Floor(query.To).Value };
        return (await connection.QueryAsync<long>(
            $"""
            select d.id from plates p {(query.Pattern is null ? "" : "cross")} join detections d on d.plate_id = p.plate_id
            where fits(p.text) and d.id >= @First and d.id < @End {camera} {colour}
            order by d.id desc limit {DetectionSearch.CountCap + 1}
            """,
            window,
            commandTimeout: 0)).AsList();
    }
}
