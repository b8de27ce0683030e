using Transparency.Core.AuditTrail;
using Transparency.Core.Database;

namespace Transparency.Core.Identity.Sessions;

/// <summary>Ends a user's sessions from elsewhere: one of them, or all but the one in use.</summary>
public sealed class EndSessions(SqlDatabase database, AuditLog log)
{
    /// <param name="context">The sessions' owner.</param>
    /// <param name="sessionId">The one to end; null for all.</param>
    /// <param name="keepId">The one in use, which stays; null ends it too.</param>
    /// <param name="cancellation">Ends the act; nothing is then changed.</param>
    /// <returns>How many ended.</returns>
    public Task<int> RunAsync(AuditContext context, string? sessionId, string? keepId, CancellationToken cancellation = default) =>
        database.WriteAsync(
            async scope =>
            {
                var (userId, atMs) = (context.Actor.UserId, context.At.ToUnixTimeMilliseconds());
                var ended = sessionId is null ? await SessionStore.EndAllAsync(scope, userId, keepId, "elsewhere", atMs)
                    : await SessionStore.EndAsync(scope, sessionId, userId, "elsewhere", atMs) ? 1
                    : 0;
                for (var i = 0; i < ended; i++)
                {
                    await log.AppendAsync(scope, context, IdentityEvents.SignedOut("elsewhere"), cancellation);
                }

                return ended;
            },
            cancellation);
}
