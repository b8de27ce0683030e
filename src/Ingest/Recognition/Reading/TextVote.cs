namespace Transparency.Ingest.Recognition.Reading;

/// <summary>
/// What was read in one place: texts with their share of the votes, likeliest first, and the probability that there are no characters at all,
/// as on a sign's edge or a grille.
/// </summary>
internal sealed record TextVote(IReadOnlyList<PlateCandidate> Ranked, double Nothing);
