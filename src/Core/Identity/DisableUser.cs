using System.Security.Cryptography;
using Transparency.Core.AuditTrail;
using Transparency.Core.Database;

namespace Transparency.Core.Identity;

/// <summary>Ends an account and its open sessions at once: a leaver loses access the same day (CJIS Security Policy 5.9).</summary>
public sealed class DisableUser(SqlDatabase database, AuditLog log)
{
    /// <summary>False when there is no such account, or it is disabled already.</summary>
    public Task<bool> RunAsync(AuditContext context, string userId, CancellationToken cancellation = default) => database.WriteAsync(
        async scope =>
        {
            if (await UserStore.FindAsync(scope, userId) is not { DisabledMs: null } user)
            {
                return false;
            }

            await UserStore.DisableAsync(scope, userId, context.At.ToUnixTimeMilliseconds(), RandomNumberGenerator.GetHexString(32));
            await log.AppendAsync(scope, context, IdentityEvents.AccountChanged(user, "disabled"), cancellation);
            return true;
        },
        cancellation);
}
