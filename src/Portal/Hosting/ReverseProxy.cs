using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace Transparency.Portal.Hosting;

internal static class ReverseProxy
{
    /// <summary>Believes forwarded addresses from the named proxies only; with none named, from nobody (not even this machine).</summary>
    public static IApplicationBuilder UseNamedProxies(this IApplicationBuilder app, PortalSettings settings)
    {
        if (settings.Proxies.Count == 0)
        {
            return app;
        }

        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in settings.Proxies)
        {
            options.KnownProxies.Add(IPAddress.TryParse(proxy, out var address)
                ? address
                : throw new InvalidOperationException($"Transparency:Proxies must be network addresses; \"{proxy}\" is not one."));
        }

        return app.UseForwardedHeaders(options);
    }
}
