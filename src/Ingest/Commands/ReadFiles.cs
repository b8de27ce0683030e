using System.Collections.Frozen;
using System.Diagnostics;
using Transparency.Ingest.Recognition;
using Transparency.Ingest.Recognition.Pictures;

namespace Transparency.Ingest.Commands;

/// <summary>Walks the paths given to `read` and hands each picture and frame to the reader.</summary>
internal sealed class ReadFiles(PlateReader reader, ReadReport report) : IDisposable
{
    private static readonly FrozenSet<string> Pictures =
        FrozenSet.ToFrozenSet([".jpg", ".jpeg", ".png", ".bmp", ".webp", ".tif", ".tiff", ".gif", ".ppm", ".pgm"], StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Videos =
        FrozenSet.ToFrozenSet([".mp4", ".mkv", ".avi", ".mov", ".mjpeg", ".mjpg", ".ts", ".webm", ".m4v", ".mpg", ".mpeg"], StringComparer.OrdinalIgnoreCase);

    private readonly PictureDecoder decoder = new();

    public async Task ReadAsync(string path, CancellationToken cancel)
    {
        if (!Directory.Exists(path))
        {
            await ReadFileAsync(path, cancel);
            return;
        }

        var files = Directory.EnumerateFiles(path, "*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true })
            .Where(f => Pictures.Contains(Path.GetExtension(f)) || Videos.Contains(Path.GetExtension(f)))
            .Order(StringComparer.Ordinal).ToList();
        if (files.Count == 0)
        {
            await report.FailureAsync(path, "The folder has no pictures or videos.");
        }

        foreach (var file in files)
        {
            await ReadFileAsync(file, cancel);
        }
    }

    public void Dispose() => decoder.Dispose();

    private async Task ReadFileAsync(string file, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        if (Videos.Contains(Path.GetExtension(file)))
        {
            await ReadVideoAsync(file, cancel);
            return;
        }

        var clock = Stopwatch.GetTimestamp();
        var picture = decoder.Decode(file, DateTimeOffset.UnixEpoch);
        var reads = picture.Frame is { } frame ? reader.Read(frame) : [];
        var elapsed = Stopwatch.GetElapsedTime(clock);
        if (picture.Error is { } error)
        {
            await report.FailureAsync(file, error);
        }
        else
        {
            await report.PictureAsync(file, elapsed, reads, picture.Scale);
        }
    }

    private async Task ReadVideoAsync(string file, CancellationToken cancel)
    {
        using var video = OpenVideo(file);
        if (video is null)
        {
            await report.FailureAsync(file, "This is not a video that can be read, or ffmpeg is not installed.");
            return;
        }

        var frames = 0;
        for (var clock = Stopwatch.GetTimestamp(); video.Next() is { } frame; clock = Stopwatch.GetTimestamp())
        {
            cancel.ThrowIfCancellationRequested();
            frames++;
            var reads = reader.Read(frame);
            if (reads.Count > 0)
            {
                await report.VideoFrameAsync(file, frame.CapturedAt - DateTimeOffset.UnixEpoch, Stopwatch.GetElapsedTime(clock), reads, video.Scale);
            }
        }

        if (frames == 0)
        {
            await report.FailureAsync(file, "The video is damaged or cut short: it has no whole frame.");
        }
    }

    private static VideoFile? OpenVideo(string file)
    {
        try
        {
            return File.Exists(file) ? VideoFile.Open(file, DateTimeOffset.UnixEpoch) : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
