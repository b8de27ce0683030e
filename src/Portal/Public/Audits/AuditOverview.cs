using Transparency.Core.Agencies;
using Transparency.Core.Audits;

namespace Transparency.Portal.Public.Audits;

/// <summary>What a reader wants to know of the audits first.</summary>
internal sealed record AuditOverview
{
    private const int Year = 365;

    /// <summary>The independent audit that is due next, or overdue; null when none is planned.</summary>
    public required AuditRecord? NextIndependent { get; init; }

    /// <summary>Weekly reviews that were due in the year to today.</summary>
    public required int ReviewsDue { get; init; }

    /// <summary>Those completed by their day.</summary>
    public required int ReviewsOnTime { get; init; }

    /// <summary>Searches looked at in reviews completed in the year to today.</summary>
    public required long SearchesReviewed { get; init; }

    /// <summary>What those reviews found.</summary>
    public required long ReviewFindings { get; init; }

    public static AuditOverview Of(IReadOnlyList<AuditRecord> audits, DateOnly today)
    {
        var reviews = audits.Where(a => a.Kind == AuditKind.WeeklyReview && DueWithin(a, today)).ToList();
        return new AuditOverview
        {
            NextIndependent = audits.Where(a => a.Kind == AuditKind.Independent && a.CompletedDay is null)
                .MinBy(a => a.DueDay, StringComparer.Ordinal),
            ReviewsDue = reviews.Count,
            ReviewsOnTime = reviews.Count(a => AuditStanding.On(a, today) is { State: AuditState.Completed, Days: 0 }),
            SearchesReviewed = reviews.Where(a => a.CompletedDay is not null).Sum(a => (long)a.Sampled),
            ReviewFindings = reviews.Where(a => a.CompletedDay is not null).Sum(a => (long)a.Findings),
        };
    }

    private static bool DueWithin(AuditRecord audit, DateOnly today) =>
        City.TryDay(audit.DueDay, out var due) && due <= today && due > today.AddDays(-Year);
}
