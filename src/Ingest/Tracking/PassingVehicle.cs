using Transparency.Core.Detections;

namespace Transparency.Ingest.Tracking;

/// <summary>One vehicle that passed, once.</summary>
public sealed record PassingVehicle
{
    public required string Plate { get; init; }

    /// <summary>0 to 1.</summary>
    public required double Confidence { get; init; }

    /// <summary>Other readings of the vote, best first.</summary>
    public required IReadOnlyList<VoteCandidate> Others { get; init; }

    public string? State { get; init; }

    public VehicleColour Colour { get; init; }

    public required TravelDirection Direction { get; init; }

    /// <summary>When the best picture was taken.</summary>
    public required DateTimeOffset CapturedAt { get; init; }

    /// <summary>How many frames it was read in.</summary>
    public required int Readings { get; init; }

    /// <summary>The best picture of its rear; null where the caller takes none.</summary>
    public VehiclePicture? Picture { get; init; }
}
