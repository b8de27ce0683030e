using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace Transparency.Ingest.Recognition.Networks;

/// <summary>Copies values of one input row, each <c>stride</c> apart, with zeros for what lies outside the row.</summary>
internal static unsafe class StridedRow
{
    /// <param name="row">The row's first value; null for a row above or below the input.</param>
    /// <param name="x">Where the first value is taken, possibly left of the row.</param>
    /// <param name="limit">Values in the row.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Copy(float* row, int x, int limit, int stride, float* target, int count)
    {
        if (row is null)
        {
            new Span<float>(target, count).Clear();
            return;
        }

        var i = 0;
        for (; i < count && x + (i * stride) < 0; i++)
        {
            target[i] = 0;
        }

        var inside = Math.Min(count, Math.Max(i, ((limit - x - 1) / stride) + 1));
        var from = row + x + (i * stride);
        i += stride switch
        {
            1 => CopyDense(from, target + i, inside - i),
            2 => CopyEverySecond(from, target + i, inside - i, row + limit),
            _ => 0,
        };
        for (; i < inside; i++)
        {
            target[i] = row[x + (i * stride)];
        }

        new Span<float>(target + inside, count - inside).Clear();
    }

    private static int CopyDense(float* source, float* target, int count)
    {
        Buffer.MemoryCopy(source, target, count * sizeof(float), count * sizeof(float));
        return count;
    }

    /// <summary>Reads nothing from <paramref name="end"/> on.</summary>
    private static int CopyEverySecond(float* source, float* target, int count, float* end)
    {
        var i = 0;
        if (Sse.IsSupported)
        {
            for (; i + 4 <= count && source + (2 * i) + 8 <= end; i += 4)
            {
                Sse.Shuffle(Vector128.Load(source + (2 * i)), Vector128.Load(source + (2 * i) + 4), 0x88).Store(target + i);
            }
        }
        else if (AdvSimd.Arm64.IsSupported)
        {
            for (; i + 4 <= count && source + (2 * i) + 8 <= end; i += 4)
            {
                AdvSimd.Arm64.UnzipEven(Vector128.Load(source + (2 * i)), Vector128.Load(source + (2 * i) + 4)).Store(target + i);
            }
        }

        return i;
    }
}
