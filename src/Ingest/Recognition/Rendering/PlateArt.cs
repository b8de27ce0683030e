using System.Numerics;

namespace Transparency.Ingest.Recognition.Rendering;

/// <summary>Puts a plate into a scene, in perspective.</summary>
public static class PlateArt
{
    /// <summary>Samples taken along each side of a pixel, so that small plates stay smooth.</summary>
    private const int Samples = 3;

    /// <summary>
    /// Draws a plate whose corners lie at <paramref name="corners"/> (pixels; top left, top right, bottom right, bottom left as the
    /// plate reads) into <paramref name="scene"/>. Parts outside the scene are cut off.
    /// </summary>
    public static void Draw(RgbPicture scene, ReadOnlySpan<Vector2> corners, string text, PlateColours? colours = null)
    {
        ArgumentNullException.ThrowIfNull(scene);
        var plate = PlatePicture.Render(text, colours, Scale(corners));
        Draw(scene, corners, plate);
    }

    /// <summary>As above with a plate drawn before: a camera draws each car's plate once and places it in every frame.</summary>
    public static void Draw(RgbPicture scene, ReadOnlySpan<Vector2> corners, RgbPicture plate)
    {
        ArgumentNullException.ThrowIfNull(scene);
        ArgumentNullException.ThrowIfNull(plate);
        if (corners.Length != 4)
        {
            throw new ArgumentException("A plate has four corners.", nameof(corners));
        }

        var toPlate = Homography.FromCorners(corners, plate.Width, plate.Height);
        var (low, high) = (corners[0], corners[0]);
        foreach (var corner in corners)
        {
            (low, high) = (Vector2.Min(low, corner), Vector2.Max(high, corner));
        }

        for (var y = Math.Max(0, (int)low.Y); y <= Math.Min(scene.Height - 1, (int)high.Y); y++)
        {
            for (var x = Math.Max(0, (int)low.X); x <= Math.Min(scene.Width - 1, (int)high.X); x++)
            {
                Pixel(scene, plate, toPlate, x, y);
            }
        }
    }

    private static void Pixel(RgbPicture scene, RgbPicture plate, Homography toPlate, int x, int y)
    {
        var (red, green, blue, hits) = (0, 0, 0, 0);
        for (var sample = 0; sample < Samples * Samples; sample++)
        {
            var at = toPlate.Map(new(x + (((sample % Samples) + .5f) / Samples), y + (((sample / Samples) + .5f) / Samples)));
            var (px, py) = ((int)MathF.Floor(at.X), (int)MathF.Floor(at.Y));
            if ((uint)px < (uint)plate.Width && (uint)py < (uint)plate.Height)
            {
                var i = ((py * plate.Width) + px) * 3;
                (red, green, blue, hits) = (red + plate.Pixels[i], green + plate.Pixels[i + 1], blue + plate.Pixels[i + 2], hits + 1);
            }
        }

        if (hits > 0)
        {
            scene.Blend(x, y, new((byte)(red / hits), (byte)(green / hits), (byte)(blue / hits)), hits / (float)(Samples * Samples));
        }
    }

    private static double Scale(ReadOnlySpan<Vector2> corners)
    {
        var widest = 0f;
        for (var i = 0; i + 1 < corners.Length; i += 2)
        {
            widest = MathF.Max(widest, Vector2.Distance(corners[i], corners[i + 1]));
        }

        return Math.Clamp(widest * 1.5 / PlatePicture.WidthMillimetres, .25, 4);
    }
}
