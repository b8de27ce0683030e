using Transparency.Core.AuditTrail;
using Transparency.Core.Database;

namespace Transparency.Core.Identity.SecondFactors;

/// <summary>Turns the second factor on, once a code shows that the authenticator works, and hands out the recovery codes.</summary>
public sealed class ConfirmAuthenticator(SqlDatabase database, SealedSecret secrets, AuditLog log)
{
    /// <returns>The recovery codes, to be shown this once; null when the code does not fit or there is nothing to confirm.</returns>
    public Task<IReadOnlyList<string>?> RunAsync(AuditContext context, string code, CancellationToken cancellation = default) =>
        database.WriteAsync<IReadOnlyList<string>?>(
            async scope =>
            {
                var userId = context.Actor.UserId;
                if (await SecondFactorStore.FindAsync(scope, userId) is not { ConfirmedMs: null } factor
                    || Totp.Accept(secrets.Open(userId, factor.Secret), code, context.At, factor.LastStep) is not { } step
                    || await UserStore.FindAsync(scope, userId) is not { } user)
                {
                    return null;
                }

                await SecondFactorStore.ReplaceAsync(scope, factor with { LastStep = step, ConfirmedMs = context.At.ToUnixTimeMilliseconds() });
                var codes = Enumerable.Range(0, RecoveryCodes.Count).Select(_ => RecoveryCodes.Make()).ToList();
                await SecondFactorStore.ReplaceCodesAsync(scope, userId, codes);
                await log.AppendAsync(scope, context, IdentityEvents.AccountChanged(user, "second-factor"), cancellation);
                return codes;
            },
            cancellation);
}
