using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Transparency.Core.Agencies;
using Transparency.Core.AuditTrail;
using Transparency.Core.Database;

namespace Transparency.Core;

/// <summary>
/// What every process of the system is composed of. Stores and queries are singletons; use cases, and whatever else holds the
/// <see cref="City"/>, are transient, so that a process may start before the city is set up. Hosted services (the purge, the keeper
/// of the log) are added by the process that runs them.
/// </summary>
public static class CoreServices
{
    public static IServiceCollection AddTransparencyCore(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = configuration.GetSection("Transparency").Get<DatabaseSettings>() ?? new DatabaseSettings();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(settings);
        services.AddSingleton(settings.Open());
        services.AddSingleton<Migrations>();
        services.AddSingleton<CurrentCity>();
        services.AddTransient(provider => provider.GetRequiredService<CurrentCity>().Get());
        services.AddTransient<AuditLog>();
        services.AddSingleton<CityStore>();
        services.AddSingleton<AgencyStore>();
        return services;
    }
}
