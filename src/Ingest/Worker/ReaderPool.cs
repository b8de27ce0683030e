using System.Collections.Concurrent;
using Transparency.Ingest.Recognition;

namespace Transparency.Ingest.Worker;

/// <summary>Finds and reads the plates of one frame. Used by one thread at a time.</summary>
public delegate IReadOnlyList<PlateRead> ReadPlates(Frame frame);

/// <summary>
/// A few plate readers that all cameras share. Each holds working memory of its own, so there are as many as frames may be searched at
/// the same time; cameras wait their turn, and a live feed gives up frames while it waits.
/// </summary>
public sealed class ReaderPool : IDisposable
{
    private readonly ConcurrentBag<ReadPlates> _idle = [];
    private readonly SemaphoreSlim _free;
    private readonly Func<ReadPlates> _make;

    /// <param name="make">Makes a reader; called when all that exist are busy, at most <paramref name="most"/> times.</param>
    /// <param name="most">Frames searched at the same time; 0 means one for each processor.</param>
    public ReaderPool(Func<ReadPlates> make, int most)
    {
        _make = make;
        _free = new SemaphoreSlim(most > 0 ? most : Environment.ProcessorCount);
    }

    public async Task<IReadOnlyList<PlateRead>> ReadAsync(Frame frame, CancellationToken cancellation)
    {
        await _free.WaitAsync(cancellation);
        try
        {
            var read = _idle.TryTake(out var idle) ? idle : _make();
            var reads = read(frame);
            _idle.Add(read);
            return reads;
        }
        finally
        {
            _free.Release();
        }
    }

    public void Dispose() => _free.Dispose();
}
