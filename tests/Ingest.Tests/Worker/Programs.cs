using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Transparency.Ingest.Tests.Worker;

/// <summary>Our own programs as processes of their own.</summary>
internal sealed class Programs : IDisposable
{
    private readonly List<Process> _processes = [];

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public Process Start(string dataFolder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Transparency.Ingest.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            Environment = { ["TRANSPARENCY__DATAFOLDER"] = dataFolder },
        };
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        _processes.Add(process);
        return process;
    }

    /// <summary>Asks a process to end, as Ctrl-C does, and waits until it has.</summary>
    public static async Task EndAsync(Process process, CancellationToken cancellation)
    {
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await process.WaitForExitAsync(cancellation);
    }

    /// <summary>How many ffmpeg processes were started by programs over a data folder; they inherit its name.</summary>
    public static int DecodersOver(string dataFolder) => Directory.GetDirectories("/proc").Count(folder =>
    {
        try
        {
            return int.TryParse(Path.GetFileName(folder), out _)
                && File.ReadAllText(Path.Combine(folder, "comm")).StartsWith("ffmpeg", StringComparison.Ordinal)
                && File.ReadAllText(Path.Combine(folder, "environ")).Contains(dataFolder, StringComparison.Ordinal);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It ended while we looked, or is somebody else's.
            return false;
        }
    });

    public void Dispose()
    {
        foreach (var process in _processes)
        {
            process.Kill();
            process.WaitForExit();
            process.Dispose();
        }
    }
}
