namespace Transparency.Core.Statistics;

/// <summary>One row of counts with its total, as it may be published. Null means withheld.</summary>
public sealed record ProtectedCounts(IReadOnlyList<long?> Counts, long? Total);

/// <summary>
/// Rule: counts from 1 to below the policy's threshold are withheld, because a small number can point at a person. Where the total would
/// give a withheld count away, the next smallest count is withheld with it, and where there is none, the total. Zero is published.
/// </summary>
/// <remarks>
/// What a reader knows of n withheld counts is their sum (total less the published ones) and that each is at least 1, so the greatest
/// value any of them can have is sum - (n - 1). The rule makes this at least the threshold: nobody can tell which of the withheld counts
/// is a small one. It protects one table; it does not look at others that overlap with it.
/// </remarks>
public static class SmallNumbers
{
    public static bool IsSmall(long count, int threshold) => count > 0 && count < threshold;

    /// <summary>A single count that is in no table.</summary>
    public static long? Protect(long count, int threshold) => IsSmall(count, threshold) ? null : count;

    /// <summary>The counts in their order, and their total.</summary>
    public static ProtectedCounts Protect(IReadOnlyList<long> counts, int threshold)
    {
        var withheld = Enumerable.Range(0, counts.Count).Where(i => IsSmall(counts[i], threshold)).ToHashSet();
        if (withheld.Count == 0)
        {
            return new ProtectedCounts(counts.Select(count => (long?)count).ToList(), counts.Sum());
        }

        var candidates = new Queue<int>(
            Enumerable.Range(0, counts.Count).Where(i => counts[i] >= threshold).OrderBy(i => counts[i]));
        while ((withheld.Count < 2 || !IsAmbiguous(counts, withheld, threshold)) && candidates.TryDequeue(out var next))
        {
            withheld.Add(next);
        }

        var published = Enumerable.Range(0, counts.Count).Select(i => withheld.Contains(i) ? (long?)null : counts[i]).ToList();
        var protects = withheld.Count >= 2 && IsAmbiguous(counts, withheld, threshold);
        return new ProtectedCounts(published, protects ? counts.Sum() : null);
    }

    private static bool IsAmbiguous(IReadOnlyList<long> counts, HashSet<int> withheld, int threshold) =>
        withheld.Sum(i => counts[i]) - (withheld.Count - 1) >= threshold;
}
