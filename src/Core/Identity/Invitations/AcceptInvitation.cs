using System.Security.Cryptography;
using Transparency.Core.AuditTrail;
using Transparency.Core.Database;
using Transparency.Core.Identity.SecondFactors;
using Transparency.Core.Identity.Sessions;

namespace Transparency.Core.Identity.Invitations;

/// <summary>
/// Sets the password that an invited person chose, and uses the link up. Second factors, passkeys and sessions of before are gone: who is
/// invited anew starts anew.
/// </summary>
public sealed class AcceptInvitation(SqlDatabase database, SignInLedger ledger, AuditLog log)
{
    private const string Gone = "This link was used already, is more than three days old, or was replaced by a newer one. Ask for a new one.";

    /// <returns>The session that was opened, or why the password was not set.</returns>
    public Task<(SignInOutcome? Outcome, string? Problem)> RunAsync(
        string token, string password, SignInFrom from, DateTimeOffset at, CancellationToken cancellation = default)
    {
        return database.WriteAsync<(SignInOutcome?, string?)>(
            async scope =>
            {
                var invitation = await InvitationStore.FindAsync(scope, token);
                if (invitation?.IsOpenAt(at) != true || await UserStore.FindAsync(scope, invitation.UserId) is not { DisabledMs: null } user)
                {
                    return (null, Gone);
                }

                if (PasswordRule.Check(await ledger.TermsAsync(scope, at), password, user.UserName) is { } problem)
                {
                    return (null, problem);
                }

                var atMs = at.ToUnixTimeMilliseconds();
                await InvitationStore.UseAllAsync(scope, user.Id, atMs);
                await SecondFactorStore.ClearAsync(scope, user.Id);
                await SessionStore.EndAllAsync(scope, user.Id, null, "administrator", atMs);
                await UserStore.SetPasswordAsync(scope, user.Id, Passwords.Hash(password), RandomNumberGenerator.GetHexString(32));
                var context = new AuditContext { Actor = user.ActingFrom(from.Address), Purpose = "Invitation", At = at };
                await log.AppendAsync(scope, context, IdentityEvents.AccountChanged(user, "password"), cancellation);
                var invited = (await UserStore.FindAsync(scope, user.Id))!;
                return (await ledger.OpenAsync(scope, invited, "password", from, at), null);
            },
            cancellation);
    }
}
