using System.Diagnostics;
using System.Globalization;
using Dapper;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Transparency.Audit.Merkle;
using Transparency.Audit.Tiles;
using Transparency.Audit.Verification;
using Transparency.Core;
using Transparency.Core.Agencies;
using Transparency.Core.AuditTrail;
using Transparency.Core.Database;
using Transparency.Core.Demonstration;
using Transparency.Portal.Log;

namespace Transparency.Bench;

/// <summary>Appending, the way to a checkpoint, proofs, verification and serving, each on a log of its own.</summary>
internal static class LogBench
{
    public static async Task<IReadOnlyList<Figure>> RunAsync(BenchCity city)
    {
        var folder = Path.Combine(city.Folder, "log-bench");
        await using var app = await StartAsync(folder);
        return
        [
            .. await AppendAsync(app.Services, folder, city.Quick ? 4_000 : 20_000),
            .. await ServeAsync(app, city.Quick ? 1_000 : 10_000),
            await ProveAsync(app.Services, city.Quick ? 1_000_000 : 10_000_000),
            .. await VerifyAsync(Path.Combine(folder, "published"), city.Quick ? 100_000 : 1_000_000),
        ];
    }

    private static async Task<WebApplication> StartAsync(string folder)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration["Transparency:DataFolder"] = folder;
        builder.Configuration["Urls"] = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{BenchProgram.FreePort()}");
        builder.Configuration["Logging:LogLevel:Default"] = "Warning";
        builder.Services.AddTransparencyCore(builder.Configuration);
        var app = builder.Build();
        app.MapLog();
        await app.Services.GetRequiredService<Migrations>().ApplyAsync();
        await app.Services.GetRequiredService<SqlDatabase>().WriteAsync(write => CityStore.AddAsync(write, SeedDemonstration.City));
        await app.Services.GetRequiredService<OpenLog>().RunAsync(TimeProvider.System.GetUtcNow());
        await app.StartAsync();
        return app;
    }

    private static async Task<IReadOnlyList<Figure>> AppendAsync(IServiceProvider services, string folder, int entries)
    {
        var now = TimeProvider.System.GetUtcNow();
        var context = new AuditContext { Actor = Actor.System(services.GetRequiredService<City>()), Purpose = "hit-and-run", At = now };
        var database = services.GetRequiredService<SqlDatabase>();
        var log = services.GetRequiredService<AuditLog>();
        async Task<TimeSpan> AppendInAsync(int transaction)
        {
            var start = Stopwatch.GetTimestamp();
            for (var i = 0; i < entries / transaction; i++)
            {
                await database.WriteAsync(async scope =>
                {
                    for (var j = 0; j < transaction; j++)
                    {
                        await log.AppendAsync(scope, context, BenchEntries.Search());
                    }
                });
            }
            return Stopwatch.GetElapsedTime(start);
        }

        await AppendInAsync(100); // the first round compiles
        var before = new FileInfo(Path.Combine(folder, "transparency.db")).Length;
        var together = await AppendInAsync(100);
        await database.WriteAsync(scope => scope.Connection.ExecuteScalarAsync<long>("select 1", transaction: scope.Transaction));
        var after = Directory.GetFiles(folder, "transparency.db*").Sum(file => new FileInfo(file).Length);
        var alone = await AppendInAsync(1);
        var start = Stopwatch.GetTimestamp();
        await LogKeeper.RunOnceAsync(services, TimeSpan.Zero, now.AddMinutes(1), CancellationToken.None);
        var published = Stopwatch.GetElapsedTime(start);
        return
        [
            new("log/append/100-a-transaction", entries / together.TotalSeconds, "entries/s"),
            new("log/append/1-a-transaction", entries / alone.TotalSeconds, "entries/s"),
            new("log/entry/database-growth", Math.Max(0, after - before) / (double)entries, "bytes"),
            new($"log/checkpoint-after-{3 * entries}-entries", published.TotalSeconds, "s"),
            new("log/sequence-and-sign", 3 * entries / published.TotalSeconds, "entries/s"),
        ];
    }

    private static async Task<IReadOnlyList<Figure>> ServeAsync(WebApplication app, int requests)
    {
        const int Readers = 4;
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        async Task<Figure> MeasureAsync(string name, string path)
        {
            await http.GetByteArrayAsync(new Uri(path, UriKind.Relative));
            var start = Stopwatch.GetTimestamp();
            await Parallel.ForAsync(0, requests, new ParallelOptions { MaxDegreeOfParallelism = Readers }, async (_, cancellation) =>
                await http.GetByteArrayAsync(new Uri(path, UriKind.Relative), cancellation));
            return new Figure(name, requests / Stopwatch.GetElapsedTime(start).TotalSeconds, "files/s");
        }

        return
        [
            await MeasureAsync("log/serve/tile", "/log/tile/0/000"),
            await MeasureAsync("log/serve/bundle", "/log/tile/entries/000"),
            await MeasureAsync("log/serve/checkpoint", "/log/checkpoint"),
        ];
    }

    // A tree of hashes, its tiles in the database, and proofs of entries all over it; each proof reads its tiles anew.
    private static async Task<Figure> ProveAsync(IServiceProvider services, int size)
    {
        var database = services.GetRequiredService<SqlDatabase>();
        var tiles = new List<TileFile>();
        var edge = new TreeEdge { TileFilled = (tile, hashes) => tiles.Add(new TileFile(tile with { Level = tile.Level + 40 }, TileHashes.Write(hashes))) };
        Span<byte> leaf = stackalloc byte[Hash256.Size];
        for (var i = 0; i < size; i++)
        {
            BitConverter.TryWriteBytes(leaf, i);
            edge.Append(new Hash256(leaf));
        }
        foreach (var tile in Tile.PartialEdge(size).Where(tile => tile.Level >= 0))
        {
            tiles.Add(new TileFile(tile with { Level = tile.Level + 40 }, TileHashes.Write(edge.Partial(tile.Level))));
        }
        await database.WriteAsync(write => TileStore.WriteAsync(database, write, 0, tiles, CancellationToken.None));
        tiles.Clear();
        await using var connection = await database.OpenAsync();
        const int Proofs = 200;
        var slowest = new List<double>(Proofs);
        for (var i = 0; i < Proofs; i++)
        {
            var start = Stopwatch.GetTimestamp();
            await new TreeProofs(size, async tile => (await TileStore.ReadAsync(connection, tile with { Level = tile.Level + 40 }))!)
                .InclusionAsync((long)i * size / Proofs);
            slowest.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        slowest.Sort();
        return new Figure($"log/proof/{size / 1_000_000}M", slowest[(int)(Proofs * 0.95)], "ms p95");
    }

    private static async Task<IReadOnlyList<Figure>> VerifyAsync(string folder, int entries)
    {
        var log = new SyntheticLog(folder);
        log.Write(entries);
        var process = Process.GetCurrentProcess();
        var busy = process.TotalProcessorTime;
        var start = Stopwatch.GetTimestamp();
        var report = await new LogVerifier(log.ReadAsync).VerifyAsync(new VerifyRequest { Key = log.Key });
        var elapsed = Stopwatch.GetElapsedTime(start);
        process.Refresh();
        if (!report.Holds || report.Entries != entries)
        {
            throw new InvalidOperationException($"The log does not verify: {report.Problems[0]}");
        }
        var name = entries >= 1_000_000 ? $"{entries / 1_000_000}M" : $"{entries / 1_000}k";
        return
        [
            new($"log/verify/{name}/elapsed", elapsed.TotalSeconds, "s"),
            new($"log/verify/{name}/processor", (process.TotalProcessorTime - busy).TotalSeconds, "s"),
            new("log/entry/published", log.Bytes / (double)entries, "bytes"),
        ];
    }
}
