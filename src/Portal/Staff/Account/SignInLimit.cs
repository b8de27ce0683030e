using System.Threading.RateLimiting;
using Transparency.Portal.Hosting;

namespace Transparency.Portal.Staff.Account;

/// <summary>
/// So many attempts a minute from one network address, whatever accounts they name: accounts lock one by one, this stops whoever tries one
/// password on all of them. Counts in this process, by the machine's own clock.
/// </summary>
internal static class SignInLimit
{
    private const int AttemptsAMinute = 30;

    public static IServiceCollection AddSignInLimit(this IServiceCollection services) => services.AddRateLimiter(options =>
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = async (context, cancellation) =>
        {
            context.HttpContext.Response.ContentType = "text/plain; charset=utf-8";
            context.HttpContext.Response.Headers.RetryAfter = "60";
            await context.HttpContext.Response.WriteAsync("Too many attempts from this address. Wait a minute and try again.\n", cancellation);
        };
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => IsAttempt(context.Request)
            ? RateLimitPartition.GetFixedWindowLimiter(
                context.Connection.RemoteIpAddress?.ToString() ?? "",
                _ => new FixedWindowRateLimiterOptions { PermitLimit = AttemptsAMinute, Window = TimeSpan.FromMinutes(1) })
            : RateLimitPartition.GetNoLimiter(""));
    });

    private static bool IsAttempt(HttpRequest request) => HttpMethods.IsPost(request.Method)
        && (Under(request, StaffSessions.SignInPath) || Under(request, "/staff/invitation") || Under(request, "/staff/set-up"));

    private static bool Under(HttpRequest request, string path) => request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase);
}
