using Transparency.Ingest.Recognition.Pictures;
using Transparency.Ingest.Recognition.Rendering;

namespace Transparency.Ingest.Tests.Recognition.Pictures;

public sealed class PictureDecoderTests : IDisposable
{
    private readonly SamplePictures samples = new();
    private readonly PictureDecoder decoder = new();

    public void Dispose()
    {
        decoder.Dispose();
        samples.Dispose();
    }

    [Theory]
    [InlineData("a.jpg")]
    [InlineData("a.png")]
    [InlineData("a.bmp")]
    public void A_picture_is_decoded_to_the_grey_it_was_drawn_in(string name)
    {
        var scene = SamplePictures.Scene("7ABC123", 320, 200);

        var decoded = Decode(samples.Write(name, scene));

        Assert.Null(decoded.Error);
        Assert.Equal((320, 200), (decoded.Frame!.Width, decoded.Frame.Height));
        var grey = scene.ToGrey();
        Assert.True(grey.Zip(decoded.Frame.Grey, (a, b) => Math.Abs(a - b)).Average() < 4);
    }

    [Fact]
    public void An_empty_file_says_so() => Assert.Equal("The file is empty.", Decode(samples.WriteBytes("a.jpg", [])).Error);

    [Fact]
    public void A_missing_file_says_so() => Assert.Contains("does not exist", Decode(Path.Combine(samples.Folder, "none.jpg")).Error, StringComparison.Ordinal);

    [Fact]
    public void Text_with_a_pictures_name_is_refused() =>
        Assert.Contains("not a picture", Decode(samples.WriteBytes("a.jpg", "no picture"u8)).Error, StringComparison.Ordinal);

    [Fact]
    public void A_jpeg_cut_or_changed_anywhere_is_a_picture_or_a_clear_refusal()
    {
        var whole = File.ReadAllBytes(samples.Write("a.jpg", SamplePictures.Scene("7ABC123", 320, 200)));
        using var jpeg = new JpegDecoder();
        for (var cut = 3; cut < whole.Length; cut += 37)
        {
            var decoded = jpeg.Decode(whole.AsSpan(0, cut), DateTimeOffset.UnixEpoch);
            Assert.True(decoded.Frame is null != decoded.Error is null);
            var changed = whole.ToArray();
            changed[cut] ^= 0xff;
            decoded = jpeg.Decode(changed, DateTimeOffset.UnixEpoch);
            Assert.True(decoded.Frame is null != decoded.Error is null);
        }

        Assert.NotNull(jpeg.Decode(whole.AsSpan(0, 400), DateTimeOffset.UnixEpoch).Error);
    }

    [Theory]
    [InlineData("gray", 1)]
    [InlineData("rgb24", 1)]
    [InlineData("rgba", 1)]
    [InlineData("ya8", 1)]
    [InlineData("rgb48be", 1)]
    [InlineData("gray16be", 1)]
    [InlineData("pal8", 12)]
    public void A_png_of_every_colour_type_is_the_grey_it_was_drawn_in(string format, double tolerance)
    {
        var scene = SamplePictures.Scene("7ABC123", 320, 200);
        var bytes = File.ReadAllBytes(samples.Write("a.png", scene, format));

        Assert.True(PngDecoder.Recognises(bytes));
        var decoded = PngDecoder.Decode(bytes, DateTimeOffset.UnixEpoch);

        Assert.Null(decoded.Error);
        Assert.True(scene.ToGrey().Zip(decoded.Frame!.Grey, (a, b) => Math.Abs(a - b)).Average() < tolerance);
    }

    [Fact]
    public void A_png_cut_or_changed_anywhere_is_a_picture_or_a_clear_refusal()
    {
        var whole = File.ReadAllBytes(samples.Write("a.png", SamplePictures.Scene("7ABC123", 320, 200)));
        for (var cut = 1; cut < whole.Length; cut += 41)
        {
            var changed = whole.ToArray();
            changed[cut] ^= 0xff;
            foreach (var damaged in new[] { whole[..cut], changed })
            {
                if (PngDecoder.Recognises(damaged))
                {
                    var decoded = PngDecoder.Decode(damaged, DateTimeOffset.UnixEpoch);
                    Assert.True(decoded.Frame is null != decoded.Error is null);
                }
            }
        }

        Assert.Contains("cut short", PngDecoder.Decode(whole[..^200], DateTimeOffset.UnixEpoch).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_of_40_megapixels_is_shrunk_while_decoding()
    {
        var decoded = Decode(samples.Write("large.jpg", new RgbPicture(8000, 5000)));

        Assert.NotNull(decoded.Frame);
        Assert.True(decoded.Frame.Width * decoded.Frame.Height <= JpegDecoder.MostPixels);
        Assert.Equal(8000, decoded.Frame.Width * decoded.Scale, 1);
    }

    [Fact]
    public void A_video_gives_its_frames_and_their_times()
    {
        using var video = VideoFile.Open(samples.WriteVideo("a.avi", SamplePictures.Scene("7ABC123", 320, 200), 5), DateTimeOffset.UnixEpoch);
        var times = new List<double>();
        while (video!.Next() is { } frame)
        {
            times.Add((frame.CapturedAt - DateTimeOffset.UnixEpoch).TotalMilliseconds);
        }

        Assert.Equal([0, 100, 200, 300, 400], times);
    }

    [Fact]
    public void A_video_cut_short_gives_the_frames_that_are_whole()
    {
        var whole = File.ReadAllBytes(samples.WriteVideo("a.avi", SamplePictures.Scene("7ABC123", 320, 200), 8));
        using var video = VideoFile.Open(samples.WriteBytes("cut.avi", whole.AsSpan(0, whole.Length / 2)), DateTimeOffset.UnixEpoch);
        var frames = 0;
        while (video?.Next() is not null)
        {
            frames++;
        }

        Assert.InRange(frames, 1, 7);
    }

    private DecodedPicture Decode(string path) => decoder.Decode(path, DateTimeOffset.UnixEpoch);
}
