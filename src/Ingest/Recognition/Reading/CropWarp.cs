using System.Numerics;
using System.Runtime.CompilerServices;

namespace Transparency.Ingest.Recognition.Reading;

/// <summary>Straightens a plate into the reader's 160 x 64 crop and normalises it.</summary>
internal static class CropWarp
{
    public const int Width = 160;
    public const int Height = 64;

    /// <summary>What is shown around the plate, as shares of its sides; training/camera.py uses the same.</summary>
    public const float MarginX = .03f;

    /// <inheritdoc cref="MarginX"/>
    public const float MarginY = .05f;

    /// <summary>Keeps flat crops from being blown up into noise; training/reader_net.py uses the same.</summary>
    private const float LeastDeviation = 8;

    /// <summary>Fills <paramref name="crop"/> (Width x Height) with mean 0 and a deviation near 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Warp(Frame frame, PlateQuad quad, Span<float> crop)
    {
        var map = Homography.ToCorners([quad.TopLeft, quad.TopRight, quad.BottomRight, quad.BottomLeft], Width, Height);
        var taps = Math.Clamp((int)(quad.Box.Width / Width), 1, 8);
        var sum = 0f;
        for (var y = 0; y < Height; y++)
        {
            for (var x = 0; x < Width; x++)
            {
                var value = taps == 1 ? Sample(frame, map.Map(new(x + .5f, y + .5f))) : Average(frame, map, x, y, taps);
                crop[(y * Width) + x] = value;
                sum += value;
            }
        }

        Normalise(crop, sum / crop.Length);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Normalise(Span<float> crop, float mean)
    {
        var squares = 0f;
        foreach (var value in crop)
        {
            squares += (value - mean) * (value - mean);
        }

        var factor = 1 / (MathF.Sqrt(squares / crop.Length) + LeastDeviation);
        foreach (ref var value in crop)
        {
            value = (value - mean) * factor;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Average(Frame frame, Homography map, int x, int y, int taps)
    {
        var sum = 0f;
        for (var i = 0; i < taps * taps; i++)
        {
            sum += Sample(frame, map.Map(new(x + (((i % taps) + .5f) / taps), y + (((i / taps) + .5f) / taps))));
        }

        return sum / (taps * taps);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Sample(Frame frame, Vector2 at)
    {
        // A corner that is not a number would index anywhere: the comparison sends it to the picture's edge.
        var x = at.X - .5f >= 0 ? MathF.Min(at.X - .5f, frame.Width - 1) : 0;
        var y = at.Y - .5f >= 0 ? MathF.Min(at.Y - .5f, frame.Height - 1) : 0;
        var (left, top) = ((int)x, (int)y);
        var (right, down) = (x - left, y - top);
        var upper = top * frame.Width;
        var lower = Math.Min(top + 1, frame.Height - 1) * frame.Width;
        var next = Math.Min(left + 1, frame.Width - 1);
        var grey = frame.Grey;
        var above = grey[upper + left] + ((grey[upper + next] - grey[upper + left]) * right);
        var below = grey[lower + left] + ((grey[lower + next] - grey[lower + left]) * right);
        return above + ((below - above) * down);
    }
}
