using System.Diagnostics;
using Transparency.Ingest.Feeds;

namespace Transparency.Ingest.Tests.Feeds;

public sealed class FrameSourceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_video_file_gives_its_frames_and_ends()
    {
        await FfmpegAsync("-f", "lavfi", "-i", "testsrc2=size=320x240:rate=10", "-t", "2", _folder.File("street.mp4"));

        var frames = (await ReadAsync(_folder.File("street.mp4"))).OfType<FeedSignal.Picture>().ToList();

        Assert.Equal(20, frames.Count);
        Assert.All(frames, signal => Assert.Equal((320, 240, true), (signal.Frame.Width, signal.Frame.Height, signal.Frame.U is not null)));
    }

    [Fact]
    public async Task A_folder_gives_its_pictures_in_order_and_tells_of_those_it_cannot_read()
    {
        await FfmpegAsync("-f", "lavfi", "-i", "color=red:size=64x48", "-frames:v", "1", _folder.File("a.png"));
        await FfmpegAsync("-f", "lavfi", "-i", "color=white:size=31x17", "-frames:v", "1", _folder.File("d.jpg"));
        await File.WriteAllBytesAsync(_folder.File("b.jpg"), [], Cancellation);
        await File.WriteAllTextAsync(_folder.File("c.jpg"), "no picture", Cancellation);
        await File.WriteAllTextAsync(_folder.File("readme.txt"), "no picture either", Cancellation);

        var signals = await ReadAsync(_folder.Path);

        Assert.Collection(
            signals,
            first => Assert.Equal(64, Assert.IsType<FeedSignal.Picture>(first).Frame.Width),
            second => Assert.Equal("b.jpg", Assert.IsType<FeedSignal.Skipped>(second).File),
            third => Assert.Equal("c.jpg", Assert.IsType<FeedSignal.Skipped>(third).File),
            fourth => Assert.True(Assert.IsType<FeedSignal.Picture>(fourth).Frame.Grey.Max() > 240));
    }

    [Fact]
    public async Task A_picture_of_forty_megapixels_is_scaled_down()
    {
        await FfmpegAsync("-f", "lavfi", "-i", "color=gray:size=7680x5208", "-frames:v", "1", _folder.File("large.jpg"));

        var picture = Assert.IsType<FeedSignal.Picture>(Assert.Single(await ReadAsync(_folder.Path)));

        Assert.Equal((1920, 1302), (picture.Frame.Width, picture.Frame.Height));
    }

    [Fact]
    public async Task A_folder_without_pictures_says_so()
    {
        var problem = await Assert.ThrowsAsync<FeedException>(() => ReadAsync(_folder.Path));

        Assert.Equal("The folder holds no pictures.", problem.Message);
    }

    [Fact]
    public async Task A_truncated_video_gives_what_it_can_or_a_sentence()
    {
        await FfmpegAsync("-f", "lavfi", "-i", "testsrc2=size=320x240:rate=10", "-t", "5", _folder.File("whole.mp4"));
        var bytes = await File.ReadAllBytesAsync(_folder.File("whole.mp4"), Cancellation);
        await File.WriteAllBytesAsync(_folder.File("cut.mp4"), bytes[..(bytes.Length / 2)], Cancellation);

        var problem = await Assert.ThrowsAsync<FeedException>(() => ReadAsync(_folder.File("cut.mp4")));

        Assert.Equal("The video is cut off or damaged.", problem.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("this is no video")]
    public async Task A_file_that_is_no_video_says_so(string content)
    {
        await File.WriteAllTextAsync(_folder.File("street.mp4"), content, Cancellation);

        await Assert.ThrowsAsync<FeedException>(() => ReadAsync(_folder.File("street.mp4")));
    }

    [Fact]
    public async Task A_stream_that_drops_is_connected_again()
    {
        await using var camera = await FlakyCamera.StartAsync(picturesPerConnection: 6, stalls: false);

        var signals = await LiveFeed.ReadAsync(camera.Address, new FeedSettings(), until: signals => signals.OfType<FeedSignal.Restored>().Count() == 2);

        Assert.True(camera.Connections >= 3);
        LiveFeed.AssertAlternate(signals);
        Assert.All(signals.OfType<FeedSignal.Picture>(), signal => Assert.Equal(160, signal.Frame.Width));
    }

    [Fact]
    public async Task A_stream_that_stalls_in_the_middle_of_a_picture_is_noticed_and_connected_again()
    {
        await using var camera = await FlakyCamera.StartAsync(picturesPerConnection: 6, stalls: true);

        var settings = new FeedSettings { Stall = TimeSpan.FromSeconds(1.5) };
        var signals = await LiveFeed.ReadAsync(camera.Address, settings, until: signals => signals.OfType<FeedSignal.Restored>().Any());

        Assert.Equal("The camera stopped sending pictures.", signals.OfType<FeedSignal.Lost>().First().Reason);
        LiveFeed.AssertAlternate(signals);
    }

    [Fact]
    public async Task A_camera_that_is_not_there_is_lost_once_however_often_it_is_tried()
    {
        await using var camera = await FlakyCamera.StartAsync(picturesPerConnection: 0, stalls: false);

        var signals = await LiveFeed.ReadAsync(camera.Address, new FeedSettings(), until: _ => camera.Connections >= 3);

        Assert.IsType<FeedSignal.Lost>(Assert.Single(signals));
    }

    private async Task<List<FeedSignal>> ReadAsync(string path)
    {
        Assert.True(FeedAddress.TryParse(path, out var address, out _));
        var signals = new List<FeedSignal>();
        await foreach (var signal in new FrameSource(address, new FeedSettings(), TimeProvider.System).ReadAsync(Cancellation))
        {
            signals.Add(signal);
        }

        return signals;
    }

    private static async Task FfmpegAsync(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("ffmpeg", ["-v", "error", "-nostdin", "-y", .. arguments]))!;
        await process.WaitForExitAsync(Cancellation);
        Assert.Equal(0, process.ExitCode);
    }
}
