using Transparency.Ingest.Recognition;
using Transparency.Ingest.Tracking;

namespace Transparency.Ingest.Tests.Tracking;

public sealed class VehiclePictureTests
{
    private static readonly Frame Street = new()
    {
        Width = 1280,
        Height = 720,
        Grey = [.. Enumerable.Range(0, 1280 * 720).Select(i => (byte)((i % 1280) ^ (i / 1280)))],
        U = new byte[640 * 360],
        V = new byte[640 * 360],
        CapturedAt = DateTimeOffset.UnixEpoch,
    };

    [Fact]
    public void The_picture_is_the_rear_of_the_vehicle_and_never_the_whole_frame()
    {
        var picture = VehiclePicture.Cut(Street, new PlateBox(600, 400, 120, 60))!;

        Assert.InRange(picture.Pixels.Width, 470, 490);
        Assert.InRange(picture.Pixels.Height, 260, 285);
        Assert.Equal(120, picture.Plate.Width);
    }

    [Fact]
    public void The_pixels_are_those_of_the_frame()
    {
        var picture = VehiclePicture.Cut(Street, new PlateBox(600, 400, 120, 60))!;
        var (x, y) = ((int)picture.Plate.X, (int)picture.Plate.Y);

        Assert.Equal(unchecked((byte)(600 ^ 400)), picture.Pixels.Grey[(y * picture.Pixels.Width) + x]);
        Assert.Equal(picture.Pixels.Width / 2 * (picture.Pixels.Height / 2), picture.Pixels.U!.Length);
    }

    [Fact]
    public void Windows_above_the_plate_are_blurred_so_that_no_face_is_left_and_the_plate_is_not()
    {
        var picture = VehiclePicture.Cut(Street, new PlateBox(600, 400, 120, 60))!;
        var (width, plateTop) = (picture.Pixels.Width, (int)picture.Plate.Y);

        // A face is half as wide as a plate: squares of that size keep one value each.
        Assert.All(Enumerable.Range(0, 60), x => Assert.Equal(picture.Pixels.Grey[0], picture.Pixels.Grey[(20 * width) + x]));
        Assert.True(picture.Pixels.Grey.AsSpan(0, width * (plateTop - 60)).ToArray().Distinct().Count() < 40);
        Assert.True(picture.Pixels.Grey.AsSpan(width * plateTop, width).ToArray().Distinct().Count() > 40);
    }

    [Fact]
    public void At_the_edge_of_the_frame_the_picture_ends_there()
    {
        var picture = VehiclePicture.Cut(Street, new PlateBox(1250, 700, 120, 60))!;

        Assert.True(picture.Pixels.Width < 480);
        Assert.True(picture.Pixels.Height < 280);
    }

    [Fact]
    public void A_box_outside_the_frame_gives_no_picture() => Assert.Null(VehiclePicture.Cut(Street, new PlateBox(5000, 100, 50, 25)));

    [Fact]
    public void A_blurred_plate_is_less_sharp()
    {
        var blank = new Frame { Width = 64, Height = 64, Grey = new byte[64 * 64], CapturedAt = DateTimeOffset.UnixEpoch };

        Assert.Equal(0, Sharpness.Of(blank, new PlateBox(0, 0, 64, 64)));
        Assert.True(Sharpness.Of(Street, new PlateBox(0, 0, 64, 64)) > 0);
        Assert.Equal(0, Sharpness.Of(Street, new PlateBox(-500, -500, 10, 10)));
    }
}
