using Transparency.Core.AuditTrail;
using Transparency.Core.Database;

namespace Transparency.Core.Identity.SecondFactors;

/// <summary>Hands out ten new recovery codes; the old ones do not count any more.</summary>
public sealed class RenewRecoveryCodes(SqlDatabase database, AuditLog log)
{
    public Task<IReadOnlyList<string>> RunAsync(AuditContext context, CancellationToken cancellation = default) =>
        database.WriteAsync<IReadOnlyList<string>>(
            async scope =>
            {
                var user = await UserStore.FindAsync(scope, context.Actor.UserId)
                    ?? throw new InvalidOperationException("There is no such account.");
                var codes = Enumerable.Range(0, RecoveryCodes.Count).Select(_ => RecoveryCodes.Make()).ToList();
                await SecondFactorStore.ReplaceCodesAsync(scope, user.Id, codes);
                await log.AppendAsync(scope, context, IdentityEvents.AccountChanged(user, "recovery-codes"), cancellation);
                return codes;
            },
            cancellation);
}
