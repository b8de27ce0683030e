using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

[assembly: AssemblyFixture(typeof(Transparency.Portal.Tests.Browser.BrowserFixture))]

namespace Transparency.Portal.Tests.Host;

/// <summary>
/// The whole portal, listening on a port of its own, over a fresh SQLite database that holds the city of <see cref="SampleCity"/>. The
/// clock stands at noon (in the city) of 22 November 2026 until a test moves it.
/// </summary>
public class PortalFixture : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("transparency-").FullName;
    private readonly Factory _factory;

    public PortalFixture() => _factory = new Factory(_folder, Clock);

    public TestClock Clock { get; } = new(SampleCity.SetUp);

    /// <summary>The portal's address, "http://127.0.0.1:40123/".</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1/");

    /// <summary>Everything of <c>CoreServices</c>, as the portal has it.</summary>
    public IServiceProvider Services => _factory.Services;

    public async ValueTask InitializeAsync()
    {
        _factory.UseKestrel(0);
        _factory.StartServer();
        Address = new Uri(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        await FillAsync();
    }

    /// <summary>The records the portal shows; another fixture may have others.</summary>
    protected virtual Task FillAsync() => SampleCity.FillAsync(Services, Clock);

    /// <summary>A browser without script: keeps cookies, does not follow redirects.</summary>
    public HttpClient CreateClient() =>
        new(new HttpClientHandler { AllowAutoRedirect = false }, disposeHandler: true) { BaseAddress = Address };

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        await _factory.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    private sealed class Factory(string folder, TestClock clock) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseSetting("Transparency:DataFolder", folder);
            builder.UseSetting("Transparency:AllowHttp", "true");
            builder.UseSetting("Logging:LogLevel:Default", "Warning");
            builder.ConfigureServices(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock)));
        }
    }
}
