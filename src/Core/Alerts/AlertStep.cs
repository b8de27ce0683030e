using Dapper;
using Transparency.Core.AuditTrail;
using Transparency.Core.Database;

namespace Transparency.Core.Alerts;

/// <summary>What came of a step on an alert.</summary>
/// <param name="Refusal">Why nothing changed; null when the step was taken.</param>
/// <param name="Receipt">Proof of the log entry; null when the step makes none or was refused.</param>
public sealed record AlertOutcome(AlertRefusal? Refusal, AuditReceipt? Receipt);

/// <summary>The facts about an alert's list entry that its log entries name.</summary>
internal sealed record AlertSubject
{
    public required string Kind { get; init; }

    public required string Plate { get; init; }

    /// <summary>An entry that its list no longer has leaves both empty: the list's kind is then not known.</summary>
    public static async Task<AlertSubject> ReadAsync(WriteScope scope, Alert alert) =>
        await scope.Connection.QuerySingleOrDefaultAsync<AlertSubject>(
            "select l.kind, e.plate from hot_list_entries e join hot_lists l on l.id = e.list_id where e.id = @ListEntryId",
            new { alert.ListEntryId },
            scope.Transaction) ?? new AlertSubject { Kind = "", Plate = "" };

    public AuditField[] Fields(Alert alert) => [new("list-kind", Kind), new("alert", alert.Id), new("plate", Plate)];
}
