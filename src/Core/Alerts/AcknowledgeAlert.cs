using Transparency.Core.AuditTrail;
using Transparency.Core.Database;

namespace Transparency.Core.Alerts;

/// <summary>An officer takes an alert on. Others see that somebody is looking at it.</summary>
public sealed class AcknowledgeAlert(SqlDatabase database)
{
    public Task<AlertOutcome> RunAsync(AuditContext context, string alertId, CancellationToken cancellation = default) =>
        database.WriteAsync(
            async scope =>
            {
                var alert = await AlertStore.FindAsync(scope, alertId);
                var refusal = alert is null ? AlertRefusal.NotFound : AlertRules.Acknowledge(alert);
                if (refusal is null)
                {
                    await AlertStore.SaveAsync(
                        scope,
                        alert! with { AcknowledgedMs = context.At.ToUnixTimeMilliseconds(), AcknowledgedBy = context.Actor.UserId });
                }

                return new AlertOutcome(refusal, null);
            },
            cancellation);
}
