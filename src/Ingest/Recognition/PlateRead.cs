namespace Transparency.Ingest.Recognition;

/// <summary>
/// One plate as read from one picture. <see cref="Confidence"/> is the estimated probability that <see cref="Plate"/> is right.
/// <see cref="State"/> is a two-letter code, null unless it can be told. <see cref="Candidates"/> begin with <see cref="Plate"/>,
/// likeliest first.
/// </summary>
public sealed record PlateRead(
    string Plate, double Confidence, string? State, PlateBox Box, PlateQuad Corners, IReadOnlyList<PlateCandidate> Candidates);

/// <summary>A text the plate may bear, and the share of the probability that the reader gives it.</summary>
public readonly record struct PlateCandidate(string Text, double Probability);
