using Microsoft.Extensions.Localization;
using Transparency.Core.Agencies;
using Transparency.Core.Sharing;
using Transparency.Portal.Public.Tables;

namespace Transparency.Portal.Public.Sharing;

/// <summary>The sharing list as tables: a short one for each part of the page, and one whole list for the downloads.</summary>
internal sealed class SharingTables(IStringLocalizer text)
{
    public PublicTable CanSearchUs(SharingList list) => PublicTable.Of(
        text["Agencies that can search our readings"],
        list.CanSearchUs,
        [Agency(), Agreement(), Ends(), Audit(), AuditDue(), Basis(), Searches()]);

    public PublicTable WeSearch(SharingList list) => PublicTable.Of(
        text["Agencies whose readings we can search"], list.WeSearch, [Agency(), Where(), Agreement(), Ends(), Basis()]);

    public PublicTable ReceiveAlerts(SharingList list) => PublicTable.Of(
        text["Agencies that receive our alerts"], list.ReceiveAlerts, [Agency(), Agreement(), Ends(), Audit(), Basis()]);

    public PublicTable Contributors(SharingList list) => PublicTable.Of(
        text["Organisations whose cameras feed into our system"], list.Contributors, [Agency(), Agreement(), Ends(), Basis()]);

    public PublicTable Stopped(SharingList list) => PublicTable.Of(
        text["Agreements that stopped"], list.Stopped, [Agency(), Direction(), Decision(), Since(), Reason()]);

    public PublicTable Refused(SharingList list) => PublicTable.Of(
        text["Requests that were refused"], list.Refused, [Agency(), Direction(), Decision(), Since(), Reason()]);

    public PublicTable Pending(SharingList list) => PublicTable.Of(
        text["Requested or signed, not in force"], list.Pending, [Agency(), Direction(), Decision(), Since(), Reason()]);

    /// <summary>Every agency and direction on the list, whatever its state.</summary>
    public PublicTable Whole(SharingList list) => PublicTable.Of(
        text["Sharing agreements, {0}", City.Text(list.Day)],
        Lines(list),
        [
            Agency(), Kind(), Where(), Direction(), Decision(), Since(), Reason(), Basis(), Agreement(),
            new("effective", text["In force from"], "First day in force.", line => Day(line.EffectiveDay)), Ends(),
            Audit(), new("audited", text["Audited"], "Day of the agency's last state-mandated audit.", line => Day(line.AuditDay)), AuditDue(),
            new("document", text["Document"], "Where the signed agreement can be read.", line => Cell.Text(line.DocumentUrl)), Searches(),
        ]);

    private static IEnumerable<SharingLine> Lines(SharingList list) =>
    [
        .. list.CanSearchUs, .. list.WeSearch, .. list.ReceiveAlerts, .. list.Contributors, .. list.Stopped, .. list.Pending, .. list.Refused,
    ];

    private PublicColumn<SharingLine> Agency() => new("agency", text["Agency"], "Its name.", line => Cell.Text(line.Name));

    private PublicColumn<SharingLine> Kind() => new(
        "kind", text["Kind"], "local, state, federal, fusion-center or private.", line => Cell.Code(text[SharingWords.Kind(line.Kind)], line.Kind));

    private PublicColumn<SharingLine> Where() => new("state", text["State"], "Two letters; US for a federal agency.", line => Cell.Text(line.State));

    private PublicColumn<SharingLine> Direction() => new(
        "direction",
        text["What for"],
        "outbound-search: they search our data; inbound-search: we search theirs; alerts: they receive our alerts; contribution: their cameras feed ours.",
        line => Cell.Code(text[SharingWords.Direction(line.Direction)], line.Direction));

    private PublicColumn<SharingLine> Decision() => new(
        "decision", text["Decision"], "in-force, or why nothing is shared.", line => Cell.Code(text[line.Decision.Words], line.Decision.Code));

    private PublicColumn<SharingLine> Since() => new("since", text["Since"], "Day the decision took effect.", line => Day(line.SinceDay));

    private PublicColumn<SharingLine> Reason() => new("reason", text["In the city's words"], "The city's own reason.", line => Cell.Text(OwnReason(line)));

    private PublicColumn<SharingLine> Basis() => new("legal_basis", text["Legal basis"], "What permits it.", line => Cell.Text(line.LegalBasis));

    private PublicColumn<SharingLine> Agreement() => new(
        "signed", text["Agreement signed"], "Day of the signatures.", line => Day(line.SignedDay) with { Address = line.DocumentUrl });

    private PublicColumn<SharingLine> Ends() => new("expires", text["Ends"], "Last day in force.", line => Day(line.ExpiresDay));

    private PublicColumn<SharingLine> Audit() => new(
        "audit_result",
        text["Its audit"],
        "Result of the agency's last state-mandated audit: passed or failed.",
        line => line.AuditResult is null ? Cell.None : Cell.Code(text[SharingWords.Audit(line.AuditResult)], line.AuditResult));

    private PublicColumn<SharingLine> AuditDue() => new(
        "audit_due", text["Next audit due"], "Last day on which the next audit is on time; the day after, access stops.", line => Day(line.AuditDueDay));

    private PublicColumn<SharingLine> Searches() => new(
        "searches_30_days",
        text["Searches, 30 days"],
        "Searches of our data by this agency in the 30 days that end with the list's day, refused ones not counted.",
        line => Cell.Count(line.Searches),
        isNumber: true);

    // What an agreement was made for does not say why it stopped, and a rule's words need no repeating.
    private static string OwnReason(SharingLine line) =>
        line.Reason == line.Decision.Words || line.Decision == SharingReason.Expired
        || line.Decision == SharingReason.AuditFailed || line.Decision == SharingReason.AuditOverdue
            ? ""
            : line.Reason;

    private static Cell Day(string? day) => City.TryDay(day, out var parsed) ? Cell.Day(parsed) : Cell.None;
}
