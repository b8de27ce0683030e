using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Transparency.Core.Detections;
using Transparency.Ingest.Delivery;

namespace Transparency.Ingest.Tests.Delivery;

/// <summary>
/// A process that spools numbered vehicles as fast as it can while it delivers them, and says so of each one that is safely kept. It
/// never ends by itself.
/// </summary>
internal static class SpoolVictim
{
    public const string Command = "spool-victim";

    public static string PlateOf(int number) => "T" + number.ToString("D7", CultureInfo.InvariantCulture);

    public static async Task<int> RunAsync(string folder, int first)
    {
        await using var services = TestCity.Compose(folder);
        await using var bench = new DeliveryBench(services, quota: 64 << 20, segmentBytes: 64 << 10);
        _ = bench.Deliverer.RunAsync(CancellationToken.None);
        for (var number = first; ; number++)
        {
            var kept = await bench.AppendAsync(1, PlateOf(number));
            Console.WriteLine($"{(kept ? "kept" : "refused")} {number}");
        }
    }
}

/// <summary>A spool, its ledger and its deliverer over one city, as the worker composes them.</summary>
internal sealed class DeliveryBench : IAsyncDisposable
{
    public DeliveryBench(IServiceProvider services, long quota, long segmentBytes = 64 << 10)
    {
        var data = (Core.Database.DatabaseSettings)services.GetService(typeof(Core.Database.DatabaseSettings))!;
        var city = (Core.Agencies.CurrentCity)services.GetService(typeof(Core.Agencies.CurrentCity))!;
        Spool = new Spool(new SpoolSettings { Folder = SpoolFolder.Of(data), Quota = quota, SegmentBytes = segmentBytes });
        Refusals = new RefusalLedger(SpoolFolder.Of(data));
        Deliverer = new Deliverer(
            Spool,
            Refusals,
            (Core.Database.SqlDatabase)services.GetService(typeof(Core.Database.SqlDatabase))!,
            city.Get(),
            (DeliverDetections)services.GetService(typeof(DeliverDetections))!,
            TimeProvider.System,
            NullLogger<Deliverer>.Instance);
    }

    public Spool Spool { get; }

    public RefusalLedger Refusals { get; }

    public Deliverer Deliverer { get; }

    public Task<bool> AppendAsync(int camera, string plate, int photographBytes = 2000) =>
        Spool.AppendAsync(ordinal => SpooledDetection.Write(new NewDetection
        {
            Id = DetectionId.Create(TimeProvider.System.GetUtcNow(), 1, (int)(ordinal % DetectionId.Sequences)),
            Plate = plate,
            Camera = camera,
            Confidence = .9,
            Photograph = new byte[photographBytes],
        }));

    public async ValueTask DisposeAsync()
    {
        Refusals.Dispose();
        await Spool.DisposeAsync();
    }
}
