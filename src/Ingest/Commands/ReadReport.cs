using System.Globalization;
using System.Text;
using System.Text.Json;
using Transparency.Ingest.Recognition;

namespace Transparency.Ingest.Commands;

/// <summary>Prints what `read` found, as JSON lines or for people, and counts the files that could not be read.</summary>
internal sealed class ReadReport(TextWriter output, TextWriter error, bool json, bool explain) : IDisposable
{
    private readonly MemoryStream buffer = new();

    public int Unreadable { get; private set; }

    public Task PictureAsync(string file, TimeSpan elapsed, IReadOnlyList<PlateRead> reads, double scale) =>
        json ? JsonAsync(file, null, elapsed, reads, scale) : TextAsync(Name(file), elapsed, reads);

    /// <param name="at">How far into the video the frame lies.</param>
    public Task VideoFrameAsync(string file, TimeSpan at, TimeSpan elapsed, IReadOnlyList<PlateRead> reads, double scale) =>
        json ? JsonAsync(file, at, elapsed, reads, scale) : TextAsync($"{Name(file)} {at:hh\\:mm\\:ss\\.fff}", elapsed, reads);

    public async Task FailureAsync(string file, string reason)
    {
        Unreadable++;
        await error.WriteLineAsync($"{file}: {reason}");
    }

    public void Dispose() => buffer.Dispose();

    /// <summary>The last folder and the name: enough to tell files apart without printing where the user keeps them.</summary>
    private static string Name(string file)
    {
        var full = Path.GetFullPath(file);
        return Path.GetFileName(Path.GetDirectoryName(full) ?? string.Empty) + "/" + Path.GetFileName(full);
    }

    private async Task TextAsync(string name, TimeSpan elapsed, IReadOnlyList<PlateRead> reads)
    {
        var found = reads.Count == 0
            ? "no plate"
            : string.Join(", ", reads.Select(r => string.Create(CultureInfo.InvariantCulture, $"{(r.Plate.Length > 0 ? r.Plate : "unreadable")} ({r.Confidence:P0})")));
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{name}: {found}  [{elapsed.TotalMilliseconds:F1} ms]"));
    }

    private async Task JsonAsync(string file, TimeSpan? at, TimeSpan elapsed, IReadOnlyList<PlateRead> reads, double scale)
    {
        buffer.SetLength(0);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("file", Name(file));
            if (at is { } offset)
            {
                writer.WriteNumber("at_ms", Math.Round(offset.TotalMilliseconds));
            }

            writer.WriteNumber("ms", Math.Round(elapsed.TotalMilliseconds, 2));
            writer.WriteStartArray("reads");
            foreach (var read in reads)
            {
                Write(writer, read, scale);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        await output.WriteLineAsync(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
    }

    private void Write(Utf8JsonWriter writer, PlateRead read, double scale)
    {
        writer.WriteStartObject();
        writer.WriteString("plate", read.Plate);
        writer.WriteNumber("confidence", Math.Round(read.Confidence, 3));
        writer.WriteString("state", read.State);
        writer.WriteStartArray("box");
        foreach (var side in (ReadOnlySpan<float>)[read.Box.X, read.Box.Y, read.Box.Width, read.Box.Height])
        {
            writer.WriteNumberValue((int)Math.Round(side * scale));
        }

        writer.WriteEndArray();
        writer.WriteStartArray("candidates");
        foreach (var candidate in read.Candidates)
        {
            writer.WriteStringValue(candidate.Text);
        }

        writer.WriteEndArray();
        if (explain)
        {
            writer.WriteNumber("finder", Math.Round(read.Evidence.Finder, 5));
            writer.WriteNumber("nothing", Math.Round(read.Evidence.Nothing, 5));
            writer.WriteNumber("share", Math.Round(read.Evidence.Share, 5));
        }

        writer.WriteEndObject();
    }
}
