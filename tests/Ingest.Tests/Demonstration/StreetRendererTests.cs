using Transparency.Core.Detections;
using Transparency.Ingest.Demonstration;
using Transparency.Ingest.Recognition.Rendering;

namespace Transparency.Ingest.Tests.Demonstration;

public sealed class StreetRendererTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 20, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(1)]
    [InlineData(.1f)]
    public void A_plate_stands_where_the_vehicle_is_and_has_contrast_enough_to_be_read(float light)
    {
        var vehicle = new StreetVehicle
        {
            Number = 1,
            Plate = "0ABC123",
            Colour = VehicleColour.Blue,
            Shape = VehicleShape.Sedan,
            Lane = 1,
            Speed = 10,
            Start = Noon,
        };
        var when = Noon.AddSeconds(.5);
        var distance = vehicle.DistanceAt(when);

        var grey = new StreetRenderer().Draw([vehicle], when, new Daylight(light)).ToGrey();

        var (width, centre) = (.40f * StreetView.Scale(distance), StreetView.Project(StreetView.LaneCentre, .69f, distance));
        var row = grey.AsSpan(((int)centre.Y * StreetView.Width) + (int)(centre.X - (width / 2)), (int)width).ToArray();
        Assert.True(width > 90, $"the plate is {width} pixels wide");
        Assert.True(row.Max() - row.Min() > 70, $"from {row.Min()} to {row.Max()}");
    }

    [Fact]
    public void The_street_alone_is_the_same_in_every_frame()
    {
        var renderer = new StreetRenderer();
        var first = renderer.Draw([], Noon, new Daylight(1)).Pixels.ToArray();

        Assert.Equal(first, renderer.Draw([], Noon.AddSeconds(1), new Daylight(1)).Pixels);
    }

    [Fact]
    public void At_dusk_the_street_is_darker()
    {
        static double Mean(RgbPicture picture) => picture.ToGrey().Average(value => (double)value);

        Assert.True(Mean(new StreetRenderer().Draw([], Noon, new Daylight(0))) < .6 * Mean(new StreetRenderer().Draw([], Noon, new Daylight(1))));
    }

    [Fact]
    public void A_day_of_the_demonstration_has_day_and_dusk()
    {
        var levels = Enumerable.Range(0, 720).Select(second => Daylight.At(Noon.AddSeconds(second)).Level).ToList();

        Assert.Equal((0, 1), (levels.Min(), levels.Max()));
        Assert.True(levels.Count(level => level > .6) > 360);
    }
}
