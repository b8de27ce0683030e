using Transparency.Core.Policies;
using Transparency.Core.Statistics;

namespace Transparency.Portal.Public.Statistics;

/// <summary>
/// Everything published about a period. Pages, downloads and printed reports are all written from this one value, so their numbers
/// cannot differ.
/// </summary>
public sealed record PeriodStatistics
{
    public required Period Period { get; init; }

    /// <summary>
    /// The days whose searches are counted: those of the period that the policy lets be published by now. Null when there are none.
    /// </summary>
    public required Period? Searched { get; init; }

    /// <summary>The first day with figures.</summary>
    public required DateOnly FirstDay { get; init; }

    /// <summary>The policy in force when this was read; null when there was none.</summary>
    public required PolicyVersion? Policy { get; init; }

    /// <summary>Counts below this are withheld.</summary>
    public required int Threshold { get; init; }

    /// <summary>The city's totals of the period by measure.</summary>
    public required IReadOnlyDictionary<string, long> Totals { get; init; }

    /// <summary>The same of the period before; null when records do not reach back that far.</summary>
    public required IReadOnlyDictionary<string, long>? Before { get; init; }

    /// <summary>Each measure's value on each of its days, in the order of <see cref="DailyTables.Measured"/>.</summary>
    public required IReadOnlyList<IReadOnlyList<DayValue>> Daily { get; init; }

    public required AreaTotals VehiclesByArea { get; init; }

    public required AreaTotals HitsByArea { get; init; }

    public required AlertOutcomes Alerts { get; init; }

    public required CategoryCounts AlertsByList { get; init; }

    public required CategoryCounts SearchesByPurpose { get; init; }

    public required CategoryCounts RefusedByReason { get; init; }

    public required IReadOnlyList<AgencyUse> Agencies { get; init; }

    public long Vehicles => Total(Measures.Reads);

    public long Hits => Total(Measures.Hits);

    public long Searches => Total(Measures.SearchesOwn) + Total(Measures.SearchesOutside);

    public long Refused => Total(Measures.SearchesRefused);

    /// <summary>The city's total of a measure; a measure nothing was counted of is zero.</summary>
    public long Total(string measure) => Totals.GetValueOrDefault(measure);

    /// <summary>The total of the period before; null when records do not reach back that far.</summary>
    public long? TotalBefore(string measure) => Before?.GetValueOrDefault(measure);

    /// <summary>The days a measure is counted over.</summary>
    public Period? Counted(string measure) => PublishedDays.CountsActs(measure) ? Searched : Period;
}
