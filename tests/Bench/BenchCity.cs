using System.Diagnostics;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Transparency.Core;
using Transparency.Core.Agencies;
using Transparency.Core.AuditTrail;
using Transparency.Core.Database;
using Transparency.Core.Demonstration;

namespace Transparency.Bench;

/// <summary>The demonstration city in a database of its own, loaded at the first use; what the benches measure on.</summary>
internal sealed class BenchCity(string folder, bool quick) : IAsyncDisposable
{
    private ServiceProvider? _services;

    public bool Quick { get; } = quick;

    public string Folder { get; } = folder;

    /// <summary>Where generated months of reads are kept; given with <c>--data=</c> they are found again by the next run.</summary>
    public required string DataSets { get; init; }

    /// <summary>How many reads a generated month has; null for what the bench itself chooses.</summary>
    public long? Rows { get; init; }

    /// <summary>Where the demonstration camera has to serve its pictures.</summary>
    public int CameraPort { get; } = BenchProgram.FreePort();

    public async Task<IServiceProvider> LoadAsync()
    {
        if (_services is null)
        {
            var configuration = new ConfigurationBuilder()
                .AddInMemoryCollection([new("Transparency:DataFolder", Folder), new("Transparency:Log:MergeDelaySeconds", "2")])
                .Build();
            _services = new ServiceCollection().AddLogging().AddTransparencyCore(configuration).BuildServiceProvider();
            await _services.GetRequiredService<Migrations>().ApplyAsync();
            var start = Stopwatch.GetTimestamp();
            await ActivatorUtilities.CreateInstance<SeedDemonstration>(_services).RunAsync($"http://127.0.0.1:{CameraPort}/video.mjpg");
            Console.WriteLine($"  demonstration city loaded in {Stopwatch.GetElapsedTime(start).TotalSeconds:N0} s");
        }

        return _services;
    }

    /// <summary>The officer of the demonstration, who may search.</summary>
    public static async Task<Actor> OfficerAsync(IServiceProvider services)
    {
        await using var connection = await services.GetRequiredService<SqlDatabase>().OpenAsync();
        var id = await connection.ExecuteScalarAsync<string>("select id from users where user_name = @Name", new { Name = "officer" });
        var city = services.GetRequiredService<City>();
        return new Actor { UserId = id!, UserName = "officer", AgencyId = city.AgencyId, Organisation = city.PoliceName };
    }

    public async ValueTask DisposeAsync()
    {
        if (_services is not null)
        {
            await _services.DisposeAsync();
        }

        SqliteConnection.ClearAllPools();
    }
}
