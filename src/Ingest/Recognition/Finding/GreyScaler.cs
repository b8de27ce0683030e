using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Transparency.Ingest.Recognition.Finding;

/// <summary>
/// Brings a grey picture to the size a network wants, as floats from -1 to 1. Shrinking averages whole source pixels, so that thin
/// strokes do not vanish; the rest is bilinear. Reuses its memory; not safe for use by two threads at once.
/// </summary>
internal sealed class GreyScaler
{
    private ushort[] sums = [];

    /// <summary>Writes the picture scaled to width x height at (left, top) of a stride-wide target; the rest of the target stays.</summary>
    public void Scale(ReadOnlySpan<byte> source, int sourceWidth, int sourceHeight, Span<float> target, int stride, int left, int top, int width, int height)
    {
        if (sourceWidth >= width * 1.4 && sourceHeight >= height * 1.4)
        {
            Average(source, sourceWidth, sourceHeight, target, stride, left, top, width, height);
        }
        else
        {
            Interpolate(source, sourceWidth, sourceHeight, target, stride, left, top, width, height);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Average(ReadOnlySpan<byte> source, int sourceWidth, int sourceHeight, Span<float> target, int stride, int left, int top, int width, int height)
    {
        if (sums.Length < sourceWidth)
        {
            sums = new ushort[sourceWidth];
        }

        for (var y = 0; y < height; y++)
        {
            var (first, last) = Span(y, height, sourceHeight);
            last = Math.Min(last, first + 256);
            sums.AsSpan(0, sourceWidth).Clear();
            for (var row = first; row < last; row++)
            {
                Add(source.Slice(row * sourceWidth, sourceWidth), sums);
            }

            var line = target.Slice(((top + y) * stride) + left, width);
            for (var x = 0; x < width; x++)
            {
                var (from, to) = Span(x, width, sourceWidth);
                var sum = 0;
                for (var i = from; i < to; i++)
                {
                    sum += sums[i];
                }

                line[x] = (sum / (127.5f * (to - from) * (last - first))) - 1;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (int First, int Last) Span(int index, int count, int source)
    {
        var first = (int)((long)index * source / count);
        return (first, Math.Max(first + 1, (int)((index + 1L) * source / count)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(ReadOnlySpan<byte> row, Span<ushort> sums)
    {
        var x = 0;
        var lanes = Vector<byte>.Count;
        var totals = MemoryMarshal.Cast<ushort, Vector<ushort>>(sums);
        for (; x + lanes <= row.Length; x += lanes)
        {
            Vector.Widen(new Vector<byte>(row[x..]), out var low, out var high);
            var at = x / Vector<ushort>.Count;
            totals[at] += low;
            totals[at + 1] += high;
        }

        for (; x < row.Length; x++)
        {
            sums[x] += row[x];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Interpolate(
        ReadOnlySpan<byte> source, int sourceWidth, int sourceHeight, Span<float> target, int stride, int left, int top, int width, int height)
    {
        for (var y = 0; y < height; y++)
        {
            var (y0, y1, down) = Between(y, height, sourceHeight);
            var upper = source.Slice(y0 * sourceWidth, sourceWidth);
            var lower = source.Slice(y1 * sourceWidth, sourceWidth);
            var line = target.Slice(((top + y) * stride) + left, width);
            for (var x = 0; x < width; x++)
            {
                var (x0, x1, right) = Between(x, width, sourceWidth);
                var above = upper[x0] + ((upper[x1] - upper[x0]) * right);
                var below = lower[x0] + ((lower[x1] - lower[x0]) * right);
                line[x] = ((above + ((below - above) * down)) / 127.5f) - 1;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (int Low, int High, float Share) Between(int index, int count, int source)
    {
        var at = Math.Clamp((((index + .5f) * source) / count) - .5f, 0, source - 1);
        var low = (int)at;
        return (low, Math.Min(low + 1, source - 1), at - low);
    }
}
