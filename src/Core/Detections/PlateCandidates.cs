using System.Globalization;

namespace Transparency.Core.Detections;

/// <summary>How <c>detections.candidates</c> is written: <c>ABC123:71 A8C123:12</c>, best first.</summary>
public static class PlateCandidates
{
    private const int Most = 8;

    /// <summary>At most eight readings of at most ten characters with shares of three digits: 8 x 15 characters fit the column's 200.</summary>
    public static string Write(IEnumerable<PlateCandidate> candidates) => string.Join(' ', candidates
        .Select(candidate => PlateText.TryParse(candidate.Text, out var plate) ? $"{plate.Value}:{Share(candidate)}" : "")
        .Where(text => text.Length > 0)
        .Take(Most));

    public static IReadOnlyList<PlateCandidate> Read(string text) => text
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(part => part.Split(':'))
        .Select(part => new PlateCandidate(part[0], int.Parse(part[1], CultureInfo.InvariantCulture)))
        .ToList();

    private static string Share(PlateCandidate candidate) => Math.Clamp(candidate.Share, 0, 100).ToString(CultureInfo.InvariantCulture);
}
