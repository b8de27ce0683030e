using Transparency.Reports.Wording;

namespace Transparency.Reports.Charts;

/// <summary>One bar: its label and its count.</summary>
public sealed record RankedItem(string Label, long Value)
{
    /// <summary>
    /// Largest first, equal ones by label; beyond <paramref name="most"/> rows the rest becomes one row, always last,
    /// named after how many it holds ("14 others").
    /// </summary>
    public static IReadOnlyList<RankedItem> Rank(IEnumerable<RankedItem> items, int most)
    {
        var ranked = items.OrderByDescending(i => i.Value).ThenBy(i => i.Label, StringComparer.Ordinal).ToList();
        if (ranked.Count <= most)
        {
            return ranked;
        }
        var rest = ranked.Skip(most - 1).ToList();
        return [.. ranked.Take(most - 1), new(Words.In($"{rest.Count} others", $"otros {rest.Count}"), rest.Sum(i => i.Value))];
    }
}
