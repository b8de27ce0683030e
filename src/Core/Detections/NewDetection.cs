using Transparency.Core.Cameras;

namespace Transparency.Core.Detections;

/// <summary>One vehicle passing one camera once, as the edge hands it over.</summary>
public sealed record NewDetection
{
    /// <summary>Made at the edge, once; sending the same number again stores nothing more.</summary>
    public required DetectionId Id { get; init; }

    /// <summary>The plate as read; see <see cref="PlateText"/>.</summary>
    public required string Plate { get; init; }

    /// <summary>The camera's number.</summary>
    public required int Camera { get; init; }

    /// <summary>0 to 1: how sure the reader is of the whole plate.</summary>
    public required double Confidence { get; init; }

    /// <summary>Two-letter code, or null when it could not be told.</summary>
    public string? State { get; init; }

    public VehicleColour Colour { get; init; }

    public TravelDirection Direction { get; init; }

    /// <summary>Other readings of the vote, best first; only the first few are kept.</summary>
    public IReadOnlyList<PlateCandidate> Candidates { get; init; } = [];

    /// <summary>Make, model and type where a vendor's camera told them; of the names at most 40 characters each are kept.</summary>
    public VehicleDescription Vehicle { get; init; } = VehicleDescription.None;

    /// <summary>Where a moving camera was; null for one that stands.</summary>
    public GroundPlace? Place { get; init; }

    /// <summary>The best picture as JPEG bytes, or null.</summary>
    public byte[]? Photograph { get; init; }
}

/// <summary>Another reading of the same plate and its share of the vote in per cent.</summary>
public sealed record PlateCandidate(string Text, int Share);

/// <summary>Stored as a number: the order is fixed.</summary>
public enum VehicleColour
{
    NotTold = 0,
    Black = 1,
    White = 2,
    Silver = 3,
    Grey = 4,
    Red = 5,
    Blue = 6,
    Green = 7,
    Yellow = 8,
    Orange = 9,
    Brown = 10,
}

/// <summary>Stored as a number: the order is fixed.</summary>
public enum TravelDirection
{
    NotTold = 0,
    Approaching = 1,
    Departing = 2,
}
