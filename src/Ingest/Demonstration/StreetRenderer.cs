using Transparency.Core.Detections;
using Transparency.Ingest.Recognition.Rendering;

namespace Transparency.Ingest.Demonstration;

/// <summary>Draws the street as it looks at one instant. Keeps what it painted before; not thread-safe.</summary>
internal sealed class StreetRenderer
{
    private readonly RgbPicture _frame = new(StreetView.Width, StreetView.Height);
    private readonly Dictionary<long, Sprite> _sprites = [];
    private RgbPicture? _background;
    private Daylight _light;

    /// <summary>The picture; valid until the next call.</summary>
    public RgbPicture Draw(IEnumerable<StreetVehicle> vehicles, DateTimeOffset now, Daylight light)
    {
        if (_background is null || light != _light)
        {
            (_background, _light) = (StreetBackground.Paint(light), light);
        }

        _background.Pixels.CopyTo(_frame.Pixels, 0);
        var inView = vehicles
            .Select(vehicle => (Vehicle: vehicle, Distance: vehicle.DistanceAt(now)))
            .Where(seen => seen.Distance is > 2 and < StreetVehicle.Vanishing)
            .OrderByDescending(seen => seen.Distance)
            .ToList();
        foreach (var (vehicle, distance) in inView)
        {
            Draw(vehicle, distance);
        }

        foreach (var gone in _sprites.Keys.Except(inView.Select(seen => seen.Vehicle.Number)).ToList())
        {
            _sprites.Remove(gone);
        }

        return _frame;
    }

    private void Draw(StreetVehicle vehicle, float distance)
    {
        if (!_sprites.TryGetValue(vehicle.Number, out var sprite))
        {
            // Mostly the usual plate; every ninth car has the black one of the 1960s.
            var colours = vehicle.Number % 9 == 4 ? PlateColours.CaliforniaBlack : PlateColours.California;
            _sprites[vehicle.Number] = sprite = VehiclePainter.Paint(vehicle.Shape, Paint(vehicle.Colour), vehicle.Plate, colours, _light);
        }

        var x = vehicle.Lane == 0 ? -StreetView.LaneCentre : StreetView.LaneCentre;
        var fade = Math.Clamp((StreetVehicle.Vanishing - distance) / 60, 0, 1);
        sprite.Draw(_frame, StreetView.Project(x, 0, distance), StreetView.Scale(distance), fade);
    }

    private static Rgb Paint(VehicleColour colour) => colour switch
    {
        VehicleColour.Black => new(40, 42, 46),
        VehicleColour.White => new(226, 228, 228),
        VehicleColour.Silver => new(176, 180, 184),
        VehicleColour.Grey => new(106, 110, 116),
        VehicleColour.Red => new(158, 36, 40),
        VehicleColour.Blue => new(42, 74, 128),
        VehicleColour.Green => new(52, 88, 66),
        VehicleColour.Yellow => new(214, 176, 58),
        VehicleColour.Orange => new(198, 100, 40),
        _ => new(104, 80, 62),
    };
}
