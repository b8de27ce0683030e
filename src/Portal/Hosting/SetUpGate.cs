using Transparency.Core.Agencies;

namespace Transparency.Portal.Hosting;

internal static class SetUpGate
{
    /// <summary>Before the city is set up there is nothing true to show: every page says so and nothing else.</summary>
    public static IApplicationBuilder UseSetUpGate(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var city = context.RequestServices.GetRequiredService<CurrentCity>();
        if (context.Request.Path == "/healthz" || IsSetUp(context.Request.Path) || await city.FindAsync(context.RequestAborted) is not null)
        {
            await next(context);
            return;
        }

        if (SecurityHeaders.IsStaff(context.Request.Path))
        {
            context.Response.Redirect("/staff/set-up");
            return;
        }

        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.ContentType = "text/plain; charset=utf-8";
        await context.Response.WriteAsync("This city has not been set up yet. There is nothing to show until it is.\n", context.RequestAborted);
    });

    // The page that sets the city up, and what it looks like.
    private static bool IsSetUp(PathString path) =>
        path == "/staff/set-up" || path.StartsWithSegments("/css") || path.StartsWithSegments("/_content") || path.StartsWithSegments("/js")
        || path.StartsWithSegments("/_framework") || path.Value!.StartsWith("/favicon", StringComparison.Ordinal);
}
