using System.ComponentModel;
using System.Diagnostics;

namespace Transparency.Ingest.Recognition.Pictures;

/// <summary>
/// One ffmpeg child that decodes a file to raw grey frames on a pipe. A damaged or hostile file can only end the child.
/// </summary>
internal sealed class Ffmpeg : IDisposable
{
    private readonly Process process;

    private Ffmpeg(Process process)
    {
        this.process = process;

        // What ffmpeg complains about is of no use to a reader of plates, but a full pipe would stop it.
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
    }

    public Stream Output => process.StandardOutput.BaseStream;

    /// <summary>Starts ffmpeg or ffprobe. Throws <see cref="InvalidOperationException"/> when it is not installed.</summary>
    public static Ffmpeg Start(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        try
        {
            var process = Process.Start(start)!;
            process.StandardInput.Close();
            return new Ffmpeg(process);
        }
        catch (Win32Exception missing)
        {
            throw new InvalidOperationException($"{program} is not installed; it decodes videos and pictures other than JPEG.", missing);
        }
    }

    /// <summary>Fills the buffer; false when the stream ended first.</summary>
    public bool Read(Span<byte> buffer) => Output.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false) == buffer.Length;

    public void Dispose()
    {
        try
        {
            if (!process.HasExited)
            {
                process.Kill();
            }
        }
        catch (InvalidOperationException)
        {
            // It ended between the question and the kill.
        }

        process.WaitForExit();
        process.Dispose();
    }
}
