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

    private const int FewPlates = 500;
    private const int ManyPlates = 5000;
    private const int MostBranches = 100;

    // One plate in so many fits: the count is full after some hundred thousand rows read in order.
    private const int DenseShare = 20;

    internal async Task<FoundDetections> FindAsync(DetectionQuery query, CancellationToken cancellation)
    {
        var window = new IdWindow(DetectionId.Floor(query.From).Value, DetectionId.Floor(query.To).Value);
        if (query.Cameras is { Count: 0 } || window.First >= window.End)
        {
            return FoundDetections.None;
        }

        var vehicleNumbers = query.Vehicle.HasDescription ? await vehicles.FittingAsync(query.Vehicle, cancellation) : null;
        var index = query.Pattern is null ? null : await dictionary.RefreshAsync(cancellation);
        var plates = index?.Match(query.Pattern!, window.First);
        if (plates is { Count: 0 } || vehicleNumbers is { Count: 0 })
        {
            return FoundDetections.None;
        }

        var filter = new RowFilter(window, query.Vehicle, vehicleNumbers, query.Cameras?.ToHashSet());
        await using var connection = await database.OpenAsync(cancellation);
        if (plates is not null && IsByPlate(plates.Count, index!, window, query.Cameras))
        {
            return await ByPlate.FindAsync(connection, index!, plates, filter, cancellation);
        }

        var wanted = plates is null ? null : new PlateSet(plates, index!.End);
        return query.Cameras is { Count: <= MostBranches }
            ? await InOrder.FindByCameraAsync(connection, filter, query.Cameras, wanted, cancellation)
            : await InOrder.FindAsync(connection, filter, wanted, cancellation);
    }

    private static bool IsByPlate(int plates, PlateIndex index, IdWindow window, IReadOnlyList<int>? cameras)
    {
        if (plates <= FewPlates)
        {
            return true;
        }

        var endsInThePast = index.Newest >= window.End;
        return cameras is null && plates < index.End / DenseShare && (plates <= ManyPlates || !endsInThePast);
    }
}
