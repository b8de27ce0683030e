using Transparency.Portal.Hosting;

namespace Transparency.Portal.Staff.Account;

/// <summary>Who signed in by a password alone where a second factor is asked for gets to the page that sets one up, and nowhere else.</summary>
internal static class SecondFactorGate
{
    public const string Page = "/staff/account/second-factor";

    public static IApplicationBuilder UseSecondFactorGate(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var path = context.Request.Path;
        if (!context.User.LacksFactor() || !(SecurityHeaders.IsStaff(path) || path.StartsWithSegments("/_blazor", StringComparison.OrdinalIgnoreCase)) || Allowed(path))
        {
            return next(context);
        }

        context.Response.Redirect(Page);
        return Task.CompletedTask;
    });

    private static bool Allowed(PathString path) =>
        path.StartsWithSegments(Page, StringComparison.OrdinalIgnoreCase)
        || path.StartsWithSegments("/staff/account/passkeys", StringComparison.OrdinalIgnoreCase)
        || path.StartsWithSegments("/staff/session", StringComparison.OrdinalIgnoreCase)
        || path.StartsWithSegments("/staff/sign-out", StringComparison.OrdinalIgnoreCase);
}
