using System.Data.Common;
using Transparency.Core.AuditTrail;
using Transparency.Core.Database;

namespace Transparency.Core.Identity.SecondFactors;

/// <summary>Keeps a passkey whose attestation the caller has verified.</summary>
public sealed class AddPasskey(SqlDatabase database, AuditLog log)
{
    /// <returns>Null, or why it was not kept.</returns>
    public async Task<string?> RunAsync(AuditContext context, Passkey passkey, CancellationToken cancellation = default)
    {
        if (passkey.UserId != context.Actor.UserId)
        {
            throw new ArgumentException("A passkey is added by its owner.", nameof(passkey));
        }

        try
        {
            return await database.WriteAsync(
                async scope =>
                {
                    var user = await UserStore.FindAsync(scope, passkey.UserId);
                    if (user is not { DisabledMs: null })
                    {
                        return "This account is disabled.";
                    }

                    await PasskeyStore.AddAsync(scope, passkey with { Name = passkey.Name.Trim() is { Length: > 0 and <= 100 } name ? name : "Passkey" });
                    await log.AppendAsync(scope, context, IdentityEvents.AccountChanged(user, "passkey-added"), cancellation);
                    return null;
                },
                cancellation);
        }
        catch (DbException e) when (database.IsUniqueViolation(e))
        {
            return "This passkey is registered already.";
        }
    }
}
