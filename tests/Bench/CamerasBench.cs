using System.Diagnostics;
using System.Globalization;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Transparency.Core.Cameras;
using Transparency.Core.Database;
using Transparency.Ingest.Tracking;

namespace Transparency.Bench;

/// <summary>
/// How many cameras of 720p at 15 frames a second one worker sustains: N streams over HTTP, an ffmpeg each, motion gate, reading,
/// tracking, spool and database, as <c>./run</c> starts them. The processor time is the worker's and its decoders' own, so that it means
/// something on a busy machine too.
/// </summary>
internal static class CamerasBench
{
    private const double MostMissed = .01;

    private static readonly int[] Quick = [4];
    private static readonly int[] Whole = [4, 8, 12, 16, 20];
    private static readonly TimeSpan Spread = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan AfterTheEnd = TimeSpan.FromSeconds(8);

    public static async Task<IReadOnlyList<Figure>> RunAsync(BenchCity city)
    {
        var services = await city.LoadAsync();
        var time = services.GetRequiredService<TimeProvider>();
        var video = await StreetVideo.RenderAsync(TimeSpan.FromSeconds(city.Quick ? 30 : 60), time.GetUtcNow());
        var (figures, sustained, cores) = (new List<Figure>(), 0, 0.0);
        foreach (var (run, cameras) in (city.Quick ? Quick : Whole).Index())
        {
            var result = await RunAsync(city, services, video, cameras, 1000 * (run + 1));
            figures.AddRange(result.Figures);
            (sustained, cores) = (result.Missed < MostMissed ? cameras : sustained, result.Cores / cameras);
            if (result.Missed >= MostMissed)
            {
                break;
            }
        }

        return [.. figures, new("cameras/sustained", sustained, "cameras"), new("cameras/of-two-cores", 2 / cores, "cameras by processor time")];
    }

    private static async Task<(IReadOnlyList<Figure> Figures, double Missed, double Cores)> RunAsync(
        BenchCity city, IServiceProvider services, StreetVideo video, int cameras, int first)
    {
        var database = services.GetRequiredService<SqlDatabase>();
        await using var server = await StreamServer.StartAsync(video, Spread, cameras);
        await AddCamerasAsync(database, server.Urls.First(), first, cameras);
        Dictionary<int, (double Seconds, double Megabytes)> used = [];
        var start = Stopwatch.GetTimestamp();
        using (var worker = BenchProgram.Start(city.Folder, "ingest/Transparency.Ingest.dll", "worker"))
        {
            while (Stopwatch.GetElapsedTime(start) < video.Length + Spread + AfterTheEnd)
            {
                await Task.Delay(TimeSpan.FromSeconds(1));
                foreach (var (id, use) in ProcessTree.Of(worker.Id))
                {
                    used[id] = (use.Seconds, Math.Max(use.Megabytes, used.GetValueOrDefault(id).Megabytes));
                }
            }
        }

        var (missed, exact, doubled) = await CompareAsync(database, video, first, cameras);
        var reports = await services.GetRequiredService<CameraReportStore>().ListAsync();
        var dropped = reports.Where(report => report.Camera >= first && report.Camera < first + cameras).Select(report => report.FramesDropped).ToList();
        var cores = used.Values.Sum(use => use.Seconds) / video.Length.TotalSeconds;
        var name = string.Create(CultureInfo.InvariantCulture, $"cameras/{cameras}");
        return (
            [
                new($"{name}/missed", missed * 100, "% of vehicles"),
                new($"{name}/exact", exact * 100, "% of those found"),
                new($"{name}/doubled", doubled * 100, "% of vehicles"),
                new($"{name}/given-up", dropped.DefaultIfEmpty(0).Average(), "frames a camera"),
                new($"{name}/processor", cores, "cores"),
                new($"{name}/memory", used.Values.Sum(use => use.Megabytes) / cameras, "MB a camera"),
                new($"{name}/load", Load(), "load of the whole machine"),
            ],
            missed,
            cores);
    }

    private static Task AddCamerasAsync(SqlDatabase database, string address, int first, int count) => database.WriteAsync(async scope =>
    {
        await scope.Connection.ExecuteAsync("update cameras set status = 'paused'", transaction: scope.Transaction);
        for (var i = 0; i < count; i++)
        {
            await scope.Connection.ExecuteAsync(
                """
                insert into cameras (number, name, area_id, kind, facing, feed, status, approval_id, created_ms, live_ms)
                select @Number, @Name, area_id, 'fixed', facing, @Feed, 'live', approval_id, created_ms, live_ms from cameras where number = 1
                """,
                new { Number = first + i, Name = $"Bench {first + i}", Feed = $"{address}/{i + 1}" },
                scope.Transaction);
        }
    });

    private static async Task<(double Missed, double Exact, double Doubled)> CompareAsync(SqlDatabase database, StreetVideo video, int first, int cameras)
    {
        await using var connection = await database.OpenAsync();
        var (found, exact, doubled) = (0, 0, 0);
        for (var camera = first; camera < first + cameras; camera++)
        {
            var stored = (await connection.QueryAsync<string>(
                "select p.text from detections d join plates p on p.plate_id = d.plate_id where d.camera = @camera", new { camera })).ToList();
            foreach (var plate in video.Plates)
            {
                var like = stored.Count(other => TextAlignment.Distance(other, plate) <= 2);
                found += like > 0 ? 1 : 0;
                exact += stored.Contains(plate) ? 1 : 0;
                doubled += Math.Max(0, like - 1);
            }
        }

        double all = video.Plates.Count * cameras;
        return (1 - (found / all), exact / Math.Max(1.0, found), doubled / all);
    }

    private static double Load() => double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture);
}
