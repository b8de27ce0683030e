using Dapper;
using Transparency.Ingest.Demonstration;
using Transparency.Ingest.Recognition;
using PlateCandidate = Transparency.Ingest.Recognition.PlateCandidate;

namespace Transparency.Ingest.Tests.Worker;

/// <summary>The whole way from a rendered street over HTTP MJPEG and ffmpeg into the database.</summary>
public sealed class PassingTrafficTests
{
    private int _glimpses;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    // Slow traffic, so that a machine that is busy with other tests still sees each plate a few times.
    [Fact]
    public async Task Each_vehicle_that_passes_the_demonstration_camera_is_stored_once_with_its_picture()
    {
        using var camera = new DemonstrationCamera(new Traffic(7, TimeProvider.System.GetUtcNow(), perMinute: 16, pace: .3), TimeProvider.System, new Daylight(1));
        await using var server = CameraServer.Create(camera, port: 0);
        await server.StartAsync(Cancellation);
        using var stop = new CancellationTokenSource();
        var rendering = camera.RunAsync(stop.Token);
        await using var city = await TestCity.CreateAsync($"{server.Urls.First()}/video.mjpg");
        await using var bench = new WorkerBench(city, frame => Glimpse(camera, frame));

        await bench.Worker.StartAsync(Cancellation);
        var from = await FirstPictureAsync(city);
        await Task.Delay(TimeSpan.FromSeconds(25), Cancellation);
        var to = TimeProvider.System.GetUtcNow();
        await Task.Delay(TimeSpan.FromSeconds(6), Cancellation);
        await bench.Worker.StopAsync(Cancellation);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => rendering);

        var stored = await city.DetectionsAsync();
        var passed = camera.Vehicles.Where(vehicle => vehicle.EnteredAt > from && vehicle.LeftAt < to).Select(vehicle => vehicle.Plate).ToList();
        TestContext.Current.TestOutputHelper!.WriteLine($"{passed.Count} passed, {stored.Count} stored, {_glimpses} readings");
        Assert.NotEmpty(passed);
        Assert.Empty(passed.Except(stored.Select(row => row.Plate)));
        Assert.Equal(stored.Count, stored.DistinctBy(row => row.Plate).Count());
        Assert.All(stored, row => Assert.InRange(row.PhotoBytes, 1_000, 200_000));
    }

    private static async Task<DateTimeOffset> FirstPictureAsync(TestCity city)
    {
        while (true)
        {
            await using var connection = await city.Sql.OpenAsync(Cancellation);
            if (await connection.ExecuteScalarAsync<int>("select count(*) from camera_reports where state = 'reading'") > 0)
            {
                return TimeProvider.System.GetUtcNow();
            }

            await Task.Delay(100, Cancellation);
        }
    }

    // Stands in for the recogniser, whose own tests are elsewhere: it knows where each plate is and misreads every fourth one.
    private List<PlateRead> Glimpse(DemonstrationCamera camera, Frame frame) =>
        [.. camera.Vehicles
            .Select(vehicle => (Vehicle: vehicle, Distance: vehicle.DistanceAt(frame.CapturedAt)))
            .Where(seen => seen.Distance is > StreetVehicle.FirstSight and < StreetVehicle.LastSight)
            .Select(seen => Read(seen.Vehicle, seen.Distance, isMisread: ++_glimpses % 4 == 0))];

    private static PlateRead Read(StreetVehicle vehicle, float distance, bool isMisread)
    {
        var width = .46f * StreetView.Scale(distance);
        var centre = StreetView.Project(vehicle.Lane == 0 ? -StreetView.LaneCentre : StreetView.LaneCentre, .7f, distance);
        var box = new PlateBox(centre.X - (width / 2), centre.Y - (width / 4), width, width / 2);
        var text = isMisread ? vehicle.Plate[..3] + "X" + vehicle.Plate[4..] : vehicle.Plate;
        return new PlateRead(text, isMisread ? .5 : .9, null, box, PlateQuad.Upright(box, 1), [new PlateCandidate(text, .9)]);
    }
}
