namespace Transparency.Ingest.Recognition.Reading;

/// <summary>
/// How likely a read is to be right, and a find to be a plate at all: logistic regressions on the evidence, fitted by
/// training/calibrate.py on rendered plates that training did not see.
/// </summary>
internal static class ReadConfidence
{
    /// <summary>A find less likely than this to be a plate is not reported.</summary>
    private const double LeastPlate = .2;

    /// <summary>A text less likely than this to be right is not shown: the plate is unreadable.</summary>
    private const double LeastText = .05;

    /// <summary>The probability that the text is right.</summary>
    public static double OfText(ReadEvidence evidence) =>
        Logistic(-1.16 + (1.205 * Odds(evidence.Share)) + (.192 * Odds(evidence.Finder)) + (.157 * Odds(1 - evidence.Nothing)));

    /// <summary>The probability that there is a plate.</summary>
    public static double OfPlate(ReadEvidence evidence) =>
        Logistic(-2.641 + (.989 * Odds(evidence.Share)) + (2.194 * Odds(evidence.Finder)) + (.228 * Odds(1 - evidence.Nothing)));

    /// <summary>Whether to report the find.</summary>
    public static bool IsPlate(ReadEvidence evidence) => OfPlate(evidence) >= LeastPlate;

    /// <summary>Whether the text is worth showing.</summary>
    public static bool IsReadable(double confidence) => confidence >= LeastText;

    private static double Logistic(double odds) => 1 / (1 + Math.Exp(-odds));

    private static double Odds(double probability)
    {
        var inside = Math.Clamp(probability, 1e-4, 1 - 1e-4);
        return Math.Log(inside / (1 - inside));
    }
}
