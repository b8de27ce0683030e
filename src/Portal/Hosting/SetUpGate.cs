using Transparency.Core.Agencies;

namespace Transparency.Portal.Hosting;

internal static class SetUpGate
{
    /// <summary>Before the city is set up there is nothing true to show: every page says so and nothing else.</summary>
    public static IApplicationBuilder UseSetUpGate(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var city = context.RequestServices.GetRequiredService<CurrentCity>();
        if (context.Request.Path == "/healthz" || await city.FindAsync(context.RequestAborted) is not null)
        {
            await next(context);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.ContentType = "text/plain; charset=utf-8";
        await context.Response.WriteAsync("This city has not been set up yet. There is nothing to show until it is.\n", context.RequestAborted);
    });
}
