using Transparency.Core.Agencies;
using Transparency.Core.AuditTrail;
using Transparency.Core.Database;
using Transparency.Core.Identity.Sessions;
using Transparency.Core.Policies;

namespace Transparency.Core.Identity;

/// <summary>
/// What every way of signing in does alike: refuse who is disabled or locked, count failures, lock, open the session, and write the log
/// entry, all in the caller's transaction.
/// </summary>
public sealed class SignInLedger(PolicyStore policies, AuditLog log, City city)
{
    private const string Purpose = "Sign-in";

    internal async Task<AccountTerms> TermsAsync(WriteScope scope, DateTimeOffset at) =>
        (await policies.InForceAsync(scope, at))?.Terms.Accounts ?? PolicyPresets.California.Accounts;

    /// <summary>Why this account may not be signed into now, whatever is shown; null when it may.</summary>
    internal static string? Judge(UserAccount? user, DateTimeOffset at) => user switch
    {
        null => SignInOutcome.UnknownAccount,
        { DisabledMs: not null } => SignInOutcome.Disabled,
        _ when Lockout.IsLocked(user.LockoutEndMs, at) => SignInOutcome.LockedOut,
        _ => null,
    };

    internal async Task<SignInOutcome> OpenAsync(WriteScope scope, UserAccount user, string method, SignInFrom from, DateTimeOffset at)
    {
        var session = new StaffSession
        {
            Id = Guid.CreateVersion7(at).ToString(),
            UserId = user.Id,
            Method = method,
            Address = from.Address,
            Device = from.Device,
            StartedMs = at.ToUnixTimeMilliseconds(),
            SeenMs = at.ToUnixTimeMilliseconds(),
        };
        await UserStore.RecordAttemptAsync(scope, user.Id, 0, null);
        await SessionStore.AddAsync(scope, session);
        await log.AppendAsync(scope, Context(user, from, at), IdentityEvents.SignedIn(method));
        return new SignInOutcome(user, null, await TermsAsync(scope, at)) { SessionId = session.Id };
    }

    internal async Task<SignInOutcome> RefuseAsync(WriteScope scope, UserAccount? user, string refusal, SignInFrom from, DateTimeOffset at)
    {
        var terms = await TermsAsync(scope, at);
        await log.AppendAsync(scope, Context(user, from, at), IdentityEvents.SignInRefused(user?.Id ?? "", refusal));
        if (refusal is SignInOutcome.WrongPassword or SignInOutcome.WrongCode)
        {
            var (failures, lockoutEndMs) = Lockout.AfterFailure(terms, user!.AccessFailedCount, at);
            await UserStore.RecordAttemptAsync(scope, user.Id, failures, lockoutEndMs);
            if (lockoutEndMs is not null)
            {
                await log.AppendAsync(scope, Context(user, from, at), IdentityEvents.AccountChanged(user, "locked"));
            }
        }

        return new SignInOutcome(null, refusal, terms);
    }

    private AuditContext Context(UserAccount? user, SignInFrom from, DateTimeOffset at) => new()
    {
        Actor = user?.ActingFrom(from.Address) ?? Actor.System(city) with { Address = from.Address },
        Purpose = Purpose,
        At = at,
    };
}
