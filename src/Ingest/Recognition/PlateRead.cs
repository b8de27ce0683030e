using Transparency.Core.Detections;

namespace Transparency.Ingest.Recognition;

/// <summary>
/// One plate as read from one picture. <see cref="Plate"/> is empty for a plate that is there but cannot be read.
/// <see cref="Confidence"/> is the estimated probability that <see cref="Plate"/> is right. <see cref="State"/> is a two-letter code, null
/// unless it can be told. <see cref="Candidates"/> begin with the likeliest text.
/// </summary>
public sealed record PlateRead(
    string Plate, double Confidence, string? State, PlateBox Box, PlateQuad Corners, IReadOnlyList<PlateCandidate> Candidates)
{
    /// <summary>The vehicle's colour, where the picture has colours and they are plain enough.</summary>
    public VehicleColour Colour { get; init; }

    /// <summary>What the confidence was worked out from.</summary>
    public ReadEvidence Evidence { get; init; }
}

/// <summary>A text the plate may bear, and the share of the probability that the reader gives it.</summary>
public readonly record struct PlateCandidate(string Text, double Probability);

/// <summary>
/// What the networks say of one place, each 0 to 1: the finder's score, the reader's probability that nothing is written there, and the
/// share of the votes that the likeliest text won.
/// </summary>
public readonly record struct ReadEvidence(double Finder, double Nothing, double Share);
