using Microsoft.Extensions.Localization;
using Transparency.Core.Agencies;
using Transparency.Core.Audits;
using Transparency.Core.Cameras;
using Transparency.Core.Policies;
using Transparency.Core.Sharing;
using Transparency.Core.Statistics;

namespace Transparency.Portal.Public.Overview;

/// <summary>What the home page shows.</summary>
public sealed record OverviewContent(
    Core.Statistics.Overview Figures, PolicyVersion? Policy, IReadOnlyList<RecentChange> Changes);

/// <summary>Gathers the home page.</summary>
public sealed class OverviewReader(
    OverviewQuery figures,
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
        return new OverviewContent(
            await figures.ReadAsync(city, now, cancellation),
            await policies.InForceAsync(now, cancellation),
            changes);
    }
}
