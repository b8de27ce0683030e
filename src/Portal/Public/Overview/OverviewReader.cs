using Microsoft.Extensions.Localization;
using Transparency.Core.Agencies;
using Transparency.Core.Audits;
using Transparency.Core.Cameras;
using Transparency.Core.Policies;
using Transparency.Core.Sharing;
using Transparency.Core.Statistics;
using Transparency.Portal.Public.Statistics;
using ChartDay = Transparency.Reports.Charts.DayValue;

namespace Transparency.Portal.Public.Overview;

/// <summary>What the home page shows.</summary>
public sealed record OverviewContent(
    Core.Statistics.Overview Figures, SearchFigures Searches, IReadOnlyList<ChartDay> ByDay, PolicyVersion? Policy, IReadOnlyList<RecentChange> Changes);

/// <summary>Searches of the newest days that the policy lets be published, and of as many days before.</summary>
public sealed record SearchFigures(Period Period, Figure Own, Figure Outside, Figure Refused)
{
    public Figure All => new(Own.Value + Outside.Value, Own.Before + Outside.Before);
}

/// <summary>Gathers the home page.</summary>
public sealed class OverviewReader(
    OverviewQuery figures,
    DailyTotalStore totals,
    ReadStatisticsQuery reads,
    PolicyStore policies,
    SharingListQuery sharing,
    CameraStore cameras,
    AuditStore audits,
    TimeProvider time)
{
    public async Task<OverviewContent> ReadAsync(City city, IStringLocalizer text, CancellationToken cancellation = default)
    {
        var now = time.GetUtcNow();
        var today = city.DayOf(now);
        var changes = new RecentChanges(text, city, today).Of(
            await policies.AllAsync(cancellation),
            await sharing.ReadAsync(city, today, cancellation),
            await cameras.ListAsync(cancellation),
            await audits.AllAsync(cancellation: cancellation));
        var policy = await policies.InForceAsync(now, cancellation);
        var searched = Period.EndingWith(PublishedDays.Last(policy, today), OverviewQuery.Days);
        return new OverviewContent(
            await figures.ReadAsync(city, now, cancellation),
            await SearchesAsync(searched, cancellation),
            [.. (await reads.ByDayAsync(Measures.Reads, Period.EndingWith(today, OverviewQuery.Days), cancellation)).Select(d => new ChartDay(d.Day, d.Value))],
            policy,
            changes);
    }

    private async Task<SearchFigures> SearchesAsync(Period period, CancellationToken cancellation)
    {
        var value = await totals.SumAsync(period, cancellation);
        var before = await totals.SumAsync(period.Before, cancellation);
        Figure Of(string measure) => new(value.GetValueOrDefault(measure), before.GetValueOrDefault(measure));
        return new SearchFigures(period, Of(Measures.SearchesOwn), Of(Measures.SearchesOutside), Of(Measures.SearchesRefused));
    }
}
