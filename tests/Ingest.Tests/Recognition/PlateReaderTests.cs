using Transparency.Ingest.Recognition;
using Transparency.Ingest.Recognition.Rendering;
using Transparency.Ingest.Tests.Recognition.Pictures;

namespace Transparency.Ingest.Tests.Recognition;

public sealed class PlateReaderTests
{
    [Theory]
    [InlineData("7ABC123")]
    [InlineData("8WKT405")]
    [InlineData("6MRD929")]
    [InlineData("4SAM671")]
    public void A_plate_in_a_rendered_street_is_found_and_read(string plate)
    {
        using var reader = PlateReader.Load();

        var reads = reader.Read(SamplePictures.FrameOf(SamplePictures.Scene(plate)));

        var read = Assert.Single(reads);
        Assert.Equal(plate, read.Plate);
        Assert.Equal(plate, read.Candidates[0].Text);
        Assert.True(read.Box.Overlap(new PlateBox(403, 281, 140, 74)) > .5f, $"{read.Box}");
    }

    [Fact]
    public void An_empty_street_has_no_plate()
    {
        var street = new RgbPicture(960, 540);
        street.Fill(new(90, 92, 95));
        using var reader = PlateReader.Load();

        Assert.Empty(reader.Read(SamplePictures.FrameOf(street)));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 700)]
    [InlineData(1900, 2)]
    public void A_picture_of_any_shape_is_read_without_a_crash(int width, int height)
    {
        using var reader = PlateReader.Load();

        Assert.True(reader.Read(new Frame { Width = width, Height = height, Grey = new byte[width * height], CapturedAt = DateTimeOffset.UnixEpoch }).Count < 2);
    }
}
