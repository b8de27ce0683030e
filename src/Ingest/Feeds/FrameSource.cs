using System.Runtime.CompilerServices;

namespace Transparency.Ingest.Feeds;

/// <summary>
/// The pictures of one camera: RTSP, HTTP MJPEG, a video file or a folder of pictures, decoded by an ffmpeg child. A live feed is
/// connected again for as long as it is read; files end.
/// </summary>
public sealed class FrameSource(FeedAddress address, FeedSettings settings, TimeProvider time)
{
    private static readonly HashSet<string> Pictures =
        new(StringComparer.OrdinalIgnoreCase) { ".jpg", ".jpeg", ".png", ".bmp", ".webp", ".tif", ".tiff" };

    private long _droppedBefore;
    private FramePump? _pump;

    /// <summary>Frames given up because the reader could not keep up.</summary>
    public long Dropped => _droppedBefore + (_pump?.Dropped ?? 0);

    /// <summary>Reads until cancelled or, for files, to their end. Read it once at a time.</summary>
    /// <exception cref="FeedException">A file cannot be read, or a folder holds no pictures.</exception>
    public IAsyncEnumerable<FeedSignal> ReadAsync(CancellationToken cancellation = default) => address.Kind switch
    {
        FeedKind.Pictures => ReadFolderAsync(cancellation),
        FeedKind.Video => ReadOnceAsync(null, cancellation),
        _ => ReadLiveAsync(cancellation),
    };

    private async IAsyncEnumerable<FeedSignal> ReadLiveAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        for (var failures = 0; ; failures++)
        {
            var isLost = failures > 0;
            await using var signals = ReadOnceAsync(null, cancellation).GetAsyncEnumerator(cancellation);
            string? problem = null;
            while (problem is null)
            {
                (var signal, problem) = await NextAsync(signals);
                if (signal is null)
                {
                    continue;
                }

                if (isLost)
                {
                    yield return new FeedSignal.Restored(time.GetUtcNow());
                    (isLost, failures) = (false, 0);
                }

                yield return signal;
            }

            if (!isLost)
            {
                yield return new FeedSignal.Lost(time.GetUtcNow(), problem);
            }

            await Task.Delay(Backoff.Camera.After(failures + 1), time, cancellation);
        }
    }

    private static async Task<(FeedSignal? Signal, string? Problem)> NextAsync(IAsyncEnumerator<FeedSignal> signals)
    {
        try
        {
            return await signals.MoveNextAsync() ? (signals.Current, null) : (null, "There are no pictures any more.");
        }
        catch (FeedException e)
        {
            return (null, e.Message);
        }
    }

    private async IAsyncEnumerable<FeedSignal> ReadFolderAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var files = Directory.EnumerateFiles(address.Value)
            .Where(file => Pictures.Contains(Path.GetExtension(file)))
            .Order(StringComparer.Ordinal)
            .ToList();
        if (files.Count == 0)
        {
            throw new FeedException("The folder holds no pictures.");
        }

        foreach (var file in files)
        {
            await using var signals = ReadOnceAsync(file, cancellation).GetAsyncEnumerator(cancellation);
            var (signal, problem) = await NextAsync(signals);
            yield return signal ?? new FeedSignal.Skipped(Path.GetFileName(file), problem!);
        }
    }

    private async IAsyncEnumerable<FeedSignal> ReadOnceAsync(string? file, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var pump = new FramePump(FfmpegChild.Start(FfmpegArguments.For(address, settings, file)), address.IsLive, settings, time);
        _pump = pump;
        try
        {
            await foreach (var frame in pump.Frames.ReadAllAsync(cancellation))
            {
                yield return new FeedSignal.Picture(frame);
                pump.Return(frame);
            }
        }
        finally
        {
            _droppedBefore += pump.Dropped;
            _pump = null;
        }
    }
}
