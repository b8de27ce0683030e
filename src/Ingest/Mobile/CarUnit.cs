using Microsoft.Extensions.Logging;
using Transparency.Ingest.Delivery;
using Transparency.Ingest.Feeds;
using Transparency.Ingest.Worker;

namespace Transparency.Ingest.Mobile;

/// <summary>What a car's reader is set up with.</summary>
/// <param name="Folder">Of its own: spool and last standing.</param>
/// <param name="Feed">Its camera.</param>
/// <param name="Gps">See <see cref="GpsSource"/>.</param>
/// <param name="Portal">The city's portal, with its key.</param>
/// <param name="Key">Of the camera.</param>
public sealed record CarSettings(string Folder, FeedAddress Feed, string Gps, HttpClient Portal, string Key);

/// <summary>A patrol car's reader: one camera, a receiver, a spool that holds a shift, and the way to the portal when there is one.</summary>
public sealed class CarUnit(CarSettings car, IngestSettings settings, ReaderPool readers, TimeProvider time, ILoggerFactory logs)
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(5);

    // After the last picture: the vehicles in view have just been written.
    private static readonly TimeSpan LastDelivery = TimeSpan.FromSeconds(5);

    /// <summary>Reads until cancelled. What is not delivered by then waits for the next start.</summary>
    /// <exception cref="InvalidOperationException">The portal has not allowed this reader, or was never reached.</exception>
    public async Task RunAsync(CancellationToken cancellation)
    {
        Directory.CreateDirectory(car.Folder);
        var standing = await CarStanding.FindAsync(car.Portal, car.Key, car.Folder, time.GetUtcNow(), cancellation)
            ?? throw new InvalidOperationException("The portal cannot be reached and has not allowed this reader within a week.");
        if (!standing.MayRead)
        {
            throw new InvalidOperationException($"Camera {standing.Camera} may not read. {standing.Refusal}");
        }

        await using var spool = new Spool(new SpoolSettings
        {
            Folder = Path.Combine(car.Folder, "spool"),
            KeyFile = Path.Combine(car.Folder, "spool.key"),
            Quota = (long)settings.SpoolMegabytes << 20,
        });
        using var refusals = new RefusalLedger(Path.Combine(car.Folder, "spool"));
        var (city, track) = (standing.ToCity(), new GpsTrack());
        var outages = new CarOutages(spool, car.Folder, time);
        var writer = new DetectionWriter(spool, refusals, city, settings, time) { PlaceAt = track.At };
        using var pipeline = new CameraPipeline(standing.Camera, car.Feed, readers, writer, outages, settings, time);
        var delivery = new PortalDelivery(spool, refusals, car.Portal, car.Key, city, time, logs.CreateLogger<PortalDelivery>());
        outages.Begin();
        using var stop = new CancellationTokenSource();
        var beside = Task.WhenAll(
            new GpsSource(car.Gps, track, time).RunAsync(stop.Token), delivery.RunAsync(stop.Token), BeatAsync(outages, stop.Token));
        try
        {
            await pipeline.RunAsync(cancellation);
        }
        finally
        {
            outages.SignOfLife();
            stop.CancelAfter(LastDelivery);
            await UntilDeliveredAsync(spool, stop);
            await beside.ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }

    private async Task BeatAsync(CarOutages outages, CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(Beat, time);
        while (await timer.WaitForNextTickAsync(cancellation))
        {
            outages.SignOfLife();
        }
    }

    private static async Task UntilDeliveredAsync(Spool spool, CancellationTokenSource stop)
    {
        while (spool.PendingBytes > 0 && !stop.IsCancellationRequested)
        {
            await Task.Delay(50);
        }

        await stop.CancelAsync();
    }
}
