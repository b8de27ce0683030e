namespace Transparency.Portal.Hosting;

/// <summary>Section <c>Transparency</c> of the configuration, as far as it concerns how the portal is reached.</summary>
public sealed record PortalSettings
{
    /// <summary>
    /// True serves plain HTTP, for the demonstration and for development on one machine. Otherwise requests are sent on to HTTPS, browsers are
    /// told to stay there, and the session cookie never travels without it.
    /// </summary>
    public bool AllowHttp { get; init; }

    /// <summary>Addresses of the reverse proxies whose X-Forwarded-For and X-Forwarded-Proto are believed; nobody else's are.</summary>
    public IReadOnlyList<string> Proxies { get; init; } = [];

    public static PortalSettings From(IConfiguration configuration) =>
        configuration.GetSection("Transparency").Get<PortalSettings>() ?? new PortalSettings();
}
