using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;

namespace Transparency.Bench;

/// <summary>Pages of the running portal over HTTP on this machine, four requests at a time.</summary>
internal static class PagesBench
{
    private const int AtOnce = 4;

    public static async Task<IReadOnlyList<Figure>> RunAsync(BenchCity city)
    {
        await city.LoadAsync();
        using var portal = BenchPortal.Start(city.Folder);
        using var client = new HttpClient { BaseAddress = portal.Address };
        await portal.AnswersAsync(client);
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

/// <summary>The portal as <c>./run</c> starts it, on a free port.</summary>
internal sealed class BenchPortal : IDisposable
{
    private readonly Process _process;

    private BenchPortal(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    public static BenchPortal Start(string dataFolder)
    {
        using var probe = new TcpListener(System.Net.IPAddress.Loopback, 0);
        probe.Start();
        var port = ((System.Net.IPEndPoint)probe.LocalEndpoint).Port;
        probe.Stop();
        var address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");
        var start = new ProcessStartInfo("dotnet", ["artifacts/app/portal/Transparency.Portal.dll", "--urls", address])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["TRANSPARENCY__DATAFOLDER"] = dataFolder },
        };
        var process = Process.Start(start)!;
        process.OutputDataReceived += static (_, _) => { };
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new BenchPortal(process, new Uri(address));
    }

    public async Task AnswersAsync(HttpClient client)
    {
        for (var attempt = 0; attempt < 300; attempt++)
        {
            try
            {
                using var answer = await client.GetAsync(new Uri("/healthz", UriKind.Relative));
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException) when (!_process.HasExited)
            {
                // Not listening yet.
            }

            await Task.Delay(200);
        }

        throw new InvalidOperationException("The portal did not start.");
    }

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
    }
}
