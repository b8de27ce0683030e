using Transparency.Core.Database;
using Transparency.Core.Identity.SecondFactors;

namespace Transparency.Core.Identity;

/// <summary>
/// Judges a name and a password: opens a session, asks for a code where the account has a second factor, or refuses. Counting the failure,
/// locking the account and the log entry commit together. What was typed into the name's field is never recorded for a name that does
/// not exist: it may be a password.
/// </summary>
public sealed class SignIn(SqlDatabase database, UserStore users, SignInLedger ledger)
{
    /// <param name="userName">As typed.</param>
    /// <param name="password">As typed.</param>
    /// <param name="from">Where the request came from.</param>
    /// <param name="at">Now.</param>
    /// <param name="cancellation">Ends the attempt before it is recorded.</param>
    public async Task<SignInOutcome> RunAsync(
        string userName, string password, SignInFrom from, DateTimeOffset at, CancellationToken cancellation = default)
    {
        var found = userName.Length <= 200 ? await users.FindByNameAsync(userName, cancellation) : null;
        var matches = Passwords.Verify(found?.PasswordHash, password.Length <= PasswordRule.Longest ? password : "");
        return await database.WriteAsync(
            async scope =>
            {
                // Read again under the lock: attempts that run at once must count one after the other.
                var user = found is null ? null : await UserStore.FindAsync(scope, found.Id);
                if ((SignInLedger.Judge(user, at) ?? (matches ? null : SignInOutcome.WrongPassword)) is { } refusal)
                {
                    return await ledger.RefuseAsync(scope, user, refusal, from, at);
                }

                // A right password does not take failures back while a code is still to be shown: codes could be guessed for ever.
                return await SecondFactorStore.FindAsync(scope, user!.Id) is { ConfirmedMs: not null }
                    ? new SignInOutcome(null, null, await ledger.TermsAsync(scope, at)) { AwaitsCode = user }
                    : await ledger.OpenAsync(scope, user, "password", from, at);
            },
            cancellation);
    }
}
