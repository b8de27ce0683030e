using Transparency.Core.Agencies;
using Transparency.Core.Policies;
using Transparency.Core.Statistics;
using Transparency.Portal.Public.Periods;

namespace Transparency.Portal.Public.Statistics;

/// <summary>Reads what is published about a period.</summary>
public sealed class PeriodStatisticsReader(
    DailyTotalStore totals,
    ReadStatisticsQuery reads,
    AlertStatisticsQuery alerts,
    SearchStatisticsQuery searches,
    PolicyStore policies)
{
    // With no policy in force nothing is searched; what was counted before stays protected as the strictest policy would.
    private const int ThresholdWithoutPolicy = 100;

    /// <summary>The first day with figures; today when there are none.</summary>
    public async Task<DateOnly> FirstDayAsync(DateOnly today, CancellationToken cancellation = default) =>
        await totals.FirstDayAsync(cancellation) is { } first && first < today ? first : today;

    /// <summary>The period that an address asks for, and what is published about it.</summary>
    public async Task<(PeriodChoice Choice, PeriodStatistics Statistics)> ReadAsync(
        City city, string? from, string? to, DateTimeOffset now, CancellationToken cancellation = default)
    {
        var today = city.DayOf(now);
        var first = await FirstDayAsync(today, cancellation);
        var choice = PeriodChoice.Read(from, to, today, first);
        return (choice, await ReadAsync(city, choice.Period, now, cancellation));
    }

    public async Task<PeriodStatistics> ReadAsync(City city, Period period, DateTimeOffset now, CancellationToken cancellation = default)
    {
        var first = await FirstDayAsync(city.DayOf(now), cancellation);
        var policy = await policies.InForceAsync(now, cancellation);
        var threshold = policy?.Terms.Publication.SmallNumberThreshold ?? ThresholdWithoutPolicy;
        var searched = PublishedDays.Of(period, PublishedDays.Last(policy, city.DayOf(now)));
        var daily = new List<IReadOnlyList<DayValue>>();
        foreach (var measure in DailyTables.Measured)
        {
            var days = PublishedDays.CountsActs(measure) ? searched : period;
            daily.Add(days is null ? [] : await reads.ByDayAsync(measure, days.Value, cancellation));
        }

        return new PeriodStatistics
        {
            Period = period,
            Searched = searched,
            FirstDay = first,
            Policy = policy,
            Threshold = threshold,
            Totals = await TotalsAsync(period, searched, cancellation),
            Before = period.Before.From >= first ? await TotalsAsync(period.Before, searched?.Before, cancellation) : null,
            Daily = daily,
            VehiclesByArea = await reads.ByAreaAsync(Measures.Reads, period, threshold, cancellation),
            HitsByArea = await reads.ByAreaAsync(Measures.Hits, period, threshold, cancellation),
            Alerts = await alerts.ReadAsync(city, period, threshold, cancellation),
            AlertsByList = await alerts.ByListAsync(city, period, threshold, cancellation),
            SearchesByPurpose = searched is { } s ? await searches.ByPurposeAsync(city, s, threshold, cancellation) : Nothing,
            RefusedByReason = searched is { } r ? await searches.RefusedAsync(city, r, threshold, cancellation) : Nothing,
            Agencies = searched is { } a ? await searches.ByAgencyAsync(city, a, cancellation) : [],
        };
    }

    private static CategoryCounts Nothing { get; } = new([], 0);

    // Acts are summed over the days whose acts are published, everything else over the whole period.
    private async Task<IReadOnlyDictionary<string, long>> TotalsAsync(Period period, Period? searched, CancellationToken cancellation)
    {
        var counts = await totals.SumAsync(period, cancellation);
        var acts = searched is { } days ? await totals.SumAsync(days, cancellation) : new Dictionary<string, long>();
        return counts.Where(total => !PublishedDays.CountsActs(total.Key)).Concat(acts.Where(total => PublishedDays.CountsActs(total.Key)))
            .ToDictionary(total => total.Key, total => total.Value);
    }
}
