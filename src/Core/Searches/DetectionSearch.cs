using System.Data.Common;
using Dapper;
using Transparency.Core.Database;
using Transparency.Core.Detections;

namespace Transparency.Core.Searches;

/// <summary>
/// Finds the detections a query asks for, newest first. Patterns are matched in memory; the database is then asked for few plates, few
/// cameras, or the newest rows in order, whichever reads least. Every way gives the same answer as a plain join.
/// </summary>
public sealed class DetectionSearch(SqlDatabase database, PlateDictionary dictionary, VehicleDictionary vehicles)
{
    /// <summary>Detections recorded with a search, twenty pages; what is shown never goes beyond.</summary>
    public const int ResultCap = 2000;

    /// <summary>Matches are counted up to here.</summary>
    public const int CountCap = 10_000;

    // A city's day of reads at one plate in four, for the choice of the way only.
    private const double ReadsAPlate = 20;

    internal async Task<FoundDetections> FindAsync(DetectionQuery query, CancellationToken cancellation)
    {
        var window = new IdWindow(DetectionId.Floor(query.From).Value, DetectionId.Floor(query.To).Value);
        if (query.Cameras is { Count: 0 } || window.First >= window.End)
        {
            return FoundDetections.None;
        }

        var vehicleNumbers = query.Vehicle.HasDescription ? await vehicles.FittingAsync(query.Vehicle, cancellation) : null;
        var index = query.Pattern is null ? null : await dictionary.RefreshAsync(cancellation);
        var plates = index?.Match(query.Pattern!, window.First, cancellation);
        if (plates is { Count: 0 } || vehicleNumbers is { Count: 0 })
        {
            return FoundDetections.None;
        }

        var filter = new RowFilter(window, query.Vehicle, vehicleNumbers, query.Cameras?.ToHashSet());
        await using var connection = await database.OpenAsync(cancellation);
        var shape = await ShapeAsync(connection, query, filter, index, plates);
        var wanted = new WantedPlates(index, plates, shape.IsCountKnown);
        return SearchPlan.Choose(shape) switch
        {
            SearchWay.ByPlate => await ByPlate.FindAsync(connection, wanted, filter, shape.EndsNow, cancellation),
            SearchWay.ByCamera => await ByCamera.FindAsync(connection, filter, query.Cameras!, wanted, cancellation),
            _ => await InOrder.FindAsync(connection, filter, wanted, cancellation),
        };
    }

    private static async Task<SearchShape> ShapeAsync(
        DbConnection connection, DetectionQuery query, RowFilter filter, PlateIndex? index, List<int>? plates)
    {
        var endsNow = index is not null && index.Newest < filter.Window.End;
        return new SearchShape
        {
            Plates = plates?.Count,
            AllPlates = index?.End ?? 0,
            InWindow = index is null ? 0 : index.End * ReadsAPlate * ShareOfMonth(query),
            CameraShare = plates is null || query.Cameras is null
                ? 1
                : query.Cameras.Count / Math.Max(1.0, await connection.ExecuteScalarAsync<int>("select count(*) from cameras where live_ms is not null")),
            Cameras = query.Cameras?.Count,
            EndsNow = endsNow,

            // Each of these plates has been seen within the window.
            IsCountKnown = endsNow && filter.IsWindowOnly && plates is { Count: > CountCap },
            IsFiltered = !filter.IsWindowOnly,
        };
    }

    private static double ShareOfMonth(DetectionQuery query) => Math.Min(1, (query.To - query.From).TotalDays / 30);
}
