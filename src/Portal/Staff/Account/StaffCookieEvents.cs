using Microsoft.AspNetCore.Authentication.Cookies;
using Transparency.Core.Identity;
using Transparency.Core.Identity.Sessions;
using Transparency.Portal.Hosting;

namespace Transparency.Portal.Staff.Account;

/// <summary>
/// Asks account and session again with every request, so that a disabled account, an ended session or a new role counts at once. Only
/// staff pages keep the session alive: a public page sets no cookie, whoever reads it.
/// </summary>
public sealed class StaffCookieEvents(UserStore users, SessionStore sessions, TimeProvider time) : CookieAuthenticationEvents
{
    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var (principal, cancellation) = (context.Principal!, context.HttpContext.RequestAborted);
        var user = principal.UserId() is { } id ? await users.FindAsync(id, cancellation) : null;
        if (user is null || !principal.IsStill(user) || !await sessions.IsOpenAsync(principal.SessionId(), user.Id, cancellation))
        {
            context.RejectPrincipal();
            return;
        }

        if (SecurityHeaders.IsStaff(context.HttpContext.Request.Path))
        {
            await sessions.SeenAsync(principal.SessionId(), time.GetUtcNow(), cancellation);
        }

        var address = context.HttpContext.Connection.RemoteIpAddress?.ToString() ?? "";
        context.ReplacePrincipal(StaffPrincipal.Of(user, principal.SessionId(), address, principal.IdleLimit(), principal.LacksFactor()));
    }

    public override Task CheckSlidingExpiration(CookieSlidingExpirationContext context)
    {
        context.ShouldRenew = SecurityHeaders.IsStaff(context.HttpContext.Request.Path);
        return Task.CompletedTask;
    }
}
