using System.Globalization;
using Transparency.Core.Agencies;
using Transparency.Core.Approvals;
using Transparency.Core.Statistics;
using Transparency.Portal.Public.Parts;
using Transparency.Portal.Public.Statistics;
using Transparency.Reports.Figures;
using Transparency.Reports.Quarterly;
using ChartDay = Transparency.Reports.Charts.DayValue;

namespace Transparency.Portal.ReportAssembly;

/// <summary>A quarter's facts as the report's model. Pure: it words and arranges, and counts nothing anew.</summary>
internal static class QuarterlyReportAssembly
{
    public static QuarterlyReport Of(QuarterFacts facts, string site) => new()
    {
        City = facts.City.Name,
        Department = facts.City.PoliceName,
        Year = facts.Quarter.Year,
        Quarter = facts.Quarter.Number,
        From = facts.Period.From,
        To = facts.Period.To,
        Issued = CityTime.Local(facts.City, facts.At),
        Demonstration = facts.City.IsDemonstration,
        Site = site,
        Policy = Policy(facts),
        Now = Figures(facts, facts.Statistics, facts.Period.To),
        Before = facts.Before is { } before ? Figures(facts, before, before.Period.To) : null,
        Changes = QuarterChanges.Sentences(facts),
        Decisions = [.. facts.Proposals.Select(Waiting)],
        Areas = [.. Areas(facts)],
        Approvals = [.. facts.Cameras.Decisions.Select(d => Decision(d.Decision, d.Cameras, facts.Period.To))],
        ReadsByDay = [.. facts.Statistics.Daily[0].Select(d => new ChartDay(d.Day, d.Day < facts.Statistics.FirstDay ? null : d.Value))],
        Alerts = QuarterBreakdowns.Alerts(facts.Statistics),
        Searches = QuarterBreakdowns.Searches(facts.Statistics),
        SharingChanges = [.. QuarterChanges.Sharing(facts)],
        AgreementsInForce = facts.Sharing.CanSearchUs.Count + facts.Sharing.WeSearch.Count
            + facts.Sharing.ReceiveAlerts.Count + facts.Sharing.Contributors.Count,
        Purges = [.. QuarterBreakdowns.Purges(facts)],
        Reviews = [.. QuarterChanges.Reviews(facts)],
        Head = facts.Head,
        LogEntries = facts.LogEntries,
    };

    private static QuarterFigures Figures(QuarterFacts facts, PeriodStatistics statistics, DateOnly last) => new()
    {
        Cameras = QuarterFacts.CamerasOn(facts.Cameras.Cameras, facts.City, last),
        VehiclesRead = statistics.Vehicles,
        Hits = statistics.Hits,
        Searches = statistics.Searches,
        SearchesRefused = statistics.Refused,
        ReadsDestroyed = statistics.Total(Measures.Purged),
        ReadsHeld = 0,
    };

    private static PolicySummary? Policy(QuarterFacts facts) => facts.Policy is not { } policy ? null : new PolicySummary
    {
        Version = policy.Version.ToString(CultureInfo.InvariantCulture),
        InForceSince = facts.City.DayOf(policy.Effective),
        Decision = $"city council, {DateText.Long(policy.Adopted)}",
        RetentionDays = policy.Terms.RetentionDays,
        Purposes = [.. policy.Terms.Purposes.Select(p => p.Label.En)],
        Prohibited = [.. policy.Terms.Prohibited.Select(p => p.Label.En)],
        Custodian = policy.Words.Custodian.En,
    };

    private static string Waiting(Proposal proposal) => City.TryDay(proposal.NoticeToDay, out var until)
        ? $"{proposal.Title}: open for comment until {DateText.Long(until)}."
        : $"{proposal.Title}.";

    private static IEnumerable<CameraArea> Areas(QuarterFacts facts)
    {
        var before = facts.Before?.VehiclesByArea.Areas.ToDictionary(area => area.AreaId, area => area.Value);
        return from area in facts.Statistics.VehiclesByArea.Areas
               where area.Value is not null
               let cameras = facts.Cameras.Areas.FirstOrDefault(a => a.Area.Id == area.AreaId)?.Live ?? 0
               select new CameraArea(
                   area.Name, cameras, area.Value ?? 0, before?.GetValueOrDefault(area.AreaId), facts.WeeklyReads.GetValueOrDefault(area.AreaId) ?? []);
    }

    private static CameraApproval Decision(Approval approval, int cameras, DateOnly day)
    {
        var coverage = ApprovalRules.Covers(approval, approval.Kind, day);
        var state = coverage.IsCovered ? "in force"
            : coverage == ApprovalRules.Expired ? "expired"
            : coverage == ApprovalRules.Withdrawn ? "withdrawn"
            : "not in force";
        return new CameraApproval(
            approval.Title, cameras, City.TryDay(approval.MeetingDay, out var meeting) ? meeting : day, approval.AgendaItem, approval.Vote, state);
    }
}
