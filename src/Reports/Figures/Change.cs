namespace Transparency.Reports.Figures;

/// <summary>A change against an earlier period, in words: readers need not know which colour or arrow is good.</summary>
public static class Change
{
    /// <summary>
    /// "312 fewer than the 30 days before", "the same as the quarter before", or that there is nothing to compare with
    /// when <paramref name="before"/> is null. <paramref name="period"/> names the earlier period.
    /// </summary>
    public static string InWords(long now, long? before, string period) => before switch
    {
        null => $"No figures for {period} to compare with",
        { } b when b == now => $"The same as {period}",
        { } b when now > b => $"{NumberText.Count(now - b)} more than {period}",
        { } b => $"{NumberText.Count(b - now)} fewer than {period}",
    };
}
