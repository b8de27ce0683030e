namespace Transparency.Ingest.Recognition.Reading;

/// <summary>How likely a read is to be right, from the finder's score and the share of the votes that the text won.</summary>
internal static class ReadConfidence
{
    /// <summary>Found but unreadable below this.</summary>
    private const double Least = .08;

    /// <summary>What a find must reach that looks little like a plate, by the finder's score or by its length.</summary>
    private const double LeastWhenDoubtful = .5;

    private const float SurelyAPlate = .5f;
    private const int UsualLength = 4;

    public static double Of(float score, IReadOnlyList<PlateCandidate> ranked)
    {
        var share = Math.Clamp(ranked[0].Probability, 1e-6, 1 - 1e-6);
        var odds = Math.Log(share / (1 - share));
        return 1 / (1 + Math.Exp(-((.8 * odds) - .4 + Math.Min(0, 2 * (score - .5)))));
    }

    /// <summary>A weak find, or a very short text, that is not sure either is more often a sign or a grille than a plate.</summary>
    public static bool IsWorthReporting(float score, string text, double confidence) =>
        confidence >= (score >= SurelyAPlate && text.Length >= UsualLength ? Least : LeastWhenDoubtful);
}
