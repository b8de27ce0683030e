using Microsoft.Extensions.DependencyInjection;
using Transparency.Core.Cameras;
using Transparency.Ingest.Delivery;
using Transparency.Ingest.Tests.Feeds;
using Transparency.Ingest.Worker;

namespace Transparency.Ingest.Tests.Worker;

public sealed class NoTraceTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Frames_without_a_plate_leave_no_trace_on_disk()
    {
        await using var feed = await FlakyCamera.StartAsync(picturesPerConnection: 1000, stalls: false);
        await using var city = await TestCity.CreateAsync(feed.Address);
        await using (var bench = new WorkerBench(city, _ => []))
        {
            var crew = bench.Services.GetRequiredService<CameraCrew>();
            await crew.RefreshAsync(new Dictionary<int, DateTimeOffset>(), Cancellation);
            while (crew.Reports().Single(report => report.Camera == 1) is not { State: CameraState.Reading, Frames: > 20 })
            {
                await Task.Delay(50, Cancellation);
            }

            await crew.StopAsync();
            Assert.Equal(0, bench.Services.GetRequiredService<Spool>().PendingBytes);
        }

        Assert.Empty(await city.DetectionsAsync());
        Assert.False(Directory.Exists(Path.Combine(city.Folder, "photos")));
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        byte[] startOfJpeg = [0xff, 0xd8, 0xff];
        foreach (var file in Directory.GetFiles(city.Folder, "*", SearchOption.AllDirectories))
        {
            Assert.True((await File.ReadAllBytesAsync(file, Cancellation)).AsSpan().IndexOf(startOfJpeg) < 0, $"{Path.GetFileName(file)} holds a picture");
        }
    }
}
