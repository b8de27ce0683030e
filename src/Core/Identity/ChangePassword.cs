using Transparency.Core.AuditTrail;
using Transparency.Core.Database;
using Transparency.Core.Identity.Sessions;

namespace Transparency.Core.Identity;

/// <summary>Changes the own password, and ends every other session: whoever knew the old one is out.</summary>
public sealed class ChangePassword(SqlDatabase database, UserStore users, SignInLedger ledger, AuditLog log)
{
    /// <param name="context">The account's owner.</param>
    /// <param name="current">The password until now, as typed.</param>
    /// <param name="chosen">The new one, as typed.</param>
    /// <param name="sessionId">The session in use, which stays open.</param>
    /// <param name="cancellation">Ends the act; nothing is then changed.</param>
    /// <returns>Null, or why it was not changed. A wrong current password counts as a failure like one at the sign-in.</returns>
    public async Task<string?> RunAsync(
        AuditContext context, string current, string chosen, string sessionId, CancellationToken cancellation = default)
    {
        var found = await users.FindAsync(context.Actor.UserId, cancellation);
        var matches = Passwords.Verify(found?.PasswordHash, current.Length <= PasswordRule.Longest ? current : "");
        return await database.WriteAsync(
            async scope =>
            {
                var user = await UserStore.FindAsync(scope, context.Actor.UserId);
                if ((SignInLedger.Judge(user, context.At) ?? (matches ? null : SignInOutcome.WrongPassword)) is { } refusal)
                {
                    await ledger.RefuseAsync(scope, user, refusal, new(context.Actor.Address), context.At);
                    return "The current password is not right, or the account is locked.";
                }

                if (PasswordRule.Check(await ledger.TermsAsync(scope, context.At), chosen, user!.UserName) is { } problem)
                {
                    return problem;
                }

                await UserStore.SetPasswordAsync(scope, user.Id, Passwords.Hash(chosen), user.SecurityStamp);
                await SessionStore.EndAllAsync(scope, user.Id, sessionId, "elsewhere", context.At.ToUnixTimeMilliseconds());
                await log.AppendAsync(scope, context, IdentityEvents.AccountChanged(user, "password"), cancellation);
                return null;
            },
            cancellation);
    }
}
