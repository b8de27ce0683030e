using Microsoft.Extensions.Localization;
using Transparency.Core.Agencies;
using Transparency.Core.Audits;
using Transparency.Portal.Public.Tables;

namespace Transparency.Portal.Public.Audits;

/// <summary>Audits and reviews as tables.</summary>
internal sealed class AuditTables(IStringLocalizer text, DateOnly today)
{
    /// <summary>Independent and partner audits: what was looked at and what came of it, in words.</summary>
    public PublicTable WithSummary(string title, IEnumerable<AuditRecord> audits) => PublicTable.Of(
        title, audits, [Title(), Auditor(), Due(), Completed(), Standing(), Findings(), Summary()]);

    /// <summary>Weekly reviews: many, and alike.</summary>
    public PublicTable Reviews(string title, IEnumerable<AuditRecord> audits) => PublicTable.Of(
        title, audits, [Week(), Due(), Completed(), Standing(), Sampled(), Findings()]);

    public PublicTable Whole(IEnumerable<AuditRecord> audits) => PublicTable.Of(
        text["Audits and reviews, {0}", City.Text(today)],
        audits,
        [
            Title(), Kind(), Auditor(), Scope(), PeriodFrom(), PeriodTo(), Due(), Completed(), Standing(), Sampled(), Findings(), Summary(),
            new("document", text["Document"], "Where the result can be read.", audit => Cell.Text(audit.DocumentUrl)),
        ]);

    private PublicColumn<AuditRecord> Title() => new("title", text["Audit"], "Its title.", audit => Cell.Text(audit.Title, audit.DocumentUrl));

    private PublicColumn<AuditRecord> Week() => new("period_to", text["Week to"], "Last day reviewed.", audit => Day(audit.PeriodToDay));

    private PublicColumn<AuditRecord> Kind() => new(
        "kind", text["Kind"], "weekly-review, independent or partner.", audit => Cell.Code(text[AuditWords.Kind(audit.Kind)], audit.Kind));

    private PublicColumn<AuditRecord> Auditor() => new("auditor", text["By"], "Who audits.", audit => Cell.Text(audit.Auditor));

    private PublicColumn<AuditRecord> Scope() => new("scope", text["Scope"], "What is looked at.", audit => Cell.Text(audit.Scope));

    private PublicColumn<AuditRecord> PeriodFrom() => new("period_from", text["From"], "First day looked at.", audit => Day(audit.PeriodFromDay));

    private PublicColumn<AuditRecord> PeriodTo() => new("period_to", text["To"], "Last day looked at.", audit => Day(audit.PeriodToDay));

    private PublicColumn<AuditRecord> Due() => new("due", text["Due"], "Last day on which it is on time.", audit => Day(audit.DueDay));

    private PublicColumn<AuditRecord> Completed() => new("completed", text["Completed"], "Day it was completed.", audit => Day(audit.CompletedDay));

    private PublicColumn<AuditRecord> Standing() => new(
        "outcome",
        text["Outcome"],
        "passed, findings or failed; due or overdue while it is not completed.",
        audit => AuditStanding.On(audit, today) switch
        {
            { State: AuditState.Due } => Cell.Code(text["Due"], "due"),
            { State: AuditState.Overdue } => Cell.Code(text["Overdue"], "overdue"),
            _ => Cell.Code(text[AuditWords.Outcome(audit.Outcome)], audit.Outcome ?? ""),
        });

    private PublicColumn<AuditRecord> Sampled() => new(
        "searches_looked_at", text["Searches looked at"], "How many.", audit => audit.CompletedDay is null ? Cell.None : Cell.Count(audit.Sampled), isNumber: true);

    private PublicColumn<AuditRecord> Findings() => new(
        "findings", text["Findings"], "How many.", audit => audit.CompletedDay is null ? Cell.None : Cell.Count(audit.Findings), isNumber: true);

    private PublicColumn<AuditRecord> Summary() => new("summary", text["What was found"], "In words.", audit => Cell.Text(audit.Summary));

    private static Cell Day(string? day) => City.TryDay(day, out var parsed) ? Cell.Day(parsed) : Cell.None;
}
