using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Transparency.Core;
using Transparency.Ingest.Worker;

namespace Transparency.Ingest.Tests.Worker;

/// <summary>The worker over a city, composed as the program composes it, with a reader of the test's choice.</summary>
internal sealed class WorkerBench : IAsyncDisposable
{
    public WorkerBench(TestCity city, ReadPlates read)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Transparency:DataFolder", city.Folder)]).Build();
        Services = new ServiceCollection()
            .AddLogging()
            .AddTransparencyCore(configuration)
            .AddIngest(configuration)
            .Replace(ServiceDescriptor.Singleton(new ReaderPool(() => read, 2)))
            .BuildServiceProvider();
    }

    public ServiceProvider Services { get; }

    public IHostedService Worker => Services.GetServices<IHostedService>().OfType<IngestWorker>().Single();

    public async ValueTask DisposeAsync() => await Services.DisposeAsync();
}
