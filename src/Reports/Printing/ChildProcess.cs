using System.ComponentModel;
using System.Diagnostics;

namespace Transparency.Reports.Printing;

/// <summary>Runs one program to its end, with nothing of our environment but the path, and ends it and its children when time is up.</summary>
internal static class ChildProcess
{
    /// <param name="folder">Working folder and home of the program: caches and settings it writes go there and away with it.</param>
    /// <param name="accepted">Exit codes that are not a failure.</param>
    /// <exception cref="PrintException">The program is missing, failed, or ran past <paramref name="limit"/>.</exception>
    public static async Task RunAsync(
        string program, IEnumerable<string> arguments, string folder, TimeSpan limit, IReadOnlyCollection<int> accepted, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
        };
        var path = start.Environment["PATH"];
        start.Environment.Clear();
        start.Environment["PATH"] = path;
        start.Environment["HOME"] = folder;
        start.Environment["LANG"] = "C.UTF-8";
        start.Environment["TZ"] = "UTC";
        using var process = Start(start, program);
        process.StandardInput.Close();
        using var timer = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        timer.CancelAfter(limit);
        var output = process.StandardOutput.ReadToEndAsync(timer.Token);
        var errors = process.StandardError.ReadToEndAsync(timer.Token);
        try
        {
            await process.WaitForExitAsync(timer.Token);
            await Task.WhenAll(output, errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            cancel.ThrowIfCancellationRequested();
            throw new PrintException($"{program} did not finish within {limit.TotalSeconds:0} seconds and was stopped. Try again, or print a shorter period.");
        }
        if (!accepted.Contains(process.ExitCode))
        {
            throw new PrintException($"{program} ended with code {process.ExitCode}: {LastLines(await errors)}");
        }
    }

    private static Process Start(ProcessStartInfo start, string program)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw new PrintException($"{program} could not be started ({e.Message}). Reports need it: apt-get install chromium qpdf", e);
        }
    }

    private static string LastLines(string text) =>
        string.Join(" / ", text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).TakeLast(3));
}
