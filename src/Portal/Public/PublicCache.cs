using Microsoft.AspNetCore.OutputCaching;

namespace Transparency.Portal.Public;

/// <summary>
/// Keeps a public page or download for a few seconds, for everybody alike: public pages know nothing of the reader, so they are
/// answered the same whoever is signed in. Short enough that a passing car is counted within a minute.
/// </summary>
public sealed class PublicCache : IOutputCachePolicy
{
    public const string Name = "public";

    /// <summary>How long a page may be behind.</summary>
    public static readonly TimeSpan Age = TimeSpan.FromSeconds(10);

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var method = context.HttpContext.Request.Method;
        var reads = HttpMethods.IsGet(method) || HttpMethods.IsHead(method);
        context.EnableOutputCaching = true;
        context.AllowCacheLookup = reads;
        context.AllowCacheStorage = reads;
        context.AllowLocking = true;
        context.ResponseExpirationTimeSpan = Age;
        // Only what pages read: other keys in an address must not fill the cache.
        context.CacheVaryByRules.QueryKeys = new(["from", "to"]);
        context.HttpContext.Response.OnStarting(TellBrowsers, context.HttpContext.Response);
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        context.AllowCacheStorage &= IsForEverybody(context.HttpContext.Response);
        return ValueTask.CompletedTask;
    }

    private static bool IsForEverybody(HttpResponse response) =>
        response.StatusCode == StatusCodes.Status200OK && response.Headers.SetCookie.Count == 0;

    private static Task TellBrowsers(object state)
    {
        var response = (HttpResponse)state;
        if (IsForEverybody(response))
        {
            response.Headers.CacheControl = $"public, max-age={(int)Age.TotalSeconds}";
        }

        return Task.CompletedTask;
    }
}
