using System.Numerics;
using System.Runtime.CompilerServices;
using Transparency.Ingest.Recognition.Networks;

namespace Transparency.Ingest.Recognition.Finding;

/// <summary>
/// Finds plates in a frame: once with its longer side at 640 pixels for plates in a street, once at 160 for a plate that fills the
/// picture. Each find is then looked at once more, close up, for its corners. Not safe for use by two threads at once.
/// </summary>
internal sealed class PlateFinder : IDisposable
{
    /// <summary>A peak below this is no plate.</summary>
    private const float LeastScore = .25f;

    private const float MostOverlap = .3f;
    private const int MostPlates = 8;
    private const int Stride = 8;
    private const int Granularity = 32;
    private const int Border = 16;
    private const float Unit = 32;

    /// <summary>The close look: its size, and how wide the plate is in it.</summary>
    private const int CloseWidth = 160;

    private const int CloseHeight = 96;
    private const float CloseShare = .5f;
    private const int LeastSide = 8;

    /// <summary>How far the plate of the close look may lie from the one it looks at.</summary>
    private const float LeastAgreement = .4f;

    private static readonly int[] LongSides = [640, 160];

    private readonly Network[] networks;
    private readonly Network close;
    private readonly GreyScaler scaler = new();
    private readonly List<PlateQuad> closer = [];
    private byte[] cutOut = [];
    private readonly List<PlateQuad> found = [];

    public PlateFinder(IReadOnlyList<Layer> layers) =>
        (networks, close) = ([.. LongSides.Select(_ => new Network(layers))], new Network(layers));

    public double Operations => networks.Sum(n => n.Operations);

    /// <summary>Best first. The list is reused by the next call.</summary>
    public IReadOnlyList<PlateQuad> Find(Frame frame)
    {
        found.Clear();
        for (var level = 0; level < networks.Length; level++)
        {
            var scale = Math.Min(1f, LongSides[level] / (float)Math.Max(frame.Width, frame.Height));
            Find(frame.Grey, frame.Width, frame.Height, networks[level], scale, found);
        }

        found.Sort((a, b) => b.Score.CompareTo(a.Score));
        for (var i = 0; i < found.Count; i++)
        {
            for (var j = found.Count - 1; j > i; j--)
            {
                if (found[i].Box.Overlap(found[j].Box) > MostOverlap)
                {
                    found.RemoveAt(j);
                }
            }
        }

        if (found.Count > MostPlates)
        {
            found.RemoveRange(MostPlates, found.Count - MostPlates);
        }

        for (var i = 0; i < found.Count; i++)
        {
            found[i] = LookCloser(frame, found[i]);
        }

        return found;
    }

    public void Dispose()
    {
        foreach (var network in networks)
        {
            network.Dispose();
        }

        close.Dispose();
    }

    private static int RoundUp(int size) => (size + (2 * Border) + Granularity - 1) / Granularity * Granularity;

    private static float Sigmoid(float value) => 1 / (1 + MathF.Exp(-value));

    /// <summary>The same plate with corners from a closer look, where that finds it; its score stays.</summary>
    private PlateQuad LookCloser(Frame frame, PlateQuad quad)
    {
        var box = quad.Box;
        if (!float.IsFinite(box.Width) || frame.Width < LeastSide || frame.Height < LeastSide)
        {
            return quad;
        }

        var width = (int)Math.Clamp(box.Width / CloseShare, LeastSide, frame.Width);
        var height = (int)Math.Clamp(width * (CloseHeight / (float)CloseWidth), LeastSide, frame.Height);
        var left = (int)Math.Clamp(box.X + ((box.Width - width) / 2), 0, frame.Width - width);
        var top = (int)Math.Clamp(box.Y + ((box.Height - height) / 2), 0, frame.Height - height);
        if (cutOut.Length < width * height)
        {
            cutOut = new byte[width * height];
        }

        for (var y = 0; y < height; y++)
        {
            frame.Grey.AsSpan(((top + y) * frame.Width) + left, width).CopyTo(cutOut.AsSpan(y * width));
        }

        closer.Clear();
        Find(cutOut, width, height, close, CloseWidth / (float)width, closer);
        var best = quad;
        var agreement = LeastAgreement;
        foreach (var seen in closer)
        {
            var moved = seen.Moved(new(-left, -top), 1);
            if (moved.Box.Overlap(box) > agreement)
            {
                (best, agreement) = (moved with { Score = quad.Score }, moved.Box.Overlap(box));
            }
        }

        return best;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Find(ReadOnlySpan<byte> grey, int pictureWidth, int pictureHeight, Network network, float scale, List<PlateQuad> into)
    {
        var (width, height) = (Math.Max(1, (int)MathF.Round(pictureWidth * scale)), Math.Max(1, (int)MathF.Round(pictureHeight * scale)));
        var shape = new Shape(1, RoundUp(height), RoundUp(width));
        var input = network.Input(shape);
        input.Clear();
        scaler.Scale(grey, pictureWidth, pictureHeight, input, shape.Width, Border, Border, width, height);
        var output = network.Run();
        var (rows, columns) = (network.Output.Height, network.Output.Width);
        var back = pictureWidth / (float)width;
        var threshold = MathF.Log(LeastScore / (1 - LeastScore));
        for (var at = 0; at < rows * columns; at++)
        {
            if (output[at] > threshold && IsPeak(output, rows, columns, at))
            {
                into.Add(Corners(output, rows * columns, columns, at).Moved(new(Border), back));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsPeak(ReadOnlySpan<float> heat, int rows, int columns, int at)
    {
        var (row, column) = Math.DivRem(at, columns);
        for (var y = Math.Max(0, row - 1); y <= Math.Min(rows - 1, row + 1); y++)
        {
            for (var x = Math.Max(0, column - 1); x <= Math.Min(columns - 1, column + 1); x++)
            {
                if (heat[(y * columns) + x] > heat[at])
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static PlateQuad Corners(ReadOnlySpan<float> output, int plane, int columns, int at)
    {
        var centre = new Vector2((at % columns) + .5f, (at / columns) + .5f) * Stride;
        Span<Vector2> corners = stackalloc Vector2[4];
        for (var i = 0; i < 4; i++)
        {
            corners[i] = centre + (new Vector2(output[((1 + (2 * i)) * plane) + at], output[((2 + (2 * i)) * plane) + at]) * Unit);
        }

        return new(corners[0], corners[1], corners[2], corners[3], Sigmoid(output[at]));
    }
}
