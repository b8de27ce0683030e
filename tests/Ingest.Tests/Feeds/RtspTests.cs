using Microsoft.Extensions.DependencyInjection;
using Transparency.Core.Cameras;
using Transparency.Ingest.Feeds;
using Transparency.Ingest.Tests.Worker;
using Transparency.Ingest.Worker;

namespace Transparency.Ingest.Tests.Feeds;

/// <summary>H.264 over RTSP, as most network cameras send it, through ffmpeg.</summary>
public sealed class RtspTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_camera_gives_its_pictures_and_they_show_what_it_sees()
    {
        await using var camera = RtspCamera.Start(await HalfWhiteAsync());

        var signals = await LiveFeed.ReadAsync(camera.Address, new FeedSettings(), until: signals => signals.Count > 20);

        Assert.All(signals, signal => Assert.IsType<FeedSignal.Picture>(signal));
        var frame = ((FeedSignal.Picture)signals[^1]).Frame;
        Assert.Equal((640, 360), (frame.Width, frame.Height));
        Assert.InRange(frame.Grey[(180 * 640) + 100], 0, 10);
        Assert.InRange(frame.Grey[(180 * 640) + 540], 245, 255);
    }

    [Fact]
    public async Task A_camera_that_drops_is_connected_again()
    {
        await using var camera = RtspCamera.Start(await HalfWhiteAsync(), picturesPerConnection: 25);

        var signals = await LiveFeed.ReadAsync(camera.Address, new FeedSettings(), until: signals => signals.OfType<FeedSignal.Restored>().Count() == 2);

        Assert.True(camera.Streams >= 3);
        LiveFeed.AssertAlternate(signals);
    }

    [Fact]
    public async Task A_wrong_password_is_said_so_without_repeating_it()
    {
        await using var camera = RtspCamera.Start(await HalfWhiteAsync());

        var signals = await LiveFeed.ReadAsync(camera.AddressWithWrongPassword, new FeedSettings(), until: signals => signals.Count > 0);

        Assert.Equal("The camera does not accept the user name or password.", Assert.IsType<FeedSignal.Lost>(signals[0]).Reason);
    }

    [Fact]
    public async Task The_time_in_which_a_camera_was_gone_is_on_record()
    {
        await using var camera = RtspCamera.Start(await HalfWhiteAsync(), picturesPerConnection: 25, drops: 1);
        await using var city = await TestCity.CreateAsync(camera.Address);
        await using var bench = new WorkerBench(city, _ => []);
        var crew = bench.Services.GetRequiredService<CameraCrew>();
        using var stop = new CancellationTokenSource();
        var recording = bench.Services.GetRequiredService<OutageRecorder>().RunAsync(stop.Token);
        var outages = bench.Services.GetRequiredService<CameraOutageStore>();
        var start = TimeProvider.System.GetUtcNow();

        await crew.RefreshAsync(new Dictionary<int, DateTimeOffset>(), Cancellation);
        IReadOnlyList<CameraOutage> seen = [];
        while (seen is not [{ ToMs: not null }])
        {
            await Task.Delay(50, Cancellation);
            seen = await outages.ListAsync(1, start.AddHours(-1), start.AddHours(1), Cancellation);
        }

        Assert.InRange(seen[0].ToMs!.Value - seen[0].FromMs, 100, 60_000);
        Assert.DoesNotContain("secret", seen[0].Reason, StringComparison.Ordinal);
        Assert.Equal(CameraState.Reading, crew.Reports().Single(report => report.Camera == 1).State);
        await crew.StopAsync();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => recording);
    }

    private static Task<H264Video> HalfWhiteAsync() =>
        H264Video.EncodeAsync("-f", "lavfi", "-i", "color=black:size=640x360:rate=10,drawbox=x=320:y=0:w=320:h=360:color=white:t=fill", "-t", "3");
}
