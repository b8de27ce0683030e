using Microsoft.AspNetCore.Components.Authorization;
using Transparency.Core.AuditTrail;
using Transparency.Core.Identity;
using Transparency.Core.Identity.Sessions;

namespace Transparency.Portal.Staff.Account;

/// <summary>Who works in this page or circuit, asked of the account each time: a circuit may outlive the session that opened it.</summary>
public sealed class CurrentStaff(
    AuthenticationStateProvider authentication, UserStore users, SessionStore sessions, IdleCircuit circuit, TimeProvider time)
{
    /// <summary>What a page says when the session is over.</summary>
    public const string SessionOver =
        "Your session has ended, so nothing was done. What you entered is still on this page and is kept: sign in again to go on.";

    /// <summary>The account, or null when the session is over.</summary>
    public async Task<UserAccount?> FindAsync() => (await ReadAsync())?.User;

    /// <summary>Who, why and when, for one act; null when the session is over.</summary>
    public async Task<AuditContext?> ActAsync(string purpose) => await ReadAsync() is var (user, address)
        ? new AuditContext { Actor = user.ActingFrom(address), Purpose = purpose, At = time.GetUtcNow() }
        : null;

    /// <summary>The session's id; empty when nobody is signed in.</summary>
    public async Task<string> SessionIdAsync() => (await authentication.GetAuthenticationStateAsync()).User.SessionId();

    private async Task<(UserAccount User, string Address)?> ReadAsync()
    {
        var principal = (await authentication.GetAuthenticationStateAsync()).User;
        if (principal.UserId() is not { } id || circuit.WasIdleFor(TimeSpan.FromMinutes(principal.IdleLimit())))
        {
            return null;
        }

        var user = await users.FindAsync(id);
        return user is not null && principal.IsStill(user) && await sessions.IsOpenAsync(principal.SessionId(), id)
            ? (user, principal.FromAddress())
            : null;
    }
}
