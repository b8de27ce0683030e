using Transparency.Core.AuditTrail;
using Transparency.Core.Database;

namespace Transparency.Core.Identity;

/// <summary>Opens a disabled account again. Its password stays what it was; a last day that is over is taken away.</summary>
public sealed class EnableUser(SqlDatabase database, AuditLog log)
{
    /// <summary>False when there is no such account, it is not disabled, or the actor does not manage it.</summary>
    public Task<bool> RunAsync(AuditContext context, string userId, CancellationToken cancellation = default) => database.WriteAsync(
        async scope =>
        {
            var user = await UserStore.FindAsync(scope, userId);
            if (user is not { DisabledMs: not null } || await AccountAuthority.RefusalAsync(scope, context.Actor.UserId, user) is not null)
            {
                return false;
            }

            await UserStore.EnableAsync(scope, userId);
            await AccountDetails.SaveAsync(scope, await AccountDetails.ReadAsync(scope, userId) with { LastDay = null });
            await log.AppendAsync(scope, context, IdentityEvents.AccountChanged(user, "enabled"), cancellation);
            return true;
        },
        cancellation);
}
