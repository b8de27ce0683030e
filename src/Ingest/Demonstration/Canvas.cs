using System.Numerics;
using Transparency.Ingest.Recognition.Rendering;

namespace Transparency.Ingest.Demonstration;

/// <summary>A picture with transparency that shapes are painted on, with smooth edges.</summary>
internal sealed class Canvas(int width, int height)
{
    private const int SubRows = 4;

    private readonly float[] _coverage = new float[width];
    private readonly List<float> _crossings = [];

    public RgbPicture Picture { get; } = new(width, height);

    /// <summary>0 where nothing was painted, 255 where it hides what is behind.</summary>
    public byte[] Opacity { get; } = new byte[width * height];

    public void Fill(ReadOnlySpan<Vector2> outline, Rgb colour, float opacity = 1) => Fill(outline, colour, colour, opacity);

    /// <summary>Fills an outline with a colour that changes evenly from its top to its bottom.</summary>
    public void Fill(ReadOnlySpan<Vector2> outline, Rgb top, Rgb bottom, float opacity = 1)
    {
        var (low, high) = (float.MaxValue, float.MinValue);
        foreach (var point in outline)
        {
            (low, high) = (MathF.Min(low, point.Y), MathF.Max(high, point.Y));
        }

        for (var y = Math.Max(0, (int)low); y <= Math.Min(height - 1, (int)high); y++)
        {
            var (from, to) = Cover(outline, y);
            var colour = Mix(top, bottom, (y + .5f - low) / MathF.Max(1, high - low));
            for (var x = from; x <= to; x++)
            {
                Paint(x, y, colour, _coverage[x] * opacity);
            }
        }
    }

    /// <summary>A soft disc: full in the middle, nothing at its edge.</summary>
    public void Glow(Vector2 centre, float radius, Rgb colour, float opacity)
    {
        for (var y = Math.Max(0, (int)(centre.Y - radius)); y <= Math.Min(height - 1, (int)(centre.Y + radius)); y++)
        {
            for (var x = Math.Max(0, (int)(centre.X - radius)); x <= Math.Min(width - 1, (int)(centre.X + radius)); x++)
            {
                var away = Vector2.Distance(centre, new Vector2(x, y)) / radius;
                Paint(x, y, colour, away < 1 ? opacity * (1 - away) * (1 - away) : 0);
            }
        }
    }

    /// <summary>Marks a rectangle as hiding what is behind: its colours were put there by other means.</summary>
    public void Close(int left, int top, int wide, int high)
    {
        for (var y = top; y < top + high; y++)
        {
            Opacity.AsSpan((y * width) + left, wide).Fill(255);
        }
    }

    public static Rgb Mix(Rgb a, Rgb b, float share)
    {
        var t = Math.Clamp(share, 0, 1);
        return new((byte)(a.Red + ((b.Red - a.Red) * t)), (byte)(a.Green + ((b.Green - a.Green) * t)), (byte)(a.Blue + ((b.Blue - a.Blue) * t)));
    }

    public static Rgb Scale(Rgb colour, float by) =>
        new((byte)Math.Clamp(colour.Red * by, 0, 255), (byte)Math.Clamp(colour.Green * by, 0, 255), (byte)Math.Clamp(colour.Blue * by, 0, 255));

    private void Paint(int x, int y, Rgb colour, float share)
    {
        if (share <= 0)
        {
            return;
        }

        var at = (y * width) + x;
        var before = Opacity[at] / 255f;
        var after = share + (before * (1 - share));
        Picture.Blend(x, y, colour, MathF.Min(1, share / after));
        Opacity[at] = (byte)MathF.Min(255, (after * 255) + .5f);
    }

    /// <summary>How much of each pixel of a row lies inside the outline (even-odd rule); returns the columns touched.</summary>
    private (int From, int To) Cover(ReadOnlySpan<Vector2> outline, int y)
    {
        Array.Clear(_coverage);
        var (from, to) = (width, -1);
        for (var sub = 0; sub < SubRows; sub++)
        {
            Cross(outline, y + ((sub + .5f) / SubRows));
            for (var i = 0; i + 1 < _crossings.Count; i += 2)
            {
                var (left, right) = (MathF.Max(0, _crossings[i]), MathF.Min(width, _crossings[i + 1]));
                for (var x = (int)left; x < right; x++)
                {
                    _coverage[x] += (MathF.Min(right, x + 1) - MathF.Max(left, x)) / SubRows;
                }

                (from, to) = right > left ? (Math.Min(from, (int)left), Math.Max(to, Math.Min(width - 1, (int)right))) : (from, to);
            }
        }

        return (from, to);
    }

    private void Cross(ReadOnlySpan<Vector2> outline, float y)
    {
        _crossings.Clear();
        for (var i = 0; i < outline.Length; i++)
        {
            var (a, b) = (outline[i], outline[(i + 1) % outline.Length]);
            if (a.Y <= y != b.Y <= y)
            {
                _crossings.Add(a.X + ((y - a.Y) / (b.Y - a.Y) * (b.X - a.X)));
            }
        }

        _crossings.Sort();
    }
}
