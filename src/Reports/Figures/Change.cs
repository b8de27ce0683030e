using Transparency.Reports.Wording;

namespace Transparency.Reports.Figures;

/// <summary>A change against an earlier period, in words: readers need not know which colour or arrow is good.</summary>
public static class Change
{
    /// <summary>
    /// "312 fewer than the 30 days before", "The same as the quarter before", or that there is nothing to compare with
    /// when <paramref name="before"/> is null. <paramref name="period"/> names the earlier period.
    /// </summary>
    public static string InWords(long now, long? before, string period) => before switch
    {
        null => Words.In($"No figures for {period} to compare with", $"Sin cifras de {period} para comparar"),
        { } b when b == now => Words.In($"The same as {period}", $"Igual que {period}"),
        { } b when now > b => Words.In($"{NumberText.Count(now - b)} more than {period}", $"{NumberText.Count(now - b)} más que {period}"),
        { } b => Words.In($"{NumberText.Count(b - now)} fewer than {period}", $"{NumberText.Count(b - now)} menos que {period}"),
    };
}
