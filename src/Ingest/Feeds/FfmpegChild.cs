using System.ComponentModel;
using System.Diagnostics;

namespace Transparency.Ingest.Feeds;

/// <summary>
/// One ffmpeg process that writes to a pipe which only we read. It cannot outlive us for long, however we die: without a reader its
/// next write fails and it ends, and a stream that gives it nothing to write ends it by its network time-out.
/// </summary>
internal sealed class FfmpegChild : IDisposable
{
    private const int MostComplaint = 4000;

    private readonly Process _process;
    private readonly Lock _gate = new();
    private string _complaint = "";

    private FfmpegChild(Process process)
    {
        _process = process;
        process.ErrorDataReceived += (_, line) => Listen(line.Data);
        process.BeginErrorReadLine();
    }

    public Stream Output => _process.StandardOutput.BaseStream;

    public int Id => _process.Id;

    /// <summary>What went wrong, as a sentence; null when nothing did. Ask after the output ended.</summary>
    public string? Problem
    {
        get
        {
            _process.WaitForExit();
            lock (_gate)
            {
                return _process.ExitCode == 0 ? null : FeedProblem.Describe(_complaint) ?? "The stream broke off.";
            }
        }
    }

    /// <exception cref="FeedException">ffmpeg is not installed.</exception>
    public static FfmpegChild Start(FfmpegCall call)
    {
        try
        {
            var start = new ProcessStartInfo("ffmpeg", call.Arguments)
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            var process = Process.Start(start)!;
            Tell(process, call.Input);
            return new FfmpegChild(process);
        }
        catch (Win32Exception)
        {
            throw new FeedException("ffmpeg is not installed.");
        }
    }

    /// <summary>Ends the process at once; reading then reaches the end. Safe from any thread, at any time.</summary>
    public void Kill()
    {
        try
        {
            _process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It has ended already.
        }
    }

    public void Dispose()
    {
        Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    // Shorter than a pipe holds, so this never waits.
    private static void Tell(Process process, string input)
    {
        try
        {
            using var writer = process.StandardInput;
            writer.Write(input);
        }
        catch (IOException)
        {
            // It ended at once; why is asked later.
        }
    }

    private void Listen(string? line)
    {
        lock (_gate)
        {
            _complaint = _complaint.Length < MostComplaint ? $"{_complaint}{line}\n" : _complaint;
        }
    }
}
