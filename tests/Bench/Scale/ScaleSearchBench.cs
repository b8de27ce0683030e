using System.Diagnostics;
using Dapper;
using Transparency.Core.AuditTrail;
using Transparency.Core.Database;
using Transparency.Core.Detections;
using Transparency.Core.Searches;

namespace Transparency.Bench.Scale;

/// <summary>
/// Justified searches through the use case on a generated month, while 5,000 reads a second arrive: checks, query, newest hundred with
/// details, count, and the commit of the log entry included. Every kind of query is first compared with a plain join.
/// </summary>
internal sealed class ScaleSearchBench(ScaleData data, ScaleCity city, string folder, int each)
{
    private const int ArrivingPerSecond = 5000;
    private const int Officers = 10;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(15);

    private readonly List<Figure> _figures = [];
    private readonly int _cameras = data.Fleet.Cameras;
    private IReadOnlyList<string> _plates = [];

    public async Task<IReadOnlyList<Figure>> RunAsync()
    {
        await ColdStartAsync();
        _plates = await PlatesAsync();
        await CheckAsync("still", 3);
        await MeasureAsync(null);
        await using (var arrivals = Arrivals.Start(city, data.Fleet, ArrivingPerSecond))
        {
            await Task.Delay(WarmUp);
            await MeasureAsync(arrivals);
            Add("arriving", arrivals.PerSecond, "reads/s");
            Add("arriving-delivery", arrivals.Deliveries.P95, "ms p95");
            await PagesAsync();
            await OfficersAsync();
            await CheckAsync("arriving", 2);
        }

        if (data.Label == "10M")
        {
            await PeerAsync();
        }

        return _figures;
    }

    /// <summary>Afterwards the data set is no longer whole.</summary>
    public async Task<IReadOnlyList<Figure>> PurgeAsync(long reads)
    {
        var kinds = ScaleQuery.All(_cameras);
        var purge = new ScalePurgeBench(data, city, n => SearchAsync(kinds[n % kinds.Count].Make(_plates[n % _plates.Count], n, city.Now)));
        return await purge.RunAsync(reads);
    }

    private async Task ColdStartAsync()
    {
        var start = Stopwatch.GetTimestamp();
        var index = await city.Get<PlateDictionary>().RefreshAsync(CancellationToken.None);
        Add("cold-start", Stopwatch.GetElapsedTime(start).TotalSeconds, "s until the plates are in memory");
        var reads = (await city.Get<DetectionStore>().SpanAsync()).Count;
        Add("plates", index.End / 1e6, "million plates");
        Add("memory", index.Bytes / 1e6 / (index.End / 1e6), "MB a million plates");
        Add("size", new FileInfo(city.DatabaseFile).Length / 1e6 / (reads / 1e6), "MB a million reads");
    }

    // Plates of seven characters that are on the road: what officers ask for.
    private async Task<IReadOnlyList<string>> PlatesAsync()
    {
        await using var connection = await city.Get<SqlDatabase>().OpenAsync();
        var highest = await connection.ExecuteScalarAsync<long>("select max(plate_id) from plates");
        var draw = new Draw(11);
        var numbers = Enumerable.Range(0, 2000).Select(_ => 1 + (draw.Below(1_000_000) * highest / 1_000_001)).ToList();
        var rows = await connection.QueryAsync<string>("select text from plates where plate_id in @numbers", new { numbers });
        return rows.Where(text => text.Length == 7).OrderBy(text => Draw.Mix(PackedPlate.Pack(text))).ToList();
    }

    private async Task MeasureAsync(Arrivals? arrivals)
    {
        foreach (var kind in ScaleQuery.All(_cameras))
        {
            var samples = await Samples.OfAsync(20, each, n => SearchAsync(kind.Make(_plates[n % _plates.Count], n, city.Now)));
            var name = arrivals is null ? $"{kind.Name}-nothing-arriving" : kind.Name;
            Console.WriteLine($"  {name}: median {samples.Median:N1}, p95 {samples.P95:N1} ms");
            Add($"{name}-median", samples.Median, "ms median");
            Add(name, samples.P95, "ms p95");
        }
    }

    // The peer has no log entry to write and nothing arriving beside it.
    private async Task PeerAsync()
    {
        var naive = await new NaiveTable(folder, city.DatabaseFile).MedianAsync(_plates.Take(8).Select(plate => plate[..3]), city.Now.AddDays(-30));
        var at = _figures.FindIndex(figure => figure.Name == $"search/partial-median/{data.Label}");
        _figures[at] = _figures[at] with
        {
            Peer = "LIKE '%...%' over a table of reads with text",
            PeerValue = naive,
            Ratio = naive / _figures[at].Value,
        };
    }
    private async Task PagesAsync()
    {
        var large = await SearchAsync(ScaleQuery.Large(city.Now));
        var pages = city.Get<SearchResultQuery>();
        var samples = await Samples.OfAsync(3, each, async _ =>
        {
            if ((await pages.PageAsync(large.SearchId, ScaleCity.OfficerId, 1900, 100)).Count != 100)
            {
                throw new InvalidOperationException("The large search has no page 20.");
            }
        });
        Add("page-20", samples.P95, "ms p95");
    }

    private async Task OfficersAsync()
    {
        var kinds = ScaleQuery.All(_cameras);
        var all = kinds.ToDictionary(kind => kind.Name, _ => new Samples());
        var rounds = Math.Max(2, each / 10);
        await Task.WhenAll(Enumerable.Range(0, Officers).Select(officer => Task.Run(async () =>
        {
            for (var n = officer; n < officer + (rounds * kinds.Count); n++)
            {
                var kind = kinds[n % kinds.Count];
                var start = Stopwatch.GetTimestamp();
                await SearchAsync(kind.Make(_plates[((n * 31) + officer) % _plates.Count], n, city.Now));
                var took = Stopwatch.GetElapsedTime(start);
                lock (all)
                {
                    all[kind.Name].Add(took);
                }

                // The officer looks at what was found.
                await Task.Delay(TimeSpan.FromMilliseconds(500));
            }
        })));
        foreach (var (name, samples) in all)
        {
            Add($"ten-officers-{name}", samples.P95, "ms p95");
        }
    }

    private async Task CheckAsync(string when, int queries)
    {
        var differences = await PlainJoin.DifferencesAsync(city, _plates, _cameras, queries, TimeSpan.FromSeconds(5));
        Add($"differences-from-plain-join-{when}", differences, "queries");
    }

    private async Task<SearchOutcome> SearchAsync(SearchRequest request)
    {
        var context = new AuditContext { Actor = ScaleCity.Officer, Purpose = request.Purpose, At = city.Now };
        var outcome = await city.Get<SearchPlates>().RunAsync(context, request);
        return outcome.IsRefused || outcome.Waits.Count > 0
            ? throw new InvalidOperationException($"The search was not carried out: {string.Join(' ', [.. outcome.Refusals, .. outcome.Waits])}")
            : outcome;
    }

    private void Add(string name, double value, string unit) => _figures.Add(new($"search/{name}/{data.Label}", value, unit));
}
