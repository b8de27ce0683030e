using Transparency.Core.AuditTrail;
using Transparency.Core.Database;

namespace Transparency.Core.Identity.Sessions;

/// <summary>Ends a session that its browser found idle, with the sign-out that nobody pressed.</summary>
public sealed class LockSession(SqlDatabase database, AuditLog log)
{
    public Task RunAsync(AuditContext context, string sessionId, CancellationToken cancellation = default) => database.WriteAsync(
        async scope =>
        {
            if (await SessionStore.EndAsync(scope, sessionId, context.Actor.UserId, "idle", context.At.ToUnixTimeMilliseconds()))
            {
                await log.AppendAsync(scope, context, IdentityEvents.SignedOut("idle"), cancellation);
            }
        },
        cancellation);
}
