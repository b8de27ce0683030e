using Transparency.Core.Detections;
using Transparency.Ingest.Demonstration;
using Transparency.Ingest.Recognition;
using Transparency.Ingest.Recognition.Rendering;
using Transparency.Ingest.Recognition.Vehicles;

namespace Transparency.Ingest.Tests.Recognition.Vehicles;

public sealed class PaintColourTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 20, 0, 0, TimeSpan.Zero);

    private static long number;

    [Fact]
    public void By_day_nine_of_ten_rendered_vehicles_are_told_and_nearly_all_of_these_rightly()
    {
        var (seen, told, wrong) = (0, 0, new List<string>());
        var renderer = new StreetRenderer();
        foreach (var (light, distance) in new[] { (1f, 6f), (1f, 11f), (.8f, 7f) })
        {
            foreach (var colour in Enum.GetValues<VehicleColour>().Where(c => c != VehicleColour.NotTold))
            {
                foreach (var shape in VehicleShape.All.Distinct())
                {
                    var answer = PaintColour.Tell(Street(renderer, colour, shape, light, distance), Plate(shape, distance));
                    seen++;
                    told += answer == VehicleColour.NotTold ? 0 : 1;
                    if (answer != VehicleColour.NotTold && answer != colour)
                    {
                        wrong.Add($"{colour} {shape.PlateHeight} at {distance} m in {light}: {answer}");
                    }
                }
            }
        }

        Assert.True(told >= .9 * seen, $"{told} of {seen} told");
        Assert.True(wrong.Count <= .03 * told, string.Join("; ", wrong));
    }

    [Fact]
    public void By_night_no_colour_is_told()
    {
        var street = Street(new StreetRenderer(), VehicleColour.Red, VehicleShape.Suv, 1, 6);
        for (var i = 0; i < street.Grey.Length; i++)
        {
            street.Grey[i] /= 4;
        }

        Assert.Equal(VehicleColour.NotTold, PaintColour.Tell(street, Plate(VehicleShape.Suv, 6)));
    }

    [Fact]
    public void A_grey_picture_tells_no_colour()
    {
        var street = new Frame { Width = 1280, Height = 720, Grey = Street(new StreetRenderer(), VehicleColour.Red, VehicleShape.Suv, 1, 6).Grey, CapturedAt = Noon };

        Assert.Equal(VehicleColour.NotTold, PaintColour.Tell(street, Plate(VehicleShape.Suv, 6)));
    }

    [Fact]
    public void A_plate_at_the_pictures_edge_is_no_error()
    {
        var street = Street(new StreetRenderer(), VehicleColour.Red, VehicleShape.Suv, 1, 6);

        Assert.Equal(VehicleColour.NotTold, PaintColour.Tell(street, PlateQuad.Upright(new(-200, -200, 60, 30), 1)));
    }

    private static Frame Street(StreetRenderer renderer, VehicleColour colour, VehicleShape shape, float light, float distance)
    {
        var vehicle = new StreetVehicle { Number = number++, Plate = "7ABC123", Colour = colour, Shape = shape, Lane = 1, Speed = 10, Start = Noon };
        var when = Noon.AddSeconds((distance - vehicle.DistanceAt(Noon)) / vehicle.Speed);
        return InColour(renderer.Draw([vehicle], when, new Daylight(light)));
    }

    private static PlateQuad Plate(VehicleShape shape, float distance)
    {
        var (centre, width) = (StreetView.Project(StreetView.LaneCentre, shape.PlateHeight, distance), .46f * StreetView.Scale(distance));
        return PlateQuad.Upright(new(centre.X - (width / 2), centre.Y - (width / 4), width, width / 2), 1);
    }

    /// <summary>Full-range YCbCr 4:2:0 of a picture.</summary>
    private static Frame InColour(RgbPicture picture)
    {
        var frame = new Frame
        {
            Width = picture.Width,
            Height = picture.Height,
            Grey = picture.ToGrey(),
            U = new byte[picture.Width * picture.Height / 4],
            V = new byte[picture.Width * picture.Height / 4],
            CapturedAt = Noon,
        };
        for (var i = 0; i < frame.U.Length; i++)
        {
            var at = 3 * ((i / frame.ChromaWidth * 2 * picture.Width) + (i % frame.ChromaWidth * 2));
            var (r, g, b) = (picture.Pixels[at], picture.Pixels[at + 1], picture.Pixels[at + 2]);
            frame.U[i] = (byte)(128.5 - (.168736 * r) - (.331264 * g) + (.5 * b));
            frame.V![i] = (byte)(128.5 + (.5 * r) - (.418688 * g) - (.081312 * b));
        }

        return frame;
    }
}
