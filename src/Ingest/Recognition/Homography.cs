using System.Numerics;

namespace Transparency.Ingest.Recognition;

/// <summary>
/// A perspective map of the plane: (x, y) -> ((ax + by + c) / w, (dx + ey + f) / w) with w = gx + hy + 1
/// (Heckbert, "Fundamentals of Texture Mapping and Image Warping", 1989, section 2.2.3).
/// </summary>
internal readonly record struct Homography(float A, float B, float C, float D, float E, float F, float G, float H)
{
    /// <summary>Takes the corners (top left, top right, bottom right, bottom left) to an upright rectangle of this size.</summary>
    public static Homography FromCorners(ReadOnlySpan<Vector2> corners, float width, float height) => ToCorners(corners, width, height).Inverse();

    /// <summary>Takes an upright rectangle of this size to the corners.</summary>
    public static Homography ToCorners(ReadOnlySpan<Vector2> corners, float width, float height)
    {
        var (p0, p1, p2, p3) = (corners[0], corners[1], corners[2], corners[3]);
        var (d1, d2, sum) = (p1 - p2, p3 - p2, p0 - p1 + p2 - p3);
        var area = (d1.X * d2.Y) - (d1.Y * d2.X);
        var g = area == 0 ? 0 : ((sum.X * d2.Y) - (sum.Y * d2.X)) / area;
        var h = area == 0 ? 0 : ((d1.X * sum.Y) - (d1.Y * sum.X)) / area;
        return new(
            (p1.X - p0.X + (g * p1.X)) / width, (p3.X - p0.X + (h * p3.X)) / height, p0.X,
            (p1.Y - p0.Y + (g * p1.Y)) / width, (p3.Y - p0.Y + (h * p3.Y)) / height, p0.Y,
            g / width, h / height);
    }

    public Vector2 Map(Vector2 point)
    {
        var w = (G * point.X) + (H * point.Y) + 1;
        return new(((A * point.X) + (B * point.Y) + C) / w, ((D * point.X) + (E * point.Y) + F) / w);
    }

    private Homography Inverse()
    {
        var (a, b, c) = (E - (F * H), (C * H) - B, (B * F) - (C * E));
        var (d, e, f) = ((F * G) - D, A - (C * G), (C * D) - (A * F));
        var (g, h, i) = ((D * H) - (E * G), (B * G) - (A * H), (A * E) - (B * D));
        return new(a / i, b / i, c / i, d / i, e / i, f / i, g / i, h / i);
    }
}
