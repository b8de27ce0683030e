using System.Globalization;
using System.Net.Http.Json;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Transparency.Core.Database;
using Transparency.Core.Detections;

namespace Transparency.Bench;

/// <summary>
/// From the moment a vehicle of the demonstration camera leaves the readable part of the picture to its row in the database: camera,
/// HTTP, ffmpeg, reading, tracking (which waits for the vehicle to come back), spool and delivery, in three processes.
/// </summary>
internal static class LatencyBench
{
    public static async Task<IReadOnlyList<Figure>> RunAsync(BenchCity city)
    {
        var services = await city.LoadAsync();
        var time = services.GetRequiredService<TimeProvider>();
        var port = city.CameraPort.ToString(CultureInfo.InvariantCulture);
        using var camera = BenchProgram.Start(city.Folder, "ingest/Transparency.Ingest.dll", "demo-camera", "--port", port);
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        await camera.AnswersAsync(client, "/picture.jpg");
        using var worker = BenchProgram.Start(city.Folder, "ingest/Transparency.Ingest.dll", "worker");
        var stored = await WatchAsync(services.GetRequiredService<SqlDatabase>(), time, TimeSpan.FromSeconds(city.Quick ? 45 : 120));
        var passed = await client.GetFromJsonAsync<List<Passed>>(new Uri("/now.json", UriKind.Relative));
        var samples = new Samples();
        var matched = 0;
        foreach (var vehicle in passed!)
        {
            if (stored.TryGetValue(vehicle.Plate, out var at) && at > vehicle.LeftAt)
            {
                samples.Add(at - vehicle.LeftAt);
                matched++;
            }
        }

        return matched == 0
            ? throw new InvalidOperationException("No vehicle of the demonstration camera was stored.")
            : [new("latency/leaving-to-database", samples.Median / 1000, "s median"), new("latency/vehicles", matched, "vehicles measured")];
    }

    // When each plate of camera 1 was first seen in the database.
    private static async Task<Dictionary<string, DateTimeOffset>> WatchAsync(SqlDatabase database, TimeProvider time, TimeSpan duration)
    {
        var seen = new Dictionary<string, DateTimeOffset>();
        var start = time.GetUtcNow();
        await using var connection = await database.OpenAsync();
        while (time.GetUtcNow() - start < duration)
        {
            var plates = await connection.QueryAsync<string>(
                """
                select p.text from detections d join plates p on p.plate_id = d.plate_id where d.camera = 1 and d.id >= @Floor
                """,
                new { Floor = DetectionId.Floor(start).Value });
            foreach (var plate in plates)
            {
                seen.TryAdd(plate, time.GetUtcNow());
            }

            await Task.Delay(50);
        }

        return seen;
    }

    private sealed record Passed(string Plate, DateTimeOffset LeftAt);
}
