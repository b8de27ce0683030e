using Transparency.Ingest.Delivery;

namespace Transparency.Ingest.Demonstration;

/// <summary>
/// A camera that does not exist: it renders the street and holds the newest picture for whoever watches. It draws only while somebody
/// watches; the traffic goes on regardless.
/// </summary>
internal sealed class DemonstrationCamera(Traffic traffic, TimeProvider time, Daylight? always = null) : IDisposable
{
    public const int FramesPerSecond = 10;

    private const int Quality = 84;

    private readonly Lock _gate = new();
    private readonly JpegEncoder _encoder = new();
    private readonly StreetRenderer _renderer = new();
    private TaskCompletionSource<byte[]> _next = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _watchers;

    /// <summary>What has passed in the last half hour.</summary>
    public IReadOnlyList<StreetVehicle> Vehicles
    {
        get
        {
            lock (_gate)
            {
                return [.. traffic.Until(time.GetUtcNow())];
            }
        }
    }

    /// <summary>Renders until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / FramesPerSecond), time);
        while (await timer.WaitForNextTickAsync(cancellation))
        {
            if (Volatile.Read(ref _watchers) > 0)
            {
                var jpeg = Render();
                Interlocked.Exchange(ref _next, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult(jpeg);
            }
        }
    }

    /// <summary>The JPEG bytes of each picture from now on; one that comes too late is left out.</summary>
    public async IAsyncEnumerable<byte[]> WatchAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        Interlocked.Increment(ref _watchers);
        try
        {
            while (true)
            {
                yield return await Volatile.Read(ref _next).Task.WaitAsync(cancellation);
            }
        }
        finally
        {
            Interlocked.Decrement(ref _watchers);
        }
    }

    public byte[] Render()
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            var picture = _renderer.Draw(traffic.Until(now), now, always ?? Daylight.At(now));
            return _encoder.EncodeRgb(picture.Pixels, picture.Width, picture.Height, Quality);
        }
    }

    public void Dispose() => _encoder.Dispose();
}
