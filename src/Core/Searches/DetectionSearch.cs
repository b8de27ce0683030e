using Transparency.Core.Database;
using Transparency.Core.Detections;

namespace Transparency.Core.Searches;

/// <summary>
/// Finds the detections a query asks for, newest first. Patterns are matched in memory; the database is then asked for few plates, few
/// cameras, or the newest rows in order, whichever reads least. Every way gives the same answer as a plain join.
/// </summary>
public sealed class DetectionSearch(SqlDatabase database, PlateDictionary dictionary)
{
    /// <summary>Detections recorded with a search; what is shown never goes beyond.</summary>
    public const int ResultCap = 1000;

    /// <summary>Matches are counted up to here.</summary>
    public const int CountCap = 10_000;

    private const int FewPlates = 500;
    private const int ManyPlates = 5000;
    private const int MostBranches = 100;

    // One plate in so many fits: the count is full after some hundred thousand rows read in order.
    private const int DenseShare = 20;

    /// <param name="pattern">Null for every plate.</param>
    /// <param name="from">Included.</param>
    /// <param name="to">Not included.</param>
    /// <param name="cameras">Camera numbers; null for every camera.</param>
    /// <param name="cancellation">Ends the search.</param>
    internal async Task<FoundDetections> FindAsync(
        PlatePattern? pattern, DateTimeOffset from, DateTimeOffset to, IReadOnlyList<int>? cameras, CancellationToken cancellation)
    {
        var window = new IdWindow(DetectionId.Floor(from).Value, DetectionId.Floor(to).Value);
        if (cameras is { Count: 0 } || window.First >= window.End)
        {
            return FoundDetections.None;
        }

        var index = pattern is null ? null : await dictionary.RefreshAsync(cancellation);
        var plates = index?.Match(pattern!, window.First);
        if (plates is { Count: 0 })
        {
            return FoundDetections.None;
        }

        await using var connection = await database.OpenAsync(cancellation);
        if (plates is not null && IsByPlate(plates.Count, index!, window, cameras))
        {
            return await ByPlate.FindAsync(connection, index!, plates, window, cameras, cancellation);
        }

        var wanted = plates is null ? null : new PlateSet(plates, index!.End);
        return cameras is { Count: <= MostBranches }
            ? await InOrder.FindByCameraAsync(connection, window, cameras, wanted, cancellation)
            : await InOrder.FindAsync(connection, window, cameras, wanted, cancellation);
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

/// <summary>Detection numbers from <paramref name="First"/> up to, not including, <paramref name="End"/>.</summary>
internal readonly record struct IdWindow(long First, long End);
