using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Transparency.Ingest.Feeds;
using Transparency.Ingest.Mobile;
using Transparency.Ingest.Recognition;
using Transparency.Ingest.Worker;

namespace Transparency.Portal.Tests.Api.Cameras;

/// <summary>A car's reader with its own spool and a recorded track, and the real portal.</summary>
public sealed class PatrolCarTests(CameraCityFixture portal) : IClassFixture<CameraCityFixture>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("transparency-car-").FullName;

    private int _frames;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task What_a_car_reads_in_a_shift_without_network_is_delivered_on_its_return_with_place_and_area()
    {
        portal.Clock.Now = TimeProvider.System.GetUtcNow().AddMinutes(1);
        var key = await portal.KeyAsync(10);
        await FilmAsync();
        await WriteTrackAsync();
        using var network = new HttpClient { BaseAddress = portal.Address };
        using var none = new HttpClient { BaseAddress = new Uri("http://127.0.0.1:9/") };
        Assert.True((await CarStanding.FindAsync(network, key, _folder, TimeProvider.System.GetUtcNow(), Cancellation))!.MayRead);

        await DriveAsync(none, key, Read);
        Assert.Equal(0, await portal.AskAsync<int>("select count(*) from detections where camera = 10"));
        await DriveAsync(network, key, _ => []);

        Assert.Equal(2, await portal.AskAsync<int>("select count(*) from detections where camera = 10"));
        Assert.Equal("old-town", await portal.AskAsync<string>("select min(area_id) from detection_places where latitude_e5 = 3661000 and longitude_e5 = -12189000"));
        Assert.Equal(2, await portal.AskAsync<int>("select count(*) from detection_places"));
        Assert.Equal("reading", await portal.AskAsync<string>("select state from camera_reports where camera = 10"));
        Assert.Equal("The car's reader was switched off.", await portal.AskAsync<string>("select reason from camera_outages where camera = 10"));
    }

    [Fact]
    public async Task A_car_whose_camera_no_decision_covers_does_not_read()
    {
        var key = await portal.KeyAsync(8);
        await FilmAsync();
        using var network = new HttpClient { BaseAddress = portal.Address };

        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => DriveAsync(network, key, Read));

        Assert.Equal("Camera 8 may not read. No council decision is recorded for this.", refusal.Message);
        Assert.Equal(0, _frames);
    }

    [Fact]
    public async Task A_car_that_the_portal_has_never_allowed_does_not_read()
    {
        await FilmAsync();
        using var none = new HttpClient { BaseAddress = new Uri("http://127.0.0.1:9/") };

        await Assert.ThrowsAsync<InvalidOperationException>(() => DriveAsync(none, "tcam_", Read));
        Assert.Equal(0, _frames);
    }

    private async Task DriveAsync(HttpClient network, string key, ReadPlates read)
    {
        Assert.True(FeedAddress.TryParse(Path.Combine(_folder, "drive.mp4"), out var feed, out _));
        using var readers = new ReaderPool(() => read, 1);
        var car = new CarSettings(_folder, feed, Path.Combine(_folder, "track.nmea"), network, key);
        await new CarUnit(car, new IngestSettings(), readers, TimeProvider.System, NullLoggerFactory.Instance).RunAsync(Cancellation);
    }

    // Two vehicles, one after the other.
    private IReadOnlyList<PlateRead> Read(Frame frame)
    {
        var plate = _frames++ < 12 ? "8CAR123" : "4XYZ777";
        var box = new PlateBox(100 + _frames, 100, 60, 30);
        return [new PlateRead(plate, .95, null, box, PlateQuad.Upright(box, 1), [new PlateCandidate(plate, .95)])];
    }

    private async Task FilmAsync()
    {
        string[] arguments = ["-v", "error", "-nostdin", "-f", "lavfi", "-i", "testsrc2=size=320x240:rate=10", "-t", "3", Path.Combine(_folder, "drive.mp4")];
        using var ffmpeg = Process.Start(new ProcessStartInfo("ffmpeg", arguments))!;
        await ffmpeg.WaitForExitAsync(Cancellation);
    }

    // A car that waits at a light in Old Town, one sentence a second.
    private async Task WriteTrackAsync()
    {
        var now = TimeProvider.System.GetUtcNow();
        var sentences = Enumerable.Range(-5, 65).Select(second =>
        {
            var at = now.AddSeconds(second);
            var body = string.Create(CultureInfo.InvariantCulture, $"GPRMC,{at:HHmmss},A,3636.6000,N,12153.4000,W,000.0,000.0,{at:ddMMyy},,");
            return $"${body}*{body.Aggregate(0, (sum, c) => sum ^ c):X2}";
        });
        await File.WriteAllLinesAsync(Path.Combine(_folder, "track.nmea"), sentences, Cancellation);
    }
}
