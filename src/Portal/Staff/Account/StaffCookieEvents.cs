using Microsoft.AspNetCore.Authentication.Cookies;
using Transparency.Core.Identity;
using Transparency.Portal.Hosting;

namespace Transparency.Portal.Staff.Account;

/// <summary>
/// Asks the account again with every request, so that a disabled account, an ended session or a new role counts at once. Only staff
/// pages keep the session alive: a public page sets no cookie, whoever reads it.
/// </summary>
public sealed class StaffCookieEvents(UserStore users) : CookieAuthenticationEvents
{
    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var principal = context.Principal!;
        var user = principal.UserId() is { } id ? await users.FindAsync(id, context.HttpContext.RequestAborted) : null;
        if (user is null || !principal.IsStill(user))
        {
            context.RejectPrincipal();
            return;
        }

        var address = context.HttpContext.Connection.RemoteIpAddress?.ToString() ?? "";
        context.ReplacePrincipal(StaffPrincipal.Of(user, address, principal.IdleLimit()));
    }

    public override Task CheckSlidingExpiration(CookieSlidingExpirationContext context)
    {
        context.ShouldRenew = SecurityHeaders.IsStaff(context.HttpContext.Request.Path);
        return Task.CompletedTask;
    }
}
