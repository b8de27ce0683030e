namespace Transparency.Core.Searches;

/// <summary>The ways to the detections asked for. Each gives the same answer.</summary>
internal enum SearchWay
{
    ByPlate,
    ByCamera,
    InOrder,
}

/// <summary>What is known of a query before the database is asked.</summary>
internal readonly record struct SearchShape
{
    /// <summary>Plates that fit; null when every plate does.</summary>
    public required int? Plates { get; init; }

    /// <summary>Plates there are.</summary>
    public required int AllPlates { get; init; }

    /// <summary>Detections within the window, roughly.</summary>
    public required double InWindow { get; init; }

    /// <summary>The share of all cameras that is asked for; 1 for every camera.</summary>
    public required double CameraShare { get; init; }

    /// <summary>Cameras asked for; null for every camera.</summary>
    public required int? Cameras { get; init; }

    /// <summary>The plates seen last are known to be the newest of the window, because it does not end in the past.</summary>
    public required bool EndsNow { get; init; }

    /// <summary>It is known without counting that there are more than are counted.</summary>
    public required bool IsCountKnown { get; init; }

    /// <summary>State, colour, vehicle or camera is asked for as well.</summary>
    public required bool IsFiltered { get; init; }
}

/// <summary>
/// Chooses the way that reads least. The costs are microseconds as measured on SQLite with a warm file cache; only their proportions
/// matter, and a wrong choice costs time, never correctness.
/// </summary>
internal static class SearchPlan
{
    /// <summary>With more cameras than this nearly every row in order is of one of them.</summary>
    private const int MostCameras = 100;

    private const double Seek = 6;
    private const double CoveredRow = 0.3;
    private const double Row = 0.5;
    private const double VisitedRow = 4;

    public static SearchWay Choose(SearchShape shape)
    {
        var isByCamera = shape.Cameras is <= MostCameras;
        if (shape.Plates is not { } plates)
        {
            return isByCamera ? SearchWay.ByCamera : SearchWay.InOrder;
        }

        var density = (double)plates / Math.Max(1, shape.AllPlates);
        var needed = (shape.IsCountKnown ? DetectionSearch.ResultCap : DetectionSearch.CountCap) / Math.Max(density, 1e-9);
        var byCamera = isByCamera ? CoveredRow * Math.Min(shape.InWindow * shape.CameraShare, needed) : double.MaxValue;
        var inOrder = Row * Math.Min(shape.InWindow, needed / shape.CameraShare);
        var byPlate = ByPlate(shape, plates);
        return byPlate <= Math.Min(byCamera, inOrder) ? SearchWay.ByPlate
            : byCamera <= inOrder ? SearchWay.ByCamera
            : SearchWay.InOrder;
    }

    private static double ByPlate(SearchShape shape, int plates)
    {
        var perPlate = shape.InWindow / Math.Max(1, shape.AllPlates);
        var row = shape.IsFiltered ? VisitedRow : CoveredRow;
        if (!shape.EndsNow || shape.IsFiltered)
        {
            return plates * (Seek + (perPlate * row));
        }

        // The plates seen last come first, and it ends when both the newest and the count are complete.
        var read = Math.Min(plates, shape.IsCountKnown ? DetectionSearch.ResultCap : DetectionSearch.ResultCap + (DetectionSearch.CountCap / Math.Max(perPlate, 1)));
        return read * (Seek + (perPlate * row));
    }
}
