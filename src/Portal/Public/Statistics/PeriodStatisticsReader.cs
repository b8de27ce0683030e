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
        var daily = new List<IReadOnlyList<DayValue>>();
        foreach (var measure in DailyTables.Measured)
        {
            daily.Add(await reads.ByDayAsync(measure, period, cancellation));
        }

        return new PeriodStatistics
        {
            Period = period,
            FirstDay = first,
            Policy = policy,
            Threshold = threshold,
            Totals = await totals.SumAsync(period, cancellation),
            Before = period.Before.From >= first ? await totals.SumAsync(period.Before, cancellation) : null,
            Daily = daily,
            VehiclesByArea = await reads.ByAreaAsync(Measures.Reads, period, threshold, cancellation),
            HitsByArea = await reads.ByAreaAsync(Measures.Hits, period, threshold, cancellation),
            Alerts = await alerts.ReadAsync(city, period, threshold, cancellation),
            SearchesByPurpose = await searches.ByPurposeAsync(city, period, threshold, cancellation),
            RefusedByReason = await searches.RefusedAsync(city, period, threshold, cancellation),
            Agencies = await searches.ByAgencyAsync(city, period, cancellation),
        };
    }
}
