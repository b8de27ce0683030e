using System.Diagnostics;
using System.Globalization;

namespace Transparency.Bench;

/// <summary>Pages of the running portal over HTTP on this machine, four requests at a time.</summary>
internal static class PagesBench
{
    private const int AtOnce = 4;

    public static async Task<IReadOnlyList<Figure>> RunAsync(BenchCity city)
    {
        await city.LoadAsync();
        var address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{BenchProgram.FreePort()}");
        using var portal = BenchProgram.Start(city.Folder, "portal/Transparency.Portal.dll", "--urls", address);
        using var client = new HttpClient { BaseAddress = new Uri(address) };
        await portal.AnswersAsync(client, "/healthz");
        var figures = new List<Figure>();
        foreach (var page in new[] { "/", "/statistics", "/sharing", "/log/checkpoint" })
        {
            var (rate, samples) = await LoadAsync(client, page, TimeSpan.FromSeconds(city.Quick ? 3 : 10));
            var name = page == "/" ? "home" : page.Trim('/').Replace('/', '-');
            figures.Add(new($"pages/{name}", rate, "requests/s"));
            figures.Add(new($"pages/{name}-p99", samples.P99, "ms p99"));
        }

        return figures;
    }

    private static async Task<(double Rate, Samples Samples)> LoadAsync(HttpClient client, string page, TimeSpan duration)
    {
        using var warm = await client.GetAsync(new Uri(page, UriKind.Relative));
        warm.EnsureSuccessStatusCode();
        var samples = new Samples();
        var count = 0;
        var start = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(async _ =>
        {
            while (Stopwatch.GetElapsedTime(start) < duration)
            {
                var asked = Stopwatch.GetTimestamp();
                await client.GetByteArrayAsync(new Uri(page, UriKind.Relative));
                lock (samples)
                {
                    samples.Add(Stopwatch.GetElapsedTime(asked));
                    count++;
                }
            }
        }));
        return (count / Stopwatch.GetElapsedTime(start).TotalSeconds, samples);
    }
}
