using System.Diagnostics;
using Dapper;
using Transparency.Bench.Scale;
using Transparency.Core.Database;
using Transparency.Core.Detections;
using Transparency.Core.HotLists;
using Transparency.Core.Searches;

namespace Transparency.Bench;

/// <summary>
/// A million entries compared with reads, look-alikes included; how long a change of the lists takes to be loaded; and what deliveries cost
/// beside it. The peer is the query a delivery would make: one indexed look-up of the plate in the same table.
/// </summary>
internal static class HotListBench
{
    private const int Entries = 1_000_000;
    private const int Reads = 1_000_000;

    public static async Task<IReadOnlyList<Figure>> RunAsync(BenchCity city)
    {
        var folder = Path.Combine(city.Folder, "hot-lists");
        await using var lists = new ScaleCity(folder, ScaleData.End);
        await lists.CreateAsync(cameras: 10);
        var import = await ImportAsync(lists);
        var start = Stopwatch.GetTimestamp();
        await using var connection = await lists.Get<SqlDatabase>().OpenAsync();
        var index = await lists.Get<HotListMatcher>().RefreshAsync(connection, null);
        var load = Stopwatch.GetElapsedTime(start).TotalSeconds;
        var plates = Enumerable.Range(0, Reads).Select(n => Fleet.Plate((Entries / 2) + (n * 7 % 4_000_000))).ToArray();
        var (exact, found) = PerRead(index, plates, lookAlikes: false);
        var (alike, near) = PerRead(index, plates, lookAlikes: true);
        await CheckAsync(index, plates);
        var peer = await QueryAsync(lists, plates.Take(2000).ToList());
        return
        [
            new("hotlist/entries", index.Count / 1e6, "million distinct plates"),
            new("hotlist/import", import, "s for a million entries"),
            new("hotlist/load", load, "s after a change"),
            new("hotlist/memory", index.Bytes / 1e6, "MB"),
            new("hotlist/read-exact", exact, "microseconds a read"),
            new("hotlist/read-with-look-alikes", alike, "microseconds a read")
            {
                Peer = "one indexed query a read",
                PeerValue = peer,
                Ratio = peer / alike,
            },
            new("hotlist/found", 100.0 * found / Reads, "% of reads listed"),
            new("hotlist/found-with-look-alikes", 100.0 * near / Reads, "% of reads listed or like a listed plate"),
        ];
    }

    private static async Task<double> ImportAsync(ScaleCity lists)
    {
        var start = Stopwatch.GetTimestamp();
        var store = lists.Get<HotListStore>();
        await lists.Get<SqlDatabase>().WriteAsync(async scope =>
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
            await store.AddEntriesAsync(scope, Enumerable.Range(0, Entries).Select(n => new HotListEntry
            {
                Id = $"entry-{n}",
                ListId = "list",
                Plate = Fleet.Plate(n),
                State = Fleet.State(n),
                Reason = "stolen",
                AddedMs = 0,
            }));
        });
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static (double Microseconds, int Found) PerRead(HotListIndex index, string[] plates, bool lookAlikes)
    {
        var found = new List<ulong>();
        var reads = 0;
        var start = Stopwatch.GetTimestamp();
        foreach (var plate in plates)
        {
            found.Clear();
            index.Find(plate, lookAlikes, found);
            reads += found.Count > 0 ? 1 : 0;
        }

        return (Stopwatch.GetElapsedTime(start).TotalMicroseconds / plates.Length, reads);
    }

    // Against sets of texts, which know nothing of packing.
    private static Task CheckAsync(HotListIndex index, string[] plates)
    {
        var listed = Enumerable.Range(0, Entries).Select(Fleet.Plate).ToHashSet();
        var found = new List<ulong>();
        foreach (var plate in plates.Take(100_000))
        {
            found.Clear();
            index.Find(plate, true, found);
            var expected = listed.Contains(plate) ? [plate] : Alike(plate).Where(listed.Contains);
            if (!found.Select(PackedPlate.Unpack).Order().SequenceEqual(expected.Order()))
            {
                throw new InvalidOperationException("The hot lists in memory do not give what the lists say.");
            }
        }

        return Task.CompletedTask;
    }

    private static IEnumerable<string> Alike(string plate) =>
        from at in Enumerable.Range(0, plate.Length)
        from c in PlateText.LookAlikesOf(plate[at])
        where c != plate[at]
        select string.Concat(plate.AsSpan(0, at), [c], plate.AsSpan(at + 1));

    private static async Task<double> QueryAsync(ScaleCity lists, List<string> plates)
    {
        await using var connection = await lists.Get<SqlDatabase>().OpenAsync();
        var start = Stopwatch.GetTimestamp();
        foreach (var plate in plates)
        {
            await connection.QueryAsync<string>("select id from hot_list_entries where plate = @plate", new { plate });
        }

        return Stopwatch.GetElapsedTime(start).TotalMicroseconds / plates.Count;
    }
}
