using System.Globalization;
using System.Numerics;

namespace Transparency.Ingest.Recognition.Rendering;

/// <summary>
/// The characters of a plate as strokes of our own on a 100 x 100 box, y down, in the notation of training/glyphs.py:
/// strokes separated by ';', '~' rounds the corners, '*' closes the stroke.
/// </summary>
internal static class PlateFace
{
    /// <summary>Share of the box's half width over which a corner is rounded.</summary>
    private const float CornerRadius = 45;

    private static readonly Dictionary<char, string> Skeletons = new()
    {
        ['0'] = "~*0,0 100,0 100,100 0,100",
        ['1'] = "30,16 52,0 52,100",
        ['2'] = "~0,26 0,0 100,0 100,42 0,100;0,100 100,100",
        ['3'] = "~0,24 0,0 95,0 95,47 35,47;~35,47 100,47 100,100 0,100 0,76",
        ['4'] = "72,100 72,42;46,0 0,70 100,70",
        ['5'] = "95,0 4,0 2,46;~2,46 5,40 100,40 100,100 0,100 0,76",
        ['6'] = "~100,24 100,0 0,0 0,100 100,100 100,42 2,42 2,60",
        ['7'] = "0,0 100,0 38,100",
        ['8'] = "~*5,0 95,0 95,47 5,47;~*0,47 100,47 100,100 0,100",
        ['9'] = "~0,76 0,100 100,100 100,0 0,0 0,58 98,58 98,40",
        ['A'] = "0,100 38,0 62,0 100,100;14,68 86,68",
        ['B'] = "0,0 0,100;~0,0 93,0 93,47 0,47;~0,47 100,47 100,100 0,100",
        ['C'] = "~100,27 100,0 0,0 0,100 100,100 100,73",
        ['D'] = "0,0 0,100;~0,0 100,0 100,100 0,100",
        ['E'] = "100,0 0,0 0,100 100,100;0,48 82,48",
        ['F'] = "100,0 0,0 0,100;0,48 80,48",
        ['G'] = "~100,27 100,0 0,0 0,100 100,100 100,55;100,55 55,55",
        ['H'] = "0,0 0,100;100,0 100,100;0,48 100,48",
        ['I'] = "50,0 50,100;12,0 88,0;12,100 88,100",
        ['J'] = "~95,0 95,100 0,100 0,70",
        ['K'] = "0,0 0,100;100,0 0,62;30,42 100,100",
        ['L'] = "0,0 0,100 100,100",
        ['M'] = "0,100 0,0 50,55 100,0 100,100",
        ['N'] = "0,100 0,0 100,100 100,0",
        ['O'] = "~*0,0 100,0 100,100 0,100",
        ['P'] = "0,0 0,100;~0,0 100,0 100,54 0,54",
        ['Q'] = "~*0,0 100,0 100,100 0,100;58,72 104,103",
        ['R'] = "0,0 0,100;~0,0 100,0 100,52 0,52;50,52 100,100",
        ['S'] = "~100,25 100,0 0,0 0,46 100,52 100,100 0,100 0,75",
        ['T'] = "0,0 100,0;50,0 50,100",
        ['U'] = "~0,0 0,100 100,100 100,0",
        ['V'] = "0,0 50,100 100,0",
        ['W'] = "0,0 14,100 50,40 86,100 100,0",
        ['X'] = "0,0 100,100;100,0 0,100",
        ['Y'] = "0,0 50,52 100,0;50,52 50,100",
        ['Z'] = "0,0 100,0 0,100 100,100",
        ['-'] = "10,50 90,50",
    };

    private static readonly Dictionary<char, Vector2[][]> Strokes = Skeletons.ToDictionary(p => p.Key, p => Parse(p.Value));

    public static bool Has(char character) => Strokes.ContainsKey(character);

    /// <summary>The strokes of a character as polylines on the 100 x 100 box.</summary>
    public static Vector2[][] StrokesOf(char character) => Strokes[character];

    private static Vector2[][] Parse(string skeleton) =>
        [.. skeleton.Split(';').Select(stroke =>
        {
            var closed = stroke.Contains('*', StringComparison.Ordinal);
            var points = stroke.Trim('~', '*').Split(' ').Select(Point).ToArray();
            var path = stroke.StartsWith('~') ? Round(points, closed) : points;
            return closed ? [.. path, path[0]] : path;
        })];

    private static Vector2 Point(string pair)
    {
        var comma = pair.IndexOf(',', StringComparison.Ordinal);
        return new(float.Parse(pair.AsSpan(0, comma), CultureInfo.InvariantCulture), float.Parse(pair.AsSpan(comma + 1), CultureInfo.InvariantCulture));
    }

    private static Vector2[] Round(Vector2[] points, bool closed)
    {
        var path = new List<Vector2>();
        for (var i = 0; i < points.Length; i++)
        {
            if (!closed && (i == 0 || i == points.Length - 1))
            {
                path.Add(points[i]);
                continue;
            }

            var corner = points[i];
            var before = points[(i + points.Length - 1) % points.Length] - corner;
            var after = points[(i + 1) % points.Length] - corner;
            var reach = MathF.Min(CornerRadius, MathF.Min(before.Length(), after.Length()) / 2);
            var (start, end) = (corner + (Vector2.Normalize(before) * reach), corner + (Vector2.Normalize(after) * reach));
            for (var step = 0; step <= 6; step++)
            {
                var t = step / 6f;
                path.Add(((1 - t) * (1 - t) * start) + (2 * t * (1 - t) * corner) + (t * t * end));
            }
        }

        return [.. path];
    }
}
