using Microsoft.AspNetCore.Components;
using Transparency.Core.Agencies;
using Transparency.Portal.Components.Layout;
using Transparency.Portal.Public;
using Transparency.Portal.Public.Log;

namespace Transparency.Portal.Hosting;

/// <summary>What the public pages need: each is rendered here, without a script and without a cookie.</summary>
internal static class PublicSite
{
    public static IServiceCollection AddPublicPages(this IServiceCollection services, IConfiguration configuration) => services
        .AddPublicRecord(configuration)
        .AddTransient(provider => new PublicSurroundReader(cancellation => SurroundAsync(provider, cancellation)));

    private static async Task<PublicSurround> SurroundAsync(IServiceProvider provider, CancellationToken cancellation)
    {
        var city = provider.GetRequiredService<City>();
        var head = await provider.GetRequiredService<NewestHead>().ReadAsync(city, cancellation);
        return new PublicSurround { City = city.Name, Demonstration = city.IsDemonstration, Head = head };
    }

    /// <summary>
    /// Pages outside the staff's folder have no circuit, so the framework is told that they may not have one. Otherwise it would write
    /// state for a circuit into every page, with an antiforgery cookie on every answer. Its marker is not public: a test watches the cookies.
    /// </summary>
    public static TBuilder NoCircuitOutside<TBuilder>(this TBuilder pages, string folder)
        where TBuilder : IEndpointConventionBuilder
    {
        pages.Finally(endpoint =>
        {
            if (StaffSessions.Lies(endpoint, folder))
            {
                return;
            }

            for (var i = 0; i < endpoint.Metadata.Count; i++)
            {
                if (endpoint.Metadata[i].GetType() is { Name: "ConfiguredRenderModesMetadata" } marker)
                {
                    endpoint.Metadata[i] = Activator.CreateInstance(marker, [Array.Empty<IComponentRenderMode>()])!;
                }
            }
        });
        return pages;
    }
}
