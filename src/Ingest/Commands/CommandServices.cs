using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Transparency.Core;
using Transparency.Core.Agencies;
using Transparency.Core.AuditTrail;

namespace Transparency.Ingest.Commands;

/// <summary>What every command is composed of: appsettings.json beside the program, environment variables, and Core.</summary>
internal static class CommandServices
{
    public static HostApplicationBuilder Builder()
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = AppContext.BaseDirectory });
        builder.Services.AddTransparencyCore(builder.Configuration);
        return builder;
    }

    public static ServiceProvider Build()
    {
        var builder = Builder();
        builder.Logging.ClearProviders();
        return builder.Services.BuildServiceProvider();
    }

    /// <summary>Whoever sits at this machine's console. The machine's account is recorded; it needs no account of ours.</summary>
    public static AuditContext AtTheConsole(this IServiceProvider services, string purpose)
    {
        var city = services.GetRequiredService<CurrentCity>().Get();
        return new AuditContext
        {
            Actor = Actor.System(city) with { UserId = "console", UserName = $"{Environment.UserName} at the console" },
            Purpose = purpose,
            At = services.GetRequiredService<TimeProvider>().GetUtcNow(),
        };
    }
}
