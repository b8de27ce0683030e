using System.Collections.Concurrent;
using System.Diagnostics;
using Transparency.Bench.Scale;
using Transparency.Core.Alerts;
using Transparency.Core.Database;
using Transparency.Core.Detections;
using Transparency.Core.HotLists;

namespace Transparency.Bench;

/// <summary>
/// From a listed car's read being handed over for delivery to the alert being there for a portal that asks as often as the board does, in
/// the midst of other traffic and with a million entries listed.
/// </summary>
internal static class AlertsBench
{
    private const int Entries = 1_000_000;
    private static readonly TimeSpan BoardAsks = TimeSpan.FromMilliseconds(400);

    public static async Task<IReadOnlyList<Figure>> RunAsync(BenchCity city)
    {
        await using var lists = new ScaleCity(Path.Combine(city.Folder, "alerts"), ScaleData.End);
        await lists.CreateAsync(cameras: 10);
        await ListAsync(lists);
        await using (var connection = await lists.Get<SqlDatabase>().OpenAsync())
        {
            // Long since loaded by a worker that is running.
            await lists.Get<HotListMatcher>().RefreshAsync(connection, null);
        }

        var waiting = new ConcurrentDictionary<long, long>();
        var samples = new Samples();
        using var over = new CancellationTokenSource();
        var board = BoardAsync(lists, waiting, samples, over.Token);
        await using (Arrivals.Start(lists, new Fleet(Entries, 10), 500))
        {
            for (var n = 0; n < (city.Quick ? 50 : 200); n++)
            {
                await PassAsync(lists, n, waiting);
                await Task.Delay(TimeSpan.FromMilliseconds(130 + (n % 7 * 20)));
            }

            await Task.Delay(TimeSpan.FromSeconds(2));
        }

        await over.CancelAsync();
        await board;
        return waiting.IsEmpty
            ?
            [
                new("alerts/car-to-board", samples.Median, "ms median"),
                new("alerts/car-to-board-p95", samples.P95, "ms p95"),
                new("alerts/car-to-board-slowest", samples.Percentile(1), "ms"),
            ]
            : throw new InvalidOperationException($"{waiting.Count} alerts never reached the board.");
    }

    private static async Task PassAsync(ScaleCity lists, int n, ConcurrentDictionary<long, long> waiting)
    {
        var id = DetectionId.Create(lists.Now, 1000, n % DetectionId.Sequences);
        waiting[id.Value] = Stopwatch.GetTimestamp();
        var outcome = await lists.Get<DeliverDetections>().RunAsync(
            [new NewDetection { Id = id, Plate = Fleet.Plate(Listed(n)), Camera = 1 + (n % 10), Confidence = 0.99 }]);
        if (outcome.Alerts.Count == 0)
        {
            throw new InvalidOperationException("A listed car raised no alert.");
        }
    }

    // Asks as the board does: by a connection of its own, again and again.
    private static async Task BoardAsync(
        ScaleCity lists, ConcurrentDictionary<long, long> waiting, Samples samples, CancellationToken over)
    {
        var alerts = lists.Get<AlertStore>();
        while (!over.IsCancellationRequested)
        {
            foreach (var alert in await alerts.OpenAsync(rows: 500, CancellationToken.None))
            {
                if (waiting.TryRemove(alert.DetectionId, out var start))
                {
                    samples.Add(Stopwatch.GetElapsedTime(start));
                }
            }

            await Task.Delay(BoardAsks, CancellationToken.None);
        }
    }

    // Beyond the vehicles of the other traffic, so that only these raise alerts.
    private static int Listed(int n) => 10_000_000 + n;

    private static Task ListAsync(ScaleCity lists) => lists.Get<SqlDatabase>().WriteAsync(async scope =>
    {
        await HotListStore.AddAsync(scope, new HotList
        {
            Id = "list",
            Name = "Stolen vehicles",
            Source = "State",
            Kind = HotListKind.StolenVehicle,
            RefreshedMs = 0,
            IsEnabled = true,
        });
        await lists.Get<HotListStore>().AddEntriesAsync(scope, Enumerable.Range(0, Entries).Select(n => new HotListEntry
        {
            Id = $"entry-{n}",
            ListId = "list",
            Plate = Fleet.Plate(Listed(n)),
            State = "CA",
            Reason = "stolen",
            AddedMs = 0,
        }));
    });
}
