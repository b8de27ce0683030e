using Transparency.Core.Agencies;
using Transparency.Core.Audits;
using Transparency.Core.Sharing;
using Transparency.Portal.Public.Audits;
using Transparency.Reports.Figures;
using Transparency.Reports.Quarterly;

namespace Transparency.Portal.ReportAssembly;

/// <summary>What changed in a quarter: policy, cameras, sharing, and which reviews were done.</summary>
internal static class QuarterChanges
{
    /// <summary>One sentence each, policy first.</summary>
    public static IReadOnlyList<string> Sentences(QuarterFacts facts) =>
    [
        .. from policy in facts.Policies
           let day = facts.City.DayOf(policy.Effective)
           where Within(facts, day)
           orderby policy.Version
           select $"Version {policy.Version} of the policy took effect on {DateText.Long(day)}.",
        .. Cameras(facts, "switched on", camera => camera.LiveMs),
        .. Cameras(facts, "removed", camera => camera.RemovedMs),
        .. Counted(Sharing(facts).Count(), "sharing agreement changed its state", "sharing agreements changed their state"),
        .. facts.Audits
            .Where(audit => audit.Kind != AuditKind.WeeklyReview && City.TryDay(audit.CompletedDay, out var day) && Within(facts, day))
            .Select(audit => $"{audit.Title} was completed: {AuditWords.Outcome(audit.Outcome).ToLowerInvariant()}."),
    ];

    public static IEnumerable<SharingChange> Sharing(QuarterFacts facts)
    {
        var list = facts.Sharing;
        return Of(list.CanSearchUs, "May search our readings").Concat(Of(list.WeSearch, "We may search theirs"))
            .Concat(Of(list.ReceiveAlerts, "Receives our alerts")).Concat(Of(list.Contributors, "Contributes cameras"))
            .Concat(Of(list.Stopped, "Stopped")).Concat(Of(list.Refused, "Refused")).Concat(Of(list.Pending, "Waiting"))
            .Where(change => Within(facts, change.Day))
            .OrderBy(change => change.Day).ThenBy(change => change.Agency, StringComparer.Ordinal);

        static IEnumerable<SharingChange> Of(IEnumerable<SharingLine> lines, string change) =>
            from line in lines
            let reason = line.Decision.IsAllowed ? line.LegalBasis : string.Join(' ', line.Decision.Words, line.Reason).Trim()
            where City.TryDay(line.SinceDay, out _)
            select new SharingChange(Day(line.SinceDay), line.Name, change, reason);
    }

    /// <summary>Reviews and audits that were due or done in the quarter, and the independent audit that comes next.</summary>
    public static IEnumerable<ReviewSummary> Reviews(QuarterFacts facts) =>
        from audit in facts.Audits
        where City.TryDay(audit.DueDay, out var due)
            && (Within(facts, due) || (City.TryDay(audit.CompletedDay, out var done) && Within(facts, done))
                || (audit.Kind == AuditKind.Independent && audit.CompletedDay is null))
        orderby audit.DueDay, audit.Title
        select new ReviewSummary(
            audit.Title, Day(audit.DueDay), audit.CompletedDay is { } day ? Day(day) : null, audit.Sampled, audit.Findings, Outcome(audit, facts));

    private static string Outcome(AuditRecord audit, QuarterFacts facts) => AuditStanding.On(audit, facts.Period.To).State switch
    {
        AuditState.Overdue => "Overdue",
        AuditState.Due => "Not due yet",
        _ => AuditWords.Outcome(audit.Outcome),
    };

    private static IEnumerable<string> Cameras(QuarterFacts facts, string what, Func<Core.Cameras.Camera, long?> instant) => Counted(
        facts.Cameras.Cameras.Count(c => instant(c) is { } ms && Within(facts, facts.City.DayOf(DateTimeOffset.FromUnixTimeMilliseconds(ms)))),
        $"camera was {what}",
        $"cameras were {what}");

    private static IEnumerable<string> Counted(int count, string one, string many) =>
        count == 0 ? [] : [$"{NumberText.Counted(count, one, many)}."];

    private static bool Within(QuarterFacts facts, DateOnly day) => day >= facts.Period.From && day <= facts.Period.To;

    private static DateOnly Day(string text) => City.TryDay(text, out var day) ? day : default;
}
