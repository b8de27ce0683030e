using Transparency.Core.AuditTrail;
using Transparency.Core.Database;

namespace Transparency.Core.Identity.SecondFactors;

/// <summary>Removes one of a user's passkeys.</summary>
public sealed class RemovePasskey(SqlDatabase database, AuditLog log)
{
    /// <returns>False when the user has no such passkey.</returns>
    public Task<bool> RunAsync(AuditContext context, string id, CancellationToken cancellation = default) => database.WriteAsync(
        async scope =>
        {
            if (!await PasskeyStore.RemoveAsync(scope, context.Actor.UserId, id) || await UserStore.FindAsync(scope, context.Actor.UserId) is not { } user)
            {
                return false;
            }

            await log.AppendAsync(scope, context, IdentityEvents.AccountChanged(user, "passkey-removed"), cancellation);
            return true;
        },
        cancellation);
}
