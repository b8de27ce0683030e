using System.Numerics;
using Transparency.Ingest.Recognition.Rendering;

namespace Transparency.Ingest.Tests.Recognition.Rendering;

public sealed class PlatePictureTests
{
    [Fact]
    public void The_same_text_gives_the_same_picture()
    {
        Assert.Equal(PlatePicture.Render("7ABC123").Pixels, PlatePicture.Render("7ABC123").Pixels);
        Assert.NotEqual(PlatePicture.Render("7ABC123").Pixels, PlatePicture.Render("7ABC128").Pixels);
    }

    [Theory]
    [InlineData("7ABC123")]
    [InlineData("ABC 123")]
    [InlineData("AB-1234")]
    [InlineData("WMQ8051Z")]
    public void Characters_stand_out_from_the_background(string text)
    {
        var grey = PlatePicture.Render(text).ToGrey();
        var row = grey.AsSpan(80 * PlatePicture.WidthMillimetres, PlatePicture.WidthMillimetres).ToArray();

        Assert.Contains(row, value => value < 90);
        Assert.Contains(row, value => value > 200);
    }

    [Fact]
    public void A_text_that_is_on_no_plate_is_refused() => Assert.Throws<ArgumentException>(() => PlatePicture.Render("<script>"));

    [Fact]
    public void A_plate_fills_its_corners_and_nothing_else()
    {
        var scene = new RgbPicture(200, 120);
        Vector2[] corners = [new(40, 30), new(160, 45), new(158, 100), new(42, 88)];

        PlateArt.Draw(scene, corners, "7ABC123");

        Assert.True(scene.ToGrey()[(36 * 200) + 60] > 150);
        Assert.Equal(0, scene.ToGrey()[(10 * 200) + 100]);
        Assert.Equal(0, scene.ToGrey()[(30 * 200) + 150]);
    }

    [Fact]
    public void A_plate_half_outside_the_scene_is_cut_off()
    {
        var scene = new RgbPicture(100, 60);
        Vector2[] corners = [new(60, 20), new(180, 20), new(180, 80), new(60, 80)];

        PlateArt.Draw(scene, corners, "7ABC123");

        Assert.True(scene.ToGrey()[(22 * 100) + 70] > 150);
    }
}
