using Transparency.Core.Detections;

namespace Transparency.Ingest.Demonstration;

/// <summary>One vehicle that drives down the street at an even speed.</summary>
internal sealed record StreetVehicle
{
    /// <summary>The plate is in the picture from here on (metres ahead of the camera) ...</summary>
    public const float FirstSight = 5.0f;

    /// <summary>... and too small to be read from here on.</summary>
    public const float LastSight = 13.5f;

    /// <summary>Beyond this it is not drawn any more.</summary>
    public const float Vanishing = 150;

    private const float Beginning = 2.2f;

    public required long Number { get; init; }

    public required string Plate { get; init; }

    public required VehicleColour Colour { get; init; }

    public required VehicleShape Shape { get; init; }

    /// <summary>0 is left, 1 is right.</summary>
    public required int Lane { get; init; }

    /// <summary>Metres a second.</summary>
    public required float Speed { get; init; }

    public required DateTimeOffset Start { get; init; }

    public DateTimeOffset EnteredAt => Start.AddSeconds((FirstSight - Beginning) / Speed);

    public DateTimeOffset LeftAt => Start.AddSeconds((LastSight - Beginning) / Speed);

    public float DistanceAt(DateTimeOffset now) => Beginning + (Speed * (float)(now - Start).TotalSeconds);
}
