using Transparency.Core.Demonstration;
using Transparency.Ingest.Delivery;
using Transparency.Ingest.Recognition;
using Transparency.Ingest.Recognition.Rendering;
using Transparency.Ingest.Tracking;

namespace Transparency.Ingest.Demonstration;

/// <summary>
/// Photographs vehicles of the demonstration's past in the rendered street, cut and blurred as those that the worker stores. By day or
/// at dusk; not thread-safe.
/// </summary>
internal sealed class StreetPhotographer(TimeZoneInfo zone) : IDisposable
{
    private const float Distance = 7.5f;
    private const float PlateWidth = .46f;

    private static readonly Daylight Day = new(1);
    private static readonly Daylight Dusk = new(.25f);

    private readonly JpegEncoder _encoder = new();
    private readonly StreetRenderer _byDay = new();
    private readonly StreetRenderer _atDusk = new();
    private long _count;

    public byte[] Draw(DemonstrationVehicle vehicle)
    {
        var isDay = TimeZoneInfo.ConvertTime(vehicle.CapturedAt, zone).Hour is >= 7 and < 18;
        var passing = new StreetVehicle
        {
            Number = _count += 9,
            Plate = vehicle.Plate,
            Colour = vehicle.Colour,
            Shape = VehicleShape.All[(int)(vehicle.CapturedAt.ToUnixTimeMilliseconds() / 7 % VehicleShape.All.Count)],
            Lane = (int)(vehicle.CapturedAt.ToUnixTimeMilliseconds() % 2),
            Speed = 1,
            Start = vehicle.CapturedAt,
        };
        var now = vehicle.CapturedAt.AddSeconds(Distance - passing.DistanceAt(vehicle.CapturedAt));
        var picture = (isDay ? _byDay : _atDusk).Draw([passing], now, isDay ? Day : Dusk);
        return _encoder.Encode(VehiclePicture.Cut(FrameOf(picture, vehicle.CapturedAt), Plate(passing))!.Pixels);
    }

    public void Dispose() => _encoder.Dispose();

    private static PlateBox Plate(StreetVehicle vehicle)
    {
        var width = PlateWidth * StreetView.Scale(Distance);
        var centre = StreetView.Project(vehicle.Lane == 0 ? -StreetView.LaneCentre : StreetView.LaneCentre, vehicle.Shape.PlateHeight, Distance);
        return new PlateBox(centre.X - (width / 2), centre.Y - (width / 4), width, width / 2);
    }

    // JFIF: full range, the weights of ITU-R BT.601; chroma of every second pixel.
    private static Frame FrameOf(RgbPicture picture, DateTimeOffset at)
    {
        var (width, height) = (picture.Width, picture.Height);
        var frame = new Frame
        {
            Width = width,
            Height = height,
            Grey = new byte[width * height],
            U = new byte[width / 2 * (height / 2)],
            V = new byte[width / 2 * (height / 2)],
            CapturedAt = at,
        };
        for (var i = 0; i < width * height; i++)
        {
            var (r, g, b) = (picture.Pixels[i * 3], picture.Pixels[(i * 3) + 1], picture.Pixels[(i * 3) + 2]);
            frame.Grey[i] = (byte)((.299f * r) + (.587f * g) + (.114f * b) + .5f);
            if ((i % width % 2) == 0 && (i / width % 2) == 0)
            {
                var at2 = (i / width / 2 * (width / 2)) + (i % width / 2);
                frame.U[at2] = (byte)Math.Clamp(128 - (.169f * r) - (.331f * g) + (.5f * b), 0, 255);
                frame.V[at2] = (byte)Math.Clamp(128 + (.5f * r) - (.419f * g) - (.081f * b), 0, 255);
            }
        }

        return frame;
    }
}
