using System.Numerics;
using System.Runtime.CompilerServices;
using Transparency.Ingest.Recognition.Networks;

namespace Transparency.Ingest.Recognition.Finding;

/// <summary>
/// Finds plates in a frame: once with its longer side at 640 pixels for plates in a street, once at 160 for a plate that fills the
/// picture. Not safe for use by two threads at once.
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

    private static readonly int[] LongSides = [640, 160];

    private readonly Network[] networks;
    private readonly GreyScaler scaler = new();
    private readonly List<PlateQuad> found = [];

    public PlateFinder(IReadOnlyList<Layer> layers) => networks = [.. LongSides.Select(_ => new Network(layers))];

    public double Operations => networks.Sum(n => n.Operations);

    /// <summary>Best first. The list is reused by the next call.</summary>
    public IReadOnlyList<PlateQuad> Find(Frame frame)
    {
        found.Clear();
        for (var level = 0; level < networks.Length; level++)
        {
            Find(frame, networks[level], Math.Min(1f, LongSides[level] / (float)Math.Max(frame.Width, frame.Height)));
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

        return found;
    }

    public void Dispose()
    {
        foreach (var network in networks)
        {
            network.Dispose();
        }
    }

    private static int RoundUp(int size) => (size + (2 * Border) + Granularity - 1) / Granularity * Granularity;

    private static float Sigmoid(float value) => 1 / (1 + MathF.Exp(-value));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Find(Frame frame, Network network, float scale)
    {
        var (width, height) = (Math.Max(1, (int)MathF.Round(frame.Width * scale)), Math.Max(1, (int)MathF.Round(frame.Height * scale)));
        var shape = new Shape(1, RoundUp(height), RoundUp(width));
        var input = network.Input(shape);
        input.Clear();
        scaler.Scale(frame.Grey, frame.Width, frame.Height, input, shape.Width, Border, Border, width, height);
        var output = network.Run();
        var (rows, columns) = (network.Output.Height, network.Output.Width);
        var back = frame.Width / (float)width;
        var threshold = MathF.Log(LeastScore / (1 - LeastScore));
        for (var at = 0; at < rows * columns; at++)
        {
            if (output[at] > threshold && IsPeak(output, rows, columns, at))
            {
                found.Add(Corners(output, rows * columns, columns, at).Moved(new(Border), back));
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
