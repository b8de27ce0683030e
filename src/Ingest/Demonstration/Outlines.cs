using System.Numerics;

namespace Transparency.Ingest.Demonstration;

/// <summary>Outlines in whatever units their caller uses.</summary>
internal static class Outlines
{
    private const int Steps = 6;

    public static Vector2[] Box(float left, float bottom, float right, float top) =>
        [new(left, bottom), new(left, top), new(right, top), new(right, bottom)];

    /// <summary>Corners as x, y, x, y, ...</summary>
    public static Vector2[] Corners(params ReadOnlySpan<float> numbers)
    {
        var corners = new Vector2[numbers.Length / 2];
        for (var i = 0; i < corners.Length; i++)
        {
            corners[i] = new Vector2(numbers[2 * i], numbers[(2 * i) + 1]);
        }

        return corners;
    }

    public static Vector2[] Ellipse(float x, float y, float radiusX, float radiusY) =>
        [.. Enumerable.Range(0, 32)
            .Select(i => i * MathF.Tau / 32)
            .Select(angle => new Vector2(x + (radiusX * MathF.Cos(angle)), y + (radiusY * MathF.Sin(angle))))];

    /// <summary>Rounds every corner of an outline: the curve leaves each side at most this far from its end.</summary>
    public static Vector2[] Round(Vector2[] outline, float radius)
    {
        var points = new List<Vector2>();
        for (var i = 0; i < outline.Length; i++)
        {
            var corner = outline[i];
            var before = outline[(i + outline.Length - 1) % outline.Length] - corner;
            var after = outline[(i + 1) % outline.Length] - corner;
            var start = corner + (before * MathF.Min(.5f, radius / MathF.Max(1e-6f, before.Length())));
            var end = corner + (after * MathF.Min(.5f, radius / MathF.Max(1e-6f, after.Length())));
            for (var step = 0; step <= Steps; step++)
            {
                var t = step / (float)Steps;
                points.Add(((1 - t) * (1 - t) * start) + (2 * t * (1 - t) * corner) + (t * t * end));
            }
        }

        return [.. points];
    }

    /// <summary>The same outline on the other side of x = 0.</summary>
    public static Vector2[] Mirror(Vector2[] outline) => [.. outline.Select(point => point with { X = -point.X })];
}
