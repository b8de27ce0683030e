using Transparency.Core.Agencies;
using Transparency.Core.AuditTrail;
using Transparency.Core.Database;

namespace Transparency.Core.Sharing;

/// <summary>What came of recording an agreement.</summary>
public sealed record RecordAgreementOutcome
{
    /// <summary>What is now on record; null when nothing was recorded.</summary>
    public Agreement? Recorded { get; init; }

    /// <summary>How the rule answers with this record today; null when nothing was recorded.</summary>
    public SharingDecision? Decision { get; init; }

    /// <summary>What to correct, in words; null when it was recorded.</summary>
    public string? Problem { get; init; }

    public AuditReceipt? Receipt { get; init; }
}

/// <summary>
/// Records what was agreed with an agency in one direction; from then on this record governs. An agreement that the law bars is put on
/// record as refused, whatever was entered, so that the attempt is public too.
/// </summary>
public sealed class RecordAgreement(SqlDatabase database, City city, AuditLog log)
{
    public async Task<RecordAgreementOutcome> RunAsync(AuditContext context, AgreementDraft draft, CancellationToken cancellation = default)
    {
        var agency = await new AgencyStore(database).FindAsync(draft.AgencyId, cancellation);
        var problem = agency is null ? "There is no such agency." : draft.Problem();
        return problem is null
            ? await database.WriteAsync(scope => RecordAsync(scope, context, agency!, draft), cancellation)
            : new RecordAgreementOutcome { Problem = problem };
    }

    private async Task<RecordAgreementOutcome> RecordAsync(WriteScope scope, AuditContext context, Agency agency, AgreementDraft draft)
    {
        var earlier = await AgreementStore.FindGoverningAsync(scope, draft.AgencyId, draft.Direction);
        var barred = SharingPolicy.Barred(agency.Kind, agency.State, draft.Direction);
        var row = draft.ToRow(
            Guid.CreateVersion7(context.At).ToString(),
            barred is null ? draft.Decision : AgreementDecision.Refused,
            barred is null ? draft.Reason : barred.Words,
            context.At.ToUnixTimeMilliseconds());
        await AgreementStore.AddAsync(scope, row);
        var decision = SharingPolicy.Decide(agency, draft.Direction, row, city.DayOf(context.At));
        var change = ShareChange.Event(agency, draft.Direction, Change(row, earlier), decision.Code, row.DecisionReason);
        return new RecordAgreementOutcome
        {
            Recorded = row,
            Decision = decision,
            Receipt = await log.AppendAsync(scope, context, change),
        };
    }

    private static string Change(Agreement row, Agreement? earlier) => row.Decision switch
    {
        AgreementDecision.Requested => ShareChange.Requested,
        AgreementDecision.Refused => ShareChange.Refused,
        _ when earlier is { SuspendedMs: not null } => ShareChange.Resumed,
        _ when earlier is { Decision: AgreementDecision.Agreed } => ShareChange.Changed,
        _ => ShareChange.Agreed,
    };
}
