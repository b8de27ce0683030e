using System.Numerics;
using Transparency.Ingest.Recognition.Rendering;

namespace Transparency.Ingest.Demonstration;

/// <summary>Paints the rear of a vehicle once, large; every frame then shows it smaller.</summary>
internal sealed class VehiclePainter
{
    private const float PixelsPerMetre = 270;
    private const float PlateWidth = .46f;
    private const float Margin = .14f;

    private static readonly Rgb Black = new(14, 14, 16);
    private static readonly Rgb Tyre = new(24, 24, 26);
    private static readonly Rgb Glass = new(38, 48, 60);
    private static readonly Rgb Lamp = new(150, 20, 24);
    private static readonly Rgb LampLit = new(255, 70, 52);

    private readonly VehicleShape _shape;
    private readonly Daylight _light;
    private readonly Rgb _body;
    private readonly Canvas _canvas;
    private readonly float _height;

    private VehiclePainter(VehicleShape shape, Rgb body, Daylight light)
    {
        (_shape, _light, _body) = (shape, light, light.On(body));
        _height = shape.Roof + Margin;
        _canvas = new Canvas((int)(2 * (shape.HalfWidth + Margin) * PixelsPerMetre), (int)((_height + Margin) * PixelsPerMetre));
    }

    public static Sprite Paint(VehicleShape shape, Rgb body, string plate, PlateColours colours, Daylight light)
    {
        var painter = new VehiclePainter(shape, body, light);
        painter.PaintUnderside();
        painter.PaintCabin();
        painter.PaintBody();
        painter.PaintLights();
        painter.PaintPlate(plate, colours);
        var foot = new Vector2(painter._canvas.Picture.Width / 2f, painter._height * PixelsPerMetre);
        return new Sprite(painter._canvas, PixelsPerMetre, foot);
    }

    private Vector2[] Place(Vector2[] metres) =>
        [.. metres.Select(point =>
            new Vector2((_canvas.Picture.Width / 2f) + (point.X * PixelsPerMetre), (_height - point.Y) * PixelsPerMetre))];

    private void Fill(Vector2[] metres, Rgb top, Rgb bottom, float opacity = 1) => _canvas.Fill(Place(metres), top, bottom, opacity);

    private void PaintUnderside()
    {
        var half = _shape.HalfWidth;
        for (var ring = 4; ring >= 1; ring--)
        {
            Fill(Outlines.Ellipse(0, .04f, half * (.98f + (.035f * ring)), .035f * ring), Black, Black, .22f);
        }

        Fill(Outlines.Box(-half * .9f, .12f, half * .9f, .4f), Black, Black);
        var tyre = Outlines.Round(Outlines.Box(-half * .95f, 0, (-half * .95f) + .24f, .42f), .05f);
        Fill(tyre, Tyre, Black);
        Fill(Outlines.Mirror(tyre), Tyre, Black);
    }

    private void PaintCabin()
    {
        var (half, roof) = (_shape.HalfWidth * .93f, _shape.HalfRoof);
        var (foot, top) = (_shape.Shoulder - .06f, _shape.Roof);
        var cabin = Outlines.Corners(
            -half, foot, -roof - .03f, top - .07f, -roof * .8f, top, roof * .8f, top, roof + .03f, top - .07f, half, foot);
        Fill(Outlines.Round(cabin, .10f), Canvas.Scale(_body, 1.12f), Canvas.Scale(_body, .86f));
        var glass = _light.On(Glass);
        var (low, high) = (Side(_shape.WindowBottom) - .09f, Side(_shape.WindowTop) - .08f);
        var (below, above) = (_shape.WindowBottom, _shape.WindowTop);
        var window = Outlines.Corners(-low, below, -high, above, high, above, low, below);
        Fill(Outlines.Round(window, .07f), Canvas.Scale(glass, .62f), Canvas.Mix(glass, _light.On(new(150, 170, 190)), .42f));
        var gleam = _light.On(new(210, 222, 232));
        Fill(Outlines.Corners(-high * .7f, above, -high * .35f, above, -low * .62f, below, -low * .95f, below), gleam, gleam, .13f);

        float Side(float y)
        {
            var up = (y - _shape.Shoulder) / (_shape.Roof - _shape.Shoulder);
            return half + ((roof - half) * Math.Clamp(up, 0, 1));
        }
    }

    private void PaintBody()
    {
        var (half, shoulder) = (_shape.HalfWidth, _shape.Shoulder);
        var left = Outlines.Corners(
            -half * .93f, .24f, -half * .985f, .42f, -half, .66f, -half * .97f, shoulder - .12f, -half * .86f, shoulder);
        Vector2[] body = [.. left, .. Outlines.Mirror(left).Reverse()];
        Fill(Outlines.Round(body, .10f), Canvas.Scale(_body, 1.16f), Canvas.Scale(_body, .60f));
        var edge = Outlines.Box(-half * .84f, shoulder - .035f, half * .84f, shoulder - .005f);
        Fill(edge, Canvas.Scale(_body, 1.35f), Canvas.Scale(_body, 1.2f), .5f);

        // The lid's gap, and the bumper with its dark lower lip.
        Fill(Outlines.Box(-half * .78f, .475f, half * .78f, .49f), Black, Black, .45f);
        var bumper = _shape.HasBrightBumper ? _light.On(new(188, 192, 196)) : Canvas.Scale(_body, .92f);
        var bar = Outlines.Round(Outlines.Box(-half * .99f, .30f, half * .99f, .475f), .08f);
        Fill(bar, Canvas.Scale(bumper, 1.08f), Canvas.Scale(bumper, .70f));
        Fill(Outlines.Round(Outlines.Box(-half * .90f, .20f, half * .90f, .31f), .05f), _light.On(new(36, 36, 38)), Black);
    }

    private void PaintLights()
    {
        var (half, s) = (_shape.HalfWidth * .975f, _shape);
        var left = Outlines.Corners(
            -half, s.LightBottom + .03f, -half * .985f, s.LightTop, -half + s.LightWidth, s.LightTop - .02f, -half + (s.LightWidth * .86f), s.LightBottom);
        foreach (var light in new[] { left, Outlines.Mirror(left) })
        {
            var colour = _light.LampsOn ? LampLit : _light.On(Lamp);
            Fill(Outlines.Round(light, .04f), Canvas.Scale(colour, 1.1f), Canvas.Scale(colour, .75f));
            var centre = Place([new(light.Average(p => p.X), light.Average(p => p.Y))])[0];
            _canvas.Glow(centre, .1f * PixelsPerMetre, new(255, 200, 180), _light.LampsOn ? .8f : .25f);
            if (_light.LampsOn)
            {
                _canvas.Glow(centre, .30f * PixelsPerMetre, LampLit, .40f);
            }
        }
    }

    private void PaintPlate(string text, PlateColours colours)
    {
        const float Half = PlateWidth / 2;
        var y = _shape.PlateHeight;
        var recess = Outlines.Round(Outlines.Box(-Half - .05f, y - (Half / 2) - .045f, Half + .05f, y + (Half / 2) + .06f), .05f);
        Fill(recess, Canvas.Scale(_body, .42f), Canvas.Scale(_body, .62f));
        var plate = PlatePicture.Render(text, colours, PlateWidth * PixelsPerMetre / PlatePicture.WidthMillimetres);
        var corner = Place([new(-Half, y + (Half / 2))])[0];
        var (left, top) = ((int)corner.X, (int)corner.Y);

        // The plate's own lamp shines down on it when the others are lit.
        var shine = _light.LampsOn ? .78f : .30f + (.70f * _light.Level);
        for (var row = 0; row < plate.Height; row++)
        {
            for (var column = 0; column < plate.Width; column++)
            {
                var at = ((row * plate.Width) + column) * 3;
                var colour = new Rgb(plate.Pixels[at], plate.Pixels[at + 1], plate.Pixels[at + 2]);
                _canvas.Picture.Blend(left + column, top + row, Canvas.Scale(colour, shine * (1.06f - (.12f * row / plate.Height))), 1);
            }
        }

        _canvas.Close(left, top, plate.Width, plate.Height);
    }
}
