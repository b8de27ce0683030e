using Transparency.Core.AuditTrail;
using Transparency.Core.Database;
using Transparency.Core.Policies;

namespace Transparency.Core.Identity.Sessions;

/// <summary>
/// Closes the books on sessions that idled longer than the policy allows. Their cookies have expired by then; this ends the row and writes
/// the sign-out that nobody pressed.
/// </summary>
public sealed class EndIdleSessions(SqlDatabase database, PolicyStore policies, AuditLog log)
{
    // A session is noted as used at most once a minute, and the browser asks a minute late.
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(3);

    /// <returns>How many ended.</returns>
    public Task<int> RunAsync(DateTimeOffset at, CancellationToken cancellation = default) => database.WriteAsync(
        async scope =>
        {
            var idle = ((await policies.InForceAsync(scope, at))?.Terms.Accounts ?? PolicyPresets.California.Accounts).SessionIdleMinutes;
            var before = at.AddMinutes(-idle) - Slack;
            var ended = 0;
            foreach (var session in await SessionStore.UnusedSinceAsync(scope, before.ToUnixTimeMilliseconds()))
            {
                if (await UserStore.FindAsync(scope, session.UserId) is { } user
                    && await SessionStore.EndAsync(scope, session.Id, session.UserId, "idle", at.ToUnixTimeMilliseconds()))
                {
                    var context = new AuditContext { Actor = user.ActingFrom(session.Address), Purpose = "Idle session", At = at };
                    await log.AppendAsync(scope, context, IdentityEvents.SignedOut("idle"), cancellation);
                    ended++;
                }
            }

            return ended;
        },
        cancellation);
}
