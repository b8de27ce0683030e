using Transparency.Core.Detections;
using Transparency.Ingest.Recognition;

namespace Transparency.Ingest.Tracking;

/// <summary>One plate as it was read in one frame.</summary>
public sealed record PlateSighting
{
    /// <summary>Upper-case letters and digits; may be wrong, short or long.</summary>
    public required string Text { get; init; }

    /// <summary>0 to 1.</summary>
    public required float Confidence { get; init; }

    /// <summary>Confidence of each character of <see cref="Text"/>; null where the reader does not say.</summary>
    public IReadOnlyList<float>? Characters { get; init; }

    /// <summary>Where the plate is.</summary>
    public required PlateBox Box { get; init; }

    /// <summary>Two-letter code, or null when it could not be told.</summary>
    public string? State { get; init; }

    /// <summary>The vehicle's, where it could be told.</summary>
    public VehicleColour Colour { get; init; }

    /// <summary>Contrast of the plate's edges, 0 to 255; see <see cref="Sharpness"/>.</summary>
    public float Sharpness { get; init; } = 1;
}
