using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Transparency.Core.Detections;

namespace Transparency.Bench;

/// <summary>Detections from batches into SQLite, every commit flushed to disk; without photographs and with one of 12 kB each.</summary>
internal static class DeliveryBench
{
    private const int Batch = 1000;

    public static async Task<IReadOnlyList<Figure>> RunAsync(BenchCity city)
    {
        var services = await city.LoadAsync();
        return
        [
            new("delivery/without-photographs", await RateAsync(services, city.Quick ? 10 : 40, Batch, null), "detections/s"),
            new("delivery/with-photographs", await RateAsync(services, city.Quick ? 2 : 8, Batch / 4, new byte[12_000]), "detections/s"),
        ];
    }

    private static async Task<double> RateAsync(IServiceProvider services, int batches, int size, byte[]? photograph)
    {
        var deliver = services.GetRequiredService<DeliverDetections>();
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var sequence = 0;
        var elapsed = TimeSpan.Zero;
        for (var batch = 0; batch < batches; batch++)
        {
            var detections = Enumerable.Range(0, size).Select(_ => New(now, sequence++, photograph)).ToList();
            var start = Stopwatch.GetTimestamp();
            var outcome = await deliver.RunAsync(detections);
            elapsed += Stopwatch.GetElapsedTime(start);
            if (outcome.Stored != size)
            {
                throw new InvalidOperationException($"{outcome.Stored} of {size} detections were stored.");
            }
        }

        return batches * size / elapsed.TotalSeconds;
    }

    // A node of its own for each run keeps the ids apart.
    private static NewDetection New(DateTimeOffset now, int number, byte[]? photograph) => new()
    {
        Id = DetectionId.Create(now.AddMilliseconds(-number), photograph is null ? 900 : 901, number % DetectionId.Sequences),
        Plate = $"{(photograph is null ? "0A" : "0B")}{number * 7919 % 90_000 + 10_000}",
        Camera = 1,
        Confidence = 0.95,
        Photograph = photograph,
    };
}
