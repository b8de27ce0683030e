using System.Diagnostics;
using System.Globalization;
using Dapper;
using Transparency.Core.AuditTrail;
using Transparency.Core.Database;
using Transparency.Core.Detections;
using Transparency.Core.Retention;

namespace Transparency.Bench.Scale;

/// <summary>
/// The purge of a day while reads arrive and an officer searches: the slowest search, the slowest delivery, and the longest the write-ahead
/// log became.
/// </summary>
internal sealed class ScalePurgeBench(ScaleData data, ScaleCity city, Func<int, Task> search)
{
    // A city of 500 cameras has 39 a second on the mean of a day.
    private const int ArrivingPerSecond = 1000;

    private long _longestLog;

    public async Task<IReadOnlyList<Figure>> RunAsync(long reads)
    {
        var at = await TimeWhenPastAsync(reads);
        var searches = new Samples();
        using var over = new CancellationTokenSource();
        await using var arrivals = Arrivals.Start(city, data.Fleet, ArrivingPerSecond);
        var beside = Task.WhenAll(SearchAsync(searches, over.Token), WatchLogAsync(over.Token));
        var start = Stopwatch.GetTimestamp();
        var run = await city.Get<PurgeExpired>().RunAsync(new AuditContext { Actor = Actor.System(ScaleCity.City), Purpose = "retention", At = at });
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        await over.CancelAsync();
        await beside;
        return
        [
            Figure("reads", run!.Detections / 1e6, "million reads destroyed"),
            Figure("rate", run.Detections / seconds, "reads/s destroyed"),
            Figure("slowest-search", searches.Percentile(1), "ms"),
            Figure("search", searches.P95, "ms p95"),
            Figure("slowest-delivery", arrivals.Deliveries.Percentile(1), "ms"),
            Figure("arriving", arrivals.PerSecond, "reads/s"),
            Figure("write-ahead-log", _longestLog / 1e6, "MB at most"),
        ];
    }

    private async Task SearchAsync(Samples searches, CancellationToken over)
    {
        for (var n = 0; !over.IsCancellationRequested; n++)
        {
            var start = Stopwatch.GetTimestamp();
            await search(n);
            searches.Add(Stopwatch.GetElapsedTime(start));
            await Task.Delay(TimeSpan.FromMilliseconds(100), CancellationToken.None);
        }
    }

    private async Task WatchLogAsync(CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            _longestLog = Math.Max(_longestLog, new FileInfo(city.DatabaseFile + "-wal") is { Exists: true } log ? log.Length : 0);
            await Task.Delay(TimeSpan.FromMilliseconds(20), CancellationToken.None);
        }
    }

    // The moment at which so many of the oldest reads are past retention.
    private async Task<DateTimeOffset> TimeWhenPastAsync(long reads)
    {
        await using var connection = await city.Get<SqlDatabase>().OpenAsync();
        var last = await connection.ExecuteScalarAsync<long>($"select id from detections order by id limit 1 offset {reads.ToString(CultureInfo.InvariantCulture)}");
        return new DetectionId(last).CapturedAt.AddDays(30);
    }

    private Figure Figure(string name, double value, string unit) => new($"search/purge-{name}/{data.Label}", value, unit);
}
