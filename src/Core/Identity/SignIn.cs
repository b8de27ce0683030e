using Transparency.Core.Agencies;
using Transparency.Core.AuditTrail;
using Transparency.Core.Database;
using Transparency.Core.Policies;

namespace Transparency.Core.Identity;

/// <summary>
/// Opens a session, or refuses to. Counting the failure, locking the account and the log entry commit together. What was typed into
/// the name's field is never recorded for a name that does not exist: it may be a password.
/// </summary>
public sealed class SignIn(SqlDatabase database, UserStore users, PolicyStore policies, AuditLog log, City city)
{
    private const string Purpose = "Sign-in";

    /// <param name="userName">As typed.</param>
    /// <param name="password">As typed.</param>
    /// <param name="address">The network address the request came from.</param>
    /// <param name="at">Now.</param>
    /// <param name="cancellation">Ends the attempt before it is recorded.</param>
    public async Task<SignInOutcome> RunAsync(
        string userName, string password, string address, DateTimeOffset at, CancellationToken cancellation = default)
    {
        var found = userName.Length <= 200 ? await users.FindByNameAsync(userName, cancellation) : null;
        var matches = Passwords.Verify(found?.PasswordHash, password.Length <= PasswordRule.Longest ? password : "");
        return await database.WriteAsync(
            async scope =>
            {
                // Read again under the lock: attempts that run at once must count one after the other.
                var user = found is null ? null : await UserStore.FindAsync(scope, found.Id);
                var terms = (await policies.InForceAsync(scope, at))?.Terms.Accounts ?? PolicyPresets.California.Accounts;
                var refusal = Judge(user, matches, at);
                await RecordAsync(scope, user, refusal, terms, address, at);
                return new SignInOutcome(refusal is null ? user : null, refusal, terms);
            },
            cancellation);
    }

    private static string? Judge(UserAccount? user, bool matches, DateTimeOffset at) => user switch
    {
        null => SignInOutcome.UnknownAccount,
        { DisabledMs: not null } => SignInOutcome.Disabled,
        _ when Lockout.IsLocked(user.LockoutEndMs, at) => SignInOutcome.LockedOut,
        _ when !matches => SignInOutcome.WrongPassword,
        _ => null,
    };

    private async Task RecordAsync(
        WriteScope scope, UserAccount? user, string? refusal, AccountTerms terms, string address, DateTimeOffset at)
    {
        var actor = user?.ActingFrom(address) ?? Actor.System(city) with { Address = address };
        var context = new AuditContext { Actor = actor, Purpose = Purpose, At = at };
        if (refusal is null)
        {
            await UserStore.RecordAttemptAsync(scope, user!.Id, 0, null);
            await log.AppendAsync(scope, context, IdentityEvents.SignedIn());
            return;
        }

        await log.AppendAsync(scope, context, IdentityEvents.SignInRefused(user?.Id ?? "", refusal));
        if (refusal == SignInOutcome.WrongPassword)
        {
            var (failures, lockoutEndMs) = Lockout.AfterFailure(terms, user!.AccessFailedCount, at);
            await UserStore.RecordAttemptAsync(scope, user.Id, failures, lockoutEndMs);
            if (lockoutEndMs is not null)
            {
                await log.AppendAsync(scope, context, IdentityEvents.AccountChanged(user, "locked"));
            }
        }
    }
}
