using Transparency.Core.AuditTrail;
using Transparency.Core.Database;

namespace Transparency.Core.Alerts;

/// <summary>An officer takes an alert on. Others see that somebody is looking at it.</summary>
public sealed class AcknowledgeAlert(SqlDatabase database, AuditLog log)
{
    public Task<AlertOutcome> RunAsync(AuditContext context, string alertId, CancellationToken cancellation = default) =>
        database.WriteAsync(
            async scope =>
            {
                var alert = await AlertStore.FindAsync(scope, alertId);
                if ((alert is null ? AlertRefusal.NotFound : AlertRules.Acknowledge(alert)) is { } refusal)
                {
                    return new AlertOutcome(refusal, null);
                }

                var taken = alert! with { AcknowledgedMs = context.At.ToUnixTimeMilliseconds(), AcknowledgedBy = context.Actor.UserId };
                await AlertStore.SaveAsync(scope, taken);
                var subject = await AlertSubject.ReadAsync(scope, taken);
                return new AlertOutcome(
                    null, await log.AppendAsync(scope, context, AlertEvents.Acknowledged(taken, subject), cancellation));
            },
            cancellation);
}
