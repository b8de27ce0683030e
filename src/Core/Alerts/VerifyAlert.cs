using Transparency.Core.AuditTrail;
using Transparency.Core.Database;

namespace Transparency.Core.Alerts;

/// <summary>Records what an officer found when comparing plate, state and list entry, before anybody acts on the alert.</summary>
public sealed class VerifyAlert(SqlDatabase database, AuditLog log)
{
    /// <param name="context">Who, why and when.</param>
    /// <param name="alertId">The alert.</param>
    /// <param name="verification">See <see cref="Verification"/>.</param>
    /// <param name="cancellation">Ends the act; nothing is then changed.</param>
    public Task<AlertOutcome> RunAsync(
        AuditContext context, string alertId, string verification, CancellationToken cancellation = default) =>
        database.WriteAsync(
            async scope =>
            {
                var alert = await AlertStore.FindAsync(scope, alertId);
                if ((alert is null ? AlertRefusal.NotFound : AlertRules.Verify(alert, verification)) is { } refusal)
                {
                    return new AlertOutcome(refusal, null);
                }

                var verified = alert! with
                {
                    VerifiedMs = context.At.ToUnixTimeMilliseconds(),
                    VerifiedBy = context.Actor.UserId,
                    Verification = verification,
                };
                await AlertStore.SaveAsync(scope, verified);
                var subject = await AlertSubject.ReadAsync(scope, verified);
                return new AlertOutcome(
                    null, await log.AppendAsync(scope, context, AlertEvents.Verified(verified, subject), cancellation));
            },
            cancellation);
}
