using Transparency.Portal.Api.Cameras;

namespace Transparency.Portal.Tests.Api.Cameras;

public sealed class CameraJpegTests
{
    private static byte[] Jpeg => CameraSamples.Jpeg;

    [Fact]
    public void A_picture_keeps_its_pixels_and_loses_everything_else()
    {
        byte[] secret = [0xff, 0xe1, 0x00, 0x0a, .. "Exif-gps"u8];

        var clean = CameraJpeg.Clean([.. Jpeg[..2], .. secret, .. Jpeg[2..]])!;

        Assert.Equal(CameraJpeg.Clean(Jpeg), clean);
        Assert.True(clean.Length <= Jpeg.Length && clean.AsSpan().IndexOf("Exif-gps"u8) < 0);
    }

    [Fact]
    public void A_picture_as_large_as_a_street_is_not_kept()
    {
        var large = (byte[])Jpeg.Clone();
        ReadOnlySpan<byte> startOfFrame = [0xff, 0xc0];
        var frame = large.AsSpan().IndexOf(startOfFrame);
        (large[frame + 5], large[frame + 6]) = (0x05, 0x00);

        Assert.NotNull(CameraJpeg.Clean(Jpeg));
        Assert.Null(CameraJpeg.Clean(large));
    }

    [Fact]
    public void What_is_no_JPEG_or_is_cut_off_is_not_kept()
    {
        Assert.Null(CameraJpeg.Clean([]));
        Assert.Null(CameraJpeg.Clean("this is no picture, however long it may be"u8));
        Assert.Null(CameraJpeg.Clean(Jpeg.AsSpan(0, Jpeg.Length / 2)));
    }
}
