using System.Globalization;

namespace Transparency.Portal.Public.Cameras;

/// <summary>An area's outline on the schematic map.</summary>
public sealed record MapShape(IReadOnlyList<(double X, double Y)> Points)
{
    /// <summary>Reads "x,y x,y ..."; null for fewer than three points or anything that is not one.</summary>
    public static MapShape? Parse(string outline)
    {
        var points = new List<(double, double)>();
        foreach (var pair in outline.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (pair.Split(',') is not [var x, var y] || !Number(x, out var left) || !Number(y, out var top))
            {
                return null;
            }

            points.Add((left, top));
        }

        return points.Count >= 3 ? new MapShape(points) : null;
    }

    /// <summary>The outline as an SVG polygon's points.</summary>
    public string Outline => string.Join(' ', Points.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.X:0.#},{p.Y:0.#}")));

    /// <summary>Where the area's label stands: the centre of its surface.</summary>
    public (double X, double Y) Centre
    {
        get
        {
            double surface = 0, x = 0, y = 0;
            for (var i = 0; i < Points.Count; i++)
            {
                var (one, next) = (Points[i], Points[(i + 1) % Points.Count]);
                var cross = (one.X * next.Y) - (next.X * one.Y);
                surface += cross;
                x += (one.X + next.X) * cross;
                y += (one.Y + next.Y) * cross;
            }

            return surface == 0 ? (Points.Average(p => p.X), Points.Average(p => p.Y)) : (x / (3 * surface), y / (3 * surface));
        }
    }

    private static bool Number(string text, out double value) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && value is >= 0 and <= 1000;
}
