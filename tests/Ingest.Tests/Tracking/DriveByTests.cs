using Transparency.Core.Detections;
using Transparency.Ingest.Demonstration;
using Transparency.Ingest.Recognition;
using Transparency.Ingest.Recognition.Pictures;
using Transparency.Ingest.Tracking;
using Transparency.Ingest.Worker;

namespace Transparency.Ingest.Tests.Tracking;

/// <summary>
/// Rendered drive-by pictures with known truth, through motion gate, the real reader, tracker and vote, in time that the test moves. A
/// small fixed set; <c>./bench cameras</c> has a large one.
/// </summary>
public sealed class DriveByTests
{
    private const int FramesPerSecond = 15;

    private static readonly DateTimeOffset Start = new(2026, 11, 22, 20, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Every_vehicle_that_drives_by_is_found_once_and_its_direction_is_told()
    {
        var clock = new TestClock(Start);
        var traffic = new Traffic(20261122, Start, perMinute: 24);
        using var camera = new DemonstrationCamera(traffic, clock, new Daylight(1));
        using var reader = PlateReader.Load();
        using var decoder = new JpegDecoder();
        var watch = new VehicleWatch(new TrackerSettings(), isLive: true, FramesPerSecond);
        var found = new List<PassingVehicle>();
        for (var frame = 0; frame < 30 * FramesPerSecond; frame++)
        {
            clock.Now = Start.AddSeconds(frame / (double)FramesPerSecond);
            var picture = decoder.Decode(camera.Render(), clock.Now).Frame!;
            found.AddRange(await watch.TakeAsync(picture, seen => Task.FromResult(reader.Read(seen))));
        }

        found.AddRange(watch.Flush());
        var passed = camera.Vehicles.Where(vehicle => vehicle.LeftAt < clock.Now && vehicle.EnteredAt > Start.AddSeconds(1)).Select(vehicle => vehicle.Plate).ToList();
        TestContext.Current.TestOutputHelper!.WriteLine($"{passed.Count} passed, {watch.Searched} frames searched; found {string.Join(' ', found.Select(vehicle => vehicle.Plate))}; passed {string.Join(' ', passed)}");
        Assert.True(passed.Count >= 6);
        Assert.All(passed, plate => Assert.Single(found, vehicle => TextAlignment.Distance(vehicle.Plate, plate) <= 2));
        Assert.All(found, vehicle => Assert.Equal(TravelDirection.Departing, vehicle.Direction));
        Assert.All(found, vehicle => Assert.NotNull(vehicle.Picture));
    }
}
