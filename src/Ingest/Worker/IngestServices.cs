using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Transparency.Core.Database;
using Transparency.Ingest.Delivery;
using Transparency.Ingest.Feeds;
using Transparency.Ingest.Recognition;

namespace Transparency.Ingest.Worker;

/// <summary>What the worker is composed of, besides Core.</summary>
public static class IngestServices
{
    public static IServiceCollection AddIngest(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = (configuration.GetSection("Transparency:Ingest").Get<IngestSettings>() ?? new IngestSettings()).Checked();
        services.AddSingleton(settings);
        services.AddSingleton(provider => new Spool(new SpoolSettings
        {
            Folder = SpoolFolder.Of(provider.GetRequiredService<DatabaseSettings>()),
            KeyFile = Path.Combine(provider.GetRequiredService<DatabaseSettings>().DataFolder, "keys", "spool.key"),
            Quota = (long)settings.SpoolMegabytes << 20,
        }));
        services.AddSingleton(provider =>
        {
            // The spool makes the folder and keeps a second worker out.
            _ = provider.GetRequiredService<Spool>();
            return new RefusalLedger(SpoolFolder.Of(provider.GetRequiredService<DatabaseSettings>()));
        });
        services.AddSingleton<Deliverer>();
        services.AddSingleton<DetectionWriter>();
        services.AddSingleton<OutageRecorder>();
        services.AddSingleton<IOutageRecord>(provider => provider.GetRequiredService<OutageRecorder>());
        services.AddSingleton(_ => new ReaderPool(() => PlateReader.Load().Read, settings.Readers));
        services.AddSingleton<Func<int, FeedAddress, CameraPipeline>>(provider =>
            (camera, address) => ActivatorUtilities.CreateInstance<CameraPipeline>(provider, camera, address));
        services.AddSingleton<CameraCrew>();
        services.AddHostedService<IngestWorker>();
        return services;
    }
}
