using Microsoft.Extensions.Localization;
using Transparency.Core.Agencies;
using Transparency.Core.Approvals;
using Transparency.Portal.Public.Tables;

namespace Transparency.Portal.Public.Decisions;

/// <summary>Proposals and the council's decisions as tables.</summary>
internal sealed class DecisionTables(IStringLocalizer text, City city, DateOnly today)
{
    public PublicTable Proposals(string title, IEnumerable<Proposal> proposals) => PublicTable.Of(
        title,
        proposals,
        [
            new("proposal", text["Proposal"], "What the council is asked.", p => Cell.Text(p.Title, $"/decisions/{p.Id}")),
            new("kind", text["About"], "program, camera, policy, sharing, feature or contract.", p => Cell.Code(text[DecisionWords.Kind(p.Kind)], p.Kind)),
            new("status", text["Status"], "notice, scheduled, approved, rejected or withdrawn.", p => Cell.Code(text[DecisionWords.Status(p.Status)], p.Status)),
            new("notice_from", text["Notice from"], "First day of public notice.", p => Day(p.NoticeFromDay)),
            new("notice_to", text["Comments until"], "Last day for comments.", p => Day(p.NoticeToDay)),
            new("meeting", text["Council meeting"], "Day of the meeting.", p => Day(p.MeetingDay)),
        ]);

    public PublicTable Approvals(IReadOnlyList<Approval> approvals) => PublicTable.Of(
        text["Decisions of the city council"],
        approvals,
        [
            new("decision", text["Decision"], "What was decided.", a => Cell.Text(a.Title)),
            new("kind", text["About"], "program, camera, policy, sharing, feature or contract.", a => Cell.Code(text[DecisionWords.Kind(a.Kind)], a.Kind)),
            new("meeting", text["Council meeting"], "Day of the meeting.", a => Day(a.MeetingDay)),
            new("agenda_item", text["Agenda item"], "Where in the agenda.", a => Cell.Text(a.AgendaItem)),
            new("vote", text["Vote"], "For, against and, if any, absent or abstaining.", a => Cell.Text(a.Vote) with { IsShort = true }),
            new("resolution", text["Resolution"], "Its number; leads to the minutes.", a => Cell.Text(a.Resolution, a.Link)),
            new("expires", text["Ends"], "Last day covered; empty when it has no end.", a => Day(a.ExpiresDay)),
            new("status", text["Status"], "in-force, rejected, expired, withdrawn or not-yet-decided.", Status),
        ]) with
    {
        Anchors = [.. approvals.Select(a => a.Id)],
    };

    private Cell Status(Approval approval)
    {
        var coverage = ApprovalRules.Covers(approval, approval.Kind, today);
        return coverage switch
        {
            _ when coverage == ApprovalRules.Covered => Cell.Code(text["In force"], "in-force"),
            _ when coverage == ApprovalRules.NotPassed => Cell.Code(text["Rejected"], "rejected"),
            _ when coverage == ApprovalRules.Expired => Cell.Code(text["Expired"], "expired"),
            _ when coverage == ApprovalRules.Withdrawn => Cell.Code(Withdrawn(approval), "withdrawn"),
            _ => Cell.Code(text[coverage.Words], coverage.Code),
        };
    }

    private string Withdrawn(Approval approval) => approval.WithdrawnMs is { } ms
        ? text["Withdrawn {0}", Reports.Figures.DateText.Long(city.DayOf(DateTimeOffset.FromUnixTimeMilliseconds(ms)))]
        : text["Withdrawn"];

    private static Cell Day(string? day) => City.TryDay(day, out var parsed) ? Cell.Day(parsed) : Cell.None;
}
