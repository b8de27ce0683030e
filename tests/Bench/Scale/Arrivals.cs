using System.Diagnostics;
using Transparency.Core.Detections;

namespace Transparency.Bench.Scale;

/// <summary>Reads that keep arriving while something else is measured, in the batches the worker delivers.</summary>
internal sealed class Arrivals : IAsyncDisposable
{
    private const int Batch = 500;

    private readonly CancellationTokenSource _stop = new();
    private readonly Samples _deliveries = new();
    private readonly Task _running;
    private readonly long _start = Stopwatch.GetTimestamp();

    private Arrivals(ScaleCity city, Fleet fleet, int perSecond) => _running = Task.Run(() => RunAsync(city, fleet, perSecond));

    public long Stored { get; private set; }

    public double PerSecond => Stored / Stopwatch.GetElapsedTime(_start).TotalSeconds;

    public Samples Deliveries => _deliveries;

    public static Arrivals Start(ScaleCity city, Fleet fleet, int perSecond) => new(city, fleet, perSecond);

    /// <summary>Throws what ended it early.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
        _stop.Dispose();
    }

    private async Task RunAsync(ScaleCity city, Fleet fleet, int perSecond)
    {
        var traffic = new Traffic(fleet, 0, ScaleData.End, seed: (ulong)Stopwatch.GetTimestamp());
        var deliver = city.Get<DeliverDetections>();
        for (var batch = 1L; !_stop.IsCancellationRequested; batch++)
        {
            var now = city.Now;
            var reads = Enumerable.Range(0, Batch).Select(i => New(traffic.Next(now.AddMilliseconds(-i)))).ToList();
            var start = Stopwatch.GetTimestamp();
            Stored += (await deliver.RunAsync(reads)).Stored;
            _deliveries.Add(Stopwatch.GetElapsedTime(start));
            var ahead = TimeSpan.FromSeconds(batch * (double)Batch / perSecond) - Stopwatch.GetElapsedTime(_start);
            if (ahead > TimeSpan.Zero)
            {
                await Task.Delay(ahead);
            }
        }
    }

    private static NewDetection New(PlannedRead read) => new()
    {
        Id = new DetectionId(read.Id),
        Plate = read.Plate,
        Camera = read.Camera,
        Confidence = read.Confidence / 1000.0,
        State = Fleet.State(read.Vehicle),
        Colour = Fleet.Colour(read.Vehicle),
        Direction = (TravelDirection)read.Direction,
        Vehicle = read.Camera % 4 == 0 ? Fleet.Descriptions[Fleet.Description(read.Vehicle)] : VehicleDescription.None,
    };
}
