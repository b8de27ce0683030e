using System.Security.Cryptography;
using Transparency.Core.AuditTrail;
using Transparency.Core.Database;
using Transparency.Core.Identity.Invitations;
using Transparency.Core.Identity.Sessions;

namespace Transparency.Core.Identity;

/// <summary>Ends an account, its open links and its open sessions at once: a leaver loses access the same day (CJIS Security Policy 5.9).</summary>
public sealed class DisableUser(SqlDatabase database, AuditLog log)
{
    /// <summary>False when there is no such account, it is disabled already, or the actor does not manage it.</summary>
    public Task<bool> RunAsync(AuditContext context, string userId, CancellationToken cancellation = default) => database.WriteAsync(
        async scope =>
        {
            var user = await UserStore.FindAsync(scope, userId);
            if (user is not { DisabledMs: null } || await AccountAuthority.RefusalAsync(scope, context.Actor.UserId, user) is not null)
            {
                return false;
            }

            var atMs = context.At.ToUnixTimeMilliseconds();
            await UserStore.DisableAsync(scope, userId, atMs, RandomNumberGenerator.GetHexString(32));
            await SessionStore.EndAllAsync(scope, userId, null, "administrator", atMs);
            await InvitationStore.UseAllAsync(scope, userId, atMs);
            await log.AppendAsync(scope, context, IdentityEvents.AccountChanged(user, "disabled"), cancellation);
            return true;
        },
        cancellation);
}
