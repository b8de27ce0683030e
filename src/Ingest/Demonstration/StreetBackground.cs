using System.Numerics;
using Transparency.Ingest.Recognition.Rendering;

namespace Transparency.Ingest.Demonstration;

/// <summary>The street without its traffic, painted once for each level of light.</summary>
internal sealed class StreetBackground
{
    private const float Far = 160;
    private const float RoadEdge = 2.75f;
    private const float Kerb = 2.95f;
    private const float Facade = 6.4f;

    private readonly Canvas _canvas = new(StreetView.Width, StreetView.Height);
    private readonly Daylight _light;

    private StreetBackground(Daylight light) => _light = light;

    public static RgbPicture Paint(Daylight light)
    {
        var street = new StreetBackground(light);
        street.PaintSky();
        street.PaintGround();
        street.PaintSide(-1, 11);
        street.PaintSide(1, 29);
        street.PaintMarkings();
        street.AddGrain();
        return street._canvas.Picture;
    }

    private void PaintSky()
    {
        var high = Canvas.Mix(new(34, 40, 74), new(120, 168, 214), _light.Level);
        var low = Canvas.Mix(new(222, 138, 96), new(214, 228, 236), _light.Level);
        _canvas.Fill(Outlines.Box(0, StreetView.Horizon + 2, StreetView.Width, 0), high, low);
        var hills = _light.On(Canvas.Mix(new(96, 110, 128), low, .35f));
        var ridge = Outlines.Corners(
            0, 152, 0, 122, 170, 108, 330, 124, 520, 112, 700, 128, 880, 110, 1080, 126, 1280, 112, 1280, 152);
        _canvas.Fill(Outlines.Round(ridge, 60), hills, Canvas.Mix(hills, low, .4f));
    }

    private void PaintGround()
    {
        // What lies beyond the last of it is haze.
        var haze = Canvas.Mix(_light.On(new(170, 172, 172)), Canvas.Mix(new(222, 138, 96), new(214, 228, 236), _light.Level), .5f);
        _canvas.Fill(Outlines.Box(0, StreetView.Height, StreetView.Width, StreetView.Horizon), haze);
        Strip(-40, 40, _light.On(new(150, 146, 138)), _light.On(new(128, 124, 116)));
        Strip(-Kerb, Kerb, _light.On(new(188, 186, 180)), _light.On(new(172, 170, 164)));
        Strip(-RoadEdge, RoadEdge, _light.On(new(122, 124, 128)), _light.On(new(82, 84, 88)));
        foreach (var lane in new[] { -StreetView.LaneCentre, StreetView.LaneCentre })
        {
            foreach (var wheel in new[] { -.72f, .72f })
            {
                Strip(lane + wheel - .2f, lane + wheel + .2f, _light.On(new(66, 68, 72)), _light.On(new(60, 62, 66)), .16f);
            }
        }
    }

    private void PaintMarkings()
    {
        var paint = _light.On(new(226, 224, 214));
        for (var z = 3.2f; z < Far; z += 8)
        {
            Ground(-.06f, .06f, z, z + 2.6f, paint, .9f);
        }

        Strip(-RoadEdge + .18f, -RoadEdge + .28f, paint, paint, .8f);
        Strip(RoadEdge - .28f, RoadEdge - .18f, paint, paint, .8f);

        // A patch and a manhole, so that the road is not a plane.
        Ground(.5f, 2.1f, 17, 20.5f, _light.On(new(58, 60, 64)), .35f);
        foreach (var (radius, iron) in new[] { (.34f, new Rgb(62, 60, 58)), (.27f, new Rgb(78, 76, 74)) })
        {
            _canvas.Fill([.. Outlines.Ellipse(-1.5f, 12.2f, radius, radius).Select(p => StreetView.Project(p.X, 0, p.Y))], _light.On(iron));
        }
    }

    // Houses, trees and lamps of one side; the seed makes the sides differ.
    private void PaintSide(int side, int seed)
    {
        Rgb[] walls =
            [new(198, 172, 142), new(172, 110, 88), new(214, 206, 190), new(140, 150, 160), new(206, 186, 132), new(158, 134, 120)];
        var house = seed;
        for (var z = 92f; z > 6; z -= 11)
        {
            PaintHouse(side, z - 11 + 1.2f, z, 5.5f + (house * 7 % 5), walls[house % walls.Length]);
            house += 3;
        }

        for (var z = 74f; z > 12; z -= 12.5f)
        {
            PaintLamp(side * (Kerb + .35f), z + 5);
            PaintTree(side * (Kerb + 1.1f), z);
        }
    }

    private void PaintHouse(int side, float near, float far, float height, Rgb wall)
    {
        var x = side * Facade;
        var (shade, haze) = (side < 0 ? 1f : .82f, Math.Clamp(far / 220, 0, .4f));
        var colour = Canvas.Mix(_light.On(Canvas.Scale(wall, shade)), _light.On(new(206, 214, 220)), haze);
        Wall(x, near, far, 0, height, colour);
        Wall(x, near, far, height - .35f, height, Canvas.Scale(colour, .8f));
        Wall(x, near, far, 0, .7f, Canvas.Scale(colour, .72f));
        var lit = _light.LampsOn;
        for (var floor = 1.3f; floor < height - 1.6f; floor += 2.6f)
        {
            for (var z = near + .9f; z < far - 1.2f; z += 2.3f)
            {
                var isLit = lit && ((int)((z * 7) + (floor * 13)) % 3) == 0;
                Wall(x, z, z + 1.15f, floor, floor + 1.5f, isLit ? new(244, 204, 128) : Canvas.Mix(_light.On(new(58, 70, 84)), colour, haze));
            }
        }
    }

    private void PaintTree(float x, float z)
    {
        var trunk = _light.On(new(84, 68, 54));
        Upright(x, .11f, .08f, 2.4f, z, trunk);
        for (var leaf = 0; leaf < 16; leaf++)
        {
            var (angle, reach) = (leaf * 2.4f, .95f * MathF.Sqrt(leaf / 16f));
            var centre = new Vector2(x + (reach * MathF.Cos(angle)), 3.3f + (reach * .8f * MathF.Sin(angle)));
            var green = _light.On(Canvas.Mix(new(52, 84, 46), new(106, 138, 70), (MathF.Sin(angle) + 1) / 2));
            _canvas.Fill([.. Outlines.Ellipse(centre.X, centre.Y, .55f, .5f).Select(p => StreetView.Project(p.X, p.Y, z))], green, .9f);
        }
    }

    private void PaintLamp(float x, float z)
    {
        var metal = _light.On(new(70, 74, 78));
        Upright(x, .05f, .04f, 5.6f, z, metal);
        var head = StreetView.Project(x, 5.6f, z);
        _canvas.Fill(Outlines.Ellipse(head.X, head.Y, .3f * StreetView.Scale(z), .1f * StreetView.Scale(z)), metal);
        if (_light.LampsOn)
        {
            _canvas.Glow(head, 1.1f * StreetView.Scale(z), new(255, 222, 160), .8f);
        }
    }

    // A trunk or a post: half its width at the foot and at the top.
    private void Upright(float x, float foot, float top, float height, float z, Rgb colour) =>
        _canvas.Fill(
            [
                StreetView.Project(x - foot, 0, z), StreetView.Project(x - top, height, z),
                StreetView.Project(x + top, height, z), StreetView.Project(x + foot, 0, z),
            ],
            colour);

    private void Wall(float x, float near, float far, float bottom, float top, Rgb colour) =>
        _canvas.Fill(
            [
                StreetView.Project(x, bottom, near), StreetView.Project(x, top, near),
                StreetView.Project(x, top, far), StreetView.Project(x, bottom, far),
            ],
            colour);

    private void Strip(float left, float right, Rgb far, Rgb near, float opacity = 1) =>
        _canvas.Fill(OnTheGround(left, right, 2, Far), far, near, opacity);

    private void Ground(float left, float right, float near, float far, Rgb colour, float opacity) =>
        _canvas.Fill(OnTheGround(left, right, near, far), colour, opacity);

    private static Vector2[] OnTheGround(float left, float right, float near, float far) =>
    [
        StreetView.Project(left, 0, near), StreetView.Project(left, 0, far),
        StreetView.Project(right, 0, far), StreetView.Project(right, 0, near),
    ];

    // Asphalt and plaster are not smooth. The pattern is fixed: a still street costs the encoder and the motion gate nothing.
    private void AddGrain()
    {
        var pixels = _canvas.Picture.Pixels;
        for (var i = 0; i < pixels.Length / 3; i++)
        {
            var hash = (uint)i * 2654435761u;
            hash ^= hash >> 15;
            var grain = (int)((hash * 2246822519u) >> 28) - 8;
            var depth = i / StreetView.Width < StreetView.Horizon ? 8 : 2;
            for (var channel = 0; channel < 3; channel++)
            {
                pixels[(i * 3) + channel] = (byte)Math.Clamp(pixels[(i * 3) + channel] + (grain / depth), 0, 255);
            }
        }
    }
}
