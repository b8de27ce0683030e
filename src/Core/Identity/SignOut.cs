using Transparency.Core.AuditTrail;
using Transparency.Core.Database;
using Transparency.Core.Identity.Sessions;

namespace Transparency.Core.Identity;

/// <summary>Ends a session. The browser's cookie, which names it, the caller takes away.</summary>
public sealed class SignOut(SqlDatabase database, AuditLog log)
{
    public Task RunAsync(AuditContext context, string sessionId, CancellationToken cancellation = default) => database.WriteAsync(
        async scope =>
        {
            await SessionStore.EndAsync(scope, sessionId, context.Actor.UserId, "user", context.At.ToUnixTimeMilliseconds());
            await log.AppendAsync(scope, context, IdentityEvents.SignedOut("user"), cancellation);
        },
        cancellation);
}
