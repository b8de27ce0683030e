using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Transparency.Core;
using Transparency.Core.Agencies;
using Transparency.Core.AuditTrail;
using Transparency.Core.Database;
using Transparency.Portal.Log;
using Transparency.Verify;

namespace Transparency.Portal.Tests.Log;

public sealed class LogEndpointsTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("transparency-").FullName;
    private WebApplication _app = null!;
    private HttpClient _http = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration["Transparency:DataFolder"] = _folder;
        builder.WebHost.UseTestServer();
        builder.Services.AddTransparencyCore(builder.Configuration);
        _app = builder.Build();
        _app.MapLog();
        await _app.Services.GetRequiredService<Migrations>().ApplyAsync(Cancellation);
        var city = new City
        {
            Name = "Marisol Bay, California (fictional)",
            PoliceName = "Marisol Bay Police Department",
            AgencyId = "marisol-bay-pd",
            TimeZone = "America/Los_Angeles",
            LogOrigin = "marisol-bay.example/log",
            IsDemonstration = false,
        };
        await _app.Services.GetRequiredService<SqlDatabase>().WriteAsync(write => CityStore.AddAsync(write, city), Cancellation);
        var start = new DateTimeOffset(2026, 11, 20, 20, 0, 0, TimeSpan.Zero);
        foreach (var hour in Enumerable.Range(0, 40))
        {
            await LogKeeper.RunOnceAsync(_app.Services, TimeSpan.FromHours(1), start.AddHours(hour), Cancellation);
        }
        await _app.StartAsync(Cancellation);
        _http = _app.GetTestClient();
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData("/log/checkpoint", "text/plain; charset=utf-8", "no-cache")]
    [InlineData("/log/key", "text/plain; charset=utf-8", "public, max-age=300")]
    [InlineData("/log/tile/0/000.p/1", "application/octet-stream", "public, max-age=31536000, immutable")]
    [InlineData("/log/tile/entries/000.p/1", "application/octet-stream", "public, max-age=31536000, immutable")]
    [InlineData("/log/disclosures/2026-11-20.json", "application/json", "public, max-age=300")]
    [InlineData("/log/schema/", "application/json", "public, max-age=300")]
    [InlineData("/log/schema/search.json", "application/json", "public, max-age=300")]
    public async Task Each_file_has_its_type_and_its_time_in_caches_and_any_site_may_read_it(string path, string type, string caching)
    {
        using var response = await _http.GetAsync(path, Cancellation);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(type, response.Content.Headers.ContentType!.ToString());
        Assert.Equal(Parts(caching), Parts(response.Headers.CacheControl!.ToString()));
        Assert.Equal(["*"], response.Headers.GetValues("Access-Control-Allow-Origin"));

        using var head = await _http.SendAsync(new HttpRequestMessage(HttpMethod.Head, path), Cancellation);
        Assert.Equal((HttpStatusCode.OK, response.Content.Headers.ContentLength), (head.StatusCode, head.Content.Headers.ContentLength));
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(Cancellation));
    }

    [Theory]
    [InlineData("/log/tile/0/000")]
    [InlineData("/log/tile/0/000.p/2")]
    [InlineData("/log/tile/0/000.p/1/")]
    [InlineData("/log/tile/0/0")]
    [InlineData("/log/tile/0/x000/000.p/1")]
    [InlineData("/log/tile/1/000.p/1")]
    [InlineData("/log/tile/entries/001.p/1")]
    [InlineData("/log/tile/")]
    [InlineData("/log/disclosures/2026-11-21.json")]
    [InlineData("/log/disclosures/2026-11-20.JSON")]
    [InlineData("/log/disclosures/..%2F..%2Fkeys%2Flog.key")]
    [InlineData("/log/schema/no-such-act.json")]
    public async Task What_is_not_there_is_not_found_not_redirected_and_not_cached(string path)
    {
        using var response = await _http.GetAsync(path, Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.True(response.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task Nothing_but_reading_is_allowed()
    {
        using var response = await _http.PostAsync("/log/checkpoint", null, Cancellation);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(["GET", "HEAD"], response.Content.Headers.Allow.Order());
    }

    [Fact]
    public async Task The_log_verifies_from_outside()
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var verify = new VerifyCommand(output, error, TimeProvider.System, _http);
        Assert.Equal(ExitCode.EverythingHolds, await verify.RunAsync(["verify", "http://localhost"], Cancellation));
        Assert.Contains("4 values published for 1 days", output.ToString(), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Parts(string caching) => caching.Split(", ").Order(StringComparer.Ordinal);
}
