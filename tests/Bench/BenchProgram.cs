using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Transparency.Bench;

/// <summary>One of the published programs, as <c>./run</c> starts it, over the bench's data folder. Killed when disposed.</summary>
internal sealed class BenchProgram : IDisposable
{
    private readonly Process _process;

    private BenchProgram(Process process) => _process = process;

    public int Id => _process.Id;

    public bool HasEnded => _process.HasExited;

    public static BenchProgram Start(string dataFolder, string library, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [$"artifacts/app/{library}", .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["TRANSPARENCY__DATAFOLDER"] = dataFolder, ["TRANSPARENCY__ALLOWHTTP"] = "true" },
        };
        var process = Process.Start(start)!;
        process.OutputDataReceived += static (_, _) => { };
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new BenchProgram(process);
    }

    public static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    /// <summary>Waits until the address answers.</summary>
    /// <exception cref="InvalidOperationException">The program ended, or a minute passed.</exception>
    public async Task AnswersAsync(HttpClient client, string path)
    {
        for (var attempt = 0; attempt < 300 && !HasEnded; attempt++)
        {
            try
            {
                using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(200);
        }

        throw new InvalidOperationException("The program did not start.");
    }

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
    }
}
