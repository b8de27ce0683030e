using Microsoft.AspNetCore.Authentication;
using Transparency.Core.Agencies;
using Transparency.Core.Identity;
using Transparency.Core.Identity.SecondFactors;

namespace Transparency.Portal.Staff.Account;

/// <summary>Gives the browser the cookie of a session that a use case has opened.</summary>
public sealed class StaffSignIn(SecondFactorStore factors, City city, TimeProvider time)
{
    public static SignInFrom From(HttpContext context) => new(
        context.Connection.RemoteIpAddress?.ToString() ?? "", SignInFrom.DeviceOf(context.Request.Headers.UserAgent.ToString()));

    /// <param name="context">The browser's request.</param>
    /// <param name="outcome">A sign-in that succeeded.</param>
    public async Task OpenAsync(HttpContext context, SignInOutcome outcome)
    {
        var user = outcome.User!;
        await SignInAsync(context, user, outcome.SessionId!, outcome.Terms.SessionIdleMinutes, await LacksFactorAsync(user, context.RequestAborted));
    }

    /// <summary>The same session, now that its user has set a second factor up.</summary>
    public Task RenewAsync(HttpContext context, UserAccount user) =>
        SignInAsync(context, user, context.User.SessionId(), context.User.IdleLimit(), lacksFactor: false);

    // The demonstration's sign-ins are on the start page for everybody: a second factor would protect nothing.
    private async Task<bool> LacksFactorAsync(UserAccount user, CancellationToken cancellation) =>
        !city.IsDemonstration && !(await factors.SummaryAsync(user.Id, cancellation)).Any;

    private Task SignInAsync(HttpContext context, UserAccount user, string sessionId, int idle, bool lacksFactor) => context.SignInAsync(
        StaffPrincipal.Of(user, sessionId, From(context).Address, idle, lacksFactor),
        new AuthenticationProperties { ExpiresUtc = time.GetUtcNow().AddMinutes(idle), AllowRefresh = true });
}
