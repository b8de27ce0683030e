using Microsoft.Extensions.DependencyInjection;
using Transparency.Core.AuditTrail;
using Transparency.Core.Cameras;
using Transparency.Ingest.Tests.Feeds;
using Transparency.Ingest.Worker;

namespace Transparency.Ingest.Tests.Worker;

public sealed class CameraCrewTests
{
    private static readonly Dictionary<int, DateTimeOffset> Nobody = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Only_a_live_camera_with_a_council_decision_is_read_and_the_others_say_why_not()
    {
        await using var feed = await FlakyCamera.StartAsync(picturesPerConnection: 1000, stalls: false);
        await using var city = await TestCity.CreateAsync(feed.Address);
        await using var bench = new WorkerBench(city, _ => []);
        var crew = bench.Services.GetRequiredService<CameraCrew>();

        await crew.RefreshAsync(Nobody, Cancellation);
        await UntilAsync(() => crew.Reports().Any(report => report.State == CameraState.Reading));

        var reports = crew.Reports().OrderBy(report => report.Camera).ToList();
        Assert.Equal([(1, CameraState.Reading), (3, CameraState.Refused)], reports.Select(report => (report.Camera, report.State)));
        Assert.Equal("No council decision is recorded for this.", reports[1].Message);
        await crew.StopAsync();
    }

    [Fact]
    public async Task A_camera_that_is_switched_off_is_left_alone_from_the_next_look_on()
    {
        await using var feed = await FlakyCamera.StartAsync(picturesPerConnection: 1000, stalls: false);
        await using var city = await TestCity.CreateAsync(feed.Address);
        await using var bench = new WorkerBench(city, _ => []);
        var crew = bench.Services.GetRequiredService<CameraCrew>();
        await crew.RefreshAsync(Nobody, Cancellation);
        await UntilAsync(() => crew.Reports().Any(report => report.State == CameraState.Reading));

        var context = new AuditContext { Actor = Actor.System(city.City), Purpose = "test", At = TimeProvider.System.GetUtcNow() };
        await bench.Services.GetRequiredService<SwitchCameraOff>().RunAsync(context, 1, cancellation: Cancellation);
        await crew.RefreshAsync(Nobody, Cancellation);

        Assert.Equal([3], crew.Reports().Select(report => report.Camera));
    }

    [Fact]
    public async Task An_outage_is_on_record_from_its_beginning_to_its_end()
    {
        await using var feed = await FlakyCamera.StartAsync(picturesPerConnection: 5, stalls: false);
        await using var city = await TestCity.CreateAsync(feed.Address);
        await using var bench = new WorkerBench(city, _ => []);
        var crew = bench.Services.GetRequiredService<CameraCrew>();
        using var stop = new CancellationTokenSource();
        var recording = bench.Services.GetRequiredService<OutageRecorder>().RunAsync(stop.Token);
        var outages = bench.Services.GetRequiredService<CameraOutageStore>();
        var start = TimeProvider.System.GetUtcNow();

        await crew.RefreshAsync(new Dictionary<int, DateTimeOffset> { [1] = start.AddMinutes(-5) }, Cancellation);
        IReadOnlyList<CameraOutage> seen = [];
        await UntilAsync(async () => (seen = await outages.ListAsync(1, start.AddHours(-1), start.AddHours(1), Cancellation)).Count(o => o.ToMs is not null) >= 2);

        Assert.Equal("The worker was not running.", seen[0].Reason);
        Assert.Equal(start.AddMinutes(-5).ToUnixTimeMilliseconds(), seen[0].FromMs);
        Assert.True(seen[1].FromMs >= seen[0].ToMs && seen[1].ToMs > seen[1].FromMs);
        await crew.StopAsync();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => recording);
    }

    [Fact]
    public async Task A_feed_that_cannot_be_one_is_reported_and_stops_no_other()
    {
        await using var city = await TestCity.CreateAsync("file:///etc/passwd");
        await using var bench = new WorkerBench(city, _ => []);
        var crew = bench.Services.GetRequiredService<CameraCrew>();

        await crew.RefreshAsync(Nobody, Cancellation);

        Assert.Equal(CameraState.Offline, crew.Reports().Single(report => report.Camera == 1).State);
    }

    private static Task UntilAsync(Func<bool> condition) => UntilAsync(() => Task.FromResult(condition()));

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        while (!await condition())
        {
            await Task.Delay(50, Cancellation);
        }
    }
}
