using System.Numerics;

namespace Transparency.Ingest.Recognition.Rendering;

/// <summary>
/// Draws an upright plate, 305 x 152 millimetres (12 x 6 inches, SAE J686), for tests and the demonstration camera.
/// The same text and colours give the same bytes.
/// </summary>
public static class PlatePicture
{
    public const int WidthMillimetres = 305;
    public const int HeightMillimetres = 152;

    private const float CharacterHeight = 68;
    private const float CharacterWidth = 31;
    private const float Stroke = 9.5f;

    /// <summary>
    /// <paramref name="text"/>: up to 8 letters and digits; a space or '-' leaves half a place.
    /// <paramref name="scale"/>: pixels per millimetre. Throws <see cref="ArgumentException"/> for a text it cannot draw.
    /// </summary>
    public static RgbPicture Render(string text, PlateColours? colours = null, double scale = 1, string caption = "CALIFORNIA")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        ArgumentNullException.ThrowIfNull(caption);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(scale);
        var inks = colours ?? PlateColours.California;
        var picture = new RgbPicture((int)Math.Round(WidthMillimetres * scale), (int)Math.Round(HeightMillimetres * scale));
        picture.Fill(inks.Background);
        var size = (float)scale;
        Write(picture, caption, new(WidthMillimetres / 2f, 17), new(9.5f, 18), 13.5f, 3, inks.Caption, size);
        var places = Places(text);
        var pitch = MathF.Min(41, (WidthMillimetres - 14) / places);
        Write(picture, text, new(WidthMillimetres / 2f, 80), new(MathF.Min(CharacterWidth, pitch * .78f), CharacterHeight), pitch, Stroke, inks.Characters, size);
        foreach (var x in (ReadOnlySpan<float>)[61, WidthMillimetres - 61])
        {
            foreach (var y in (ReadOnlySpan<float>)[16, HeightMillimetres - 14])
            {
                Line(picture, new(x - 3, y), new(x + 3, y), 5, new(96, 96, 96), size);
            }
        }

        return picture;
    }

    private static float Places(string text) => text.Sum(c => c is ' ' or '-' ? .5f : 1);

    private static void Write(RgbPicture picture, string text, Vector2 centre, Vector2 cell, float pitch, float stroke, Rgb ink, float scale)
    {
        var x = centre.X - (Places(text) * pitch / 2);
        foreach (var character in text.ToUpperInvariant())
        {
            var advance = character is ' ' or '-' ? pitch / 2 : pitch;
            if (character != ' ')
            {
                if (!PlateFace.Has(character))
                {
                    throw new ArgumentException("A plate is drawn from letters A to Z, digits, spaces and hyphens.", nameof(text));
                }

                var width = (character is ' ' or '-' ? cell.X / 2 : cell.X) - stroke;
                var corner = new Vector2(x + ((advance - width) / 2), centre.Y - (cell.Y / 2) + (stroke / 2));
                var box = new Vector2(width, cell.Y - stroke) / 100;
                foreach (var path in PlateFace.StrokesOf(character))
                {
                    for (var i = 1; i < path.Length; i++)
                    {
                        Line(picture, corner + (path[i - 1] * box), corner + (path[i] * box), stroke, ink, scale);
                    }
                }
            }

            x += advance;
        }
    }

    /// <summary>A round-ended line; a pixel is covered as far as it lies within half the stroke of the line.</summary>
    private static void Line(RgbPicture picture, Vector2 from, Vector2 to, float stroke, Rgb ink, float scale)
    {
        (from, to) = (from * scale, to * scale);
        var reach = stroke * scale / 2;
        var low = Vector2.Min(from, to) - new Vector2(reach + 1);
        var high = Vector2.Max(from, to) + new Vector2(reach + 1);
        var along = to - from;
        var length = MathF.Max(along.LengthSquared(), 1e-6f);
        for (var y = (int)low.Y; y <= (int)high.Y; y++)
        {
            for (var x = (int)low.X; x <= (int)high.X; x++)
            {
                var point = new Vector2(x + .5f, y + .5f) - from;
                var t = Math.Clamp(Vector2.Dot(point, along) / length, 0, 1);
                var cover = Math.Clamp(reach - Vector2.Distance(point, along * t) + .5f, 0, 1);
                if (cover > 0)
                {
                    picture.Blend(x, y, ink, cover);
                }
            }
        }
    }
}
