using Transparency.Core.Detections;

namespace Transparency.Core.Searches;

/// <summary>One detection that a search found, ready to be shown.</summary>
public sealed record SearchResult
{
    /// <summary>1, 2, 3 ... newest first.</summary>
    public required int Ordinal { get; init; }

    public required DetectionId Detection { get; init; }

    public required string Plate { get; init; }

    /// <summary>0 to 1.</summary>
    public required double Confidence { get; init; }

    public required string? State { get; init; }

    public required VehicleColour Colour { get; init; }

    public required TravelDirection Direction { get; init; }

    /// <summary>What a vendor's camera told of it; <see cref="VehicleDescription.None"/> mostly.</summary>
    public required VehicleDescription Vehicle { get; init; }

    public required IReadOnlyList<PlateCandidate> Candidates { get; init; }

    public required int Camera { get; init; }

    public required string CameraName { get; init; }

    public required string AreaName { get; init; }

    /// <summary>Whether <see cref="ViewPhotograph"/> can be asked for a photograph.</summary>
    public required bool HasPhotograph { get; init; }

    public DateTimeOffset CapturedAt => Detection.CapturedAt;
}
