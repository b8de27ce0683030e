using Transparency.Core.Database;
using Transparency.Core.Identity.SecondFactors;

namespace Transparency.Core.Identity;

/// <summary>
/// The second step after a right password: a code of the authenticator, or one of the recovery codes. Either counts once. A wrong one is a
/// failure like a wrong password.
/// </summary>
public sealed class SignInWithCode(SqlDatabase database, SealedSecret secrets, SignInLedger ledger)
{
    /// <param name="userId">Whose password was right a moment ago: the caller has proof of it.</param>
    /// <param name="code">As typed.</param>
    /// <param name="from">Where the request came from.</param>
    /// <param name="at">Now.</param>
    /// <param name="cancellation">Ends the attempt before it is recorded.</param>
    public Task<SignInOutcome> RunAsync(
        string userId, string code, SignInFrom from, DateTimeOffset at, CancellationToken cancellation = default) => database.WriteAsync(
        async scope =>
        {
            var user = await UserStore.FindAsync(scope, userId);
            if (SignInLedger.Judge(user, at) is { } refusal)
            {
                return await ledger.RefuseAsync(scope, user, refusal, from, at);
            }

            return await MethodAsync(scope, userId, code, at) is { } method
                ? await ledger.OpenAsync(scope, user!, method, from, at)
                : await ledger.RefuseAsync(scope, user, SignInOutcome.WrongCode, from, at);
        },
        cancellation);

    private async Task<string?> MethodAsync(WriteScope scope, string userId, string code, DateTimeOffset at)
    {
        if (await SecondFactorStore.FindAsync(scope, userId) is { ConfirmedMs: not null } factor
            && Totp.Accept(secrets.Open(userId, factor.Secret), code, at, factor.LastStep) is { } step)
        {
            await SecondFactorStore.ReplaceAsync(scope, factor with { LastStep = step });
            return "code";
        }

        return code.Length <= 40 && await SecondFactorStore.UseCodeAsync(scope, userId, code, at.ToUnixTimeMilliseconds()) ? "recovery-code" : null;
    }
}
