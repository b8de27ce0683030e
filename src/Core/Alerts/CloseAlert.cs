using Transparency.Core.AuditTrail;
using Transparency.Core.Database;

namespace Transparency.Core.Alerts;

/// <summary>Closes an alert with what came of it. One that was not verified stays open.</summary>
public sealed class CloseAlert(SqlDatabase database, AuditLog log)
{
    /// <param name="context">Who, why and when.</param>
    /// <param name="alertId">The alert.</param>
    /// <param name="disposition">See <see cref="Disposition"/>.</param>
    /// <param name="cancellation">Ends the act; nothing is then changed.</param>
    public Task<AlertOutcome> RunAsync(
        AuditContext context, string alertId, string disposition, CancellationToken cancellation = default) =>
        database.WriteAsync(
            async scope =>
            {
                var alert = await AlertStore.FindAsync(scope, alertId);
                if ((alert is null ? AlertRefusal.NotFound : AlertRules.Close(alert, disposition)) is { } refusal)
                {
                    return new AlertOutcome(refusal, null);
                }

                var closed = alert! with
                {
                    ClosedMs = context.At.ToUnixTimeMilliseconds(),
                    ClosedBy = context.Actor.UserId,
                    Disposition = disposition,
                };
                await AlertStore.SaveAsync(scope, closed);
                var subject = await AlertSubject.ReadAsync(scope, closed);
                return new AlertOutcome(null, await log.AppendAsync(scope, context, AlertEvents.Closed(closed, subject), cancellation));
            },
            cancellation);
}
