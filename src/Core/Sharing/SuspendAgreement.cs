using Transparency.Core.Agencies;
using Transparency.Core.AuditTrail;
using Transparency.Core.Database;

namespace Transparency.Core.Sharing;

/// <summary>What came of a suspension.</summary>
/// <param name="Problem">What to correct, in words; null when the agreement is now suspended.</param>
/// <param name="Receipt">Proof of the log entry; null when nothing changed.</param>
public sealed record SuspendAgreementOutcome(string? Problem, AuditReceipt? Receipt);

/// <summary>Suspends an agreement at once: the next search under it is refused, and the public list shows why.</summary>
public sealed class SuspendAgreement(SqlDatabase database, AuditLog log)
{
    private const int LongestReason = 1000;

    /// <param name="context">Who, why and when.</param>
    /// <param name="agreementId">The agreement.</param>
    /// <param name="reason">In words the public reads.</param>
    /// <param name="cancellation">Ends the act; nothing is then changed.</param>
    public async Task<SuspendAgreementOutcome> RunAsync(
        AuditContext context, string agreementId, string reason, CancellationToken cancellation = default)
    {
        if (string.IsNullOrWhiteSpace(reason) || reason.Length > LongestReason)
        {
            return new SuspendAgreementOutcome($"Give the reason, in at most {LongestReason} characters the public will read.", null);
        }

        var agencies = await new AgencyStore(database).AllAsync(cancellation);
        return await database.WriteAsync(
            async scope =>
            {
                if (await AgreementStore.FindAsync(scope, agreementId) is not { } agreement)
                {
                    return new SuspendAgreementOutcome("There is no such agreement.", null);
                }

                if (!await AgreementStore.SuspendAsync(scope, agreementId, reason, context.At.ToUnixTimeMilliseconds()))
                {
                    return new SuspendAgreementOutcome("This agreement is suspended already.", null);
                }

                var partner = agencies.Single(agency => agency.Id == agreement.AgencyId);
                var change = ShareChange.Event(
                    partner, agreement.Direction, ShareChange.Suspended, SharingReason.Suspended.Code, reason);
                return new SuspendAgreementOutcome(null, await log.AppendAsync(scope, context, change, cancellation));
            },
            cancellation);
    }
}
