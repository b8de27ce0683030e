using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace Transparency.Ingest.Recognition.Networks;

/// <summary>Copies a few values of one input row, each <c>stride</c> apart, with zeros for what lies outside the row.</summary>
internal static unsafe class PatchRow
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
        if (x >= 0 && x + (count * stride) <= limit)
        {
            i = stride switch
            {
                1 => CopyDense(row + x, target, count),
                2 => CopyEverySecond(row + x, target, count),
                _ => 0,
            };
        }

        for (; i < count; i++)
        {
            var at = x + (i * stride);
            target[i] = (uint)at < (uint)limit ? row[at] : 0;
        }
    }

    private static int CopyDense(float* source, float* target, int count)
    {
        var i = 0;
        for (; i + 4 <= count; i += 4)
        {
            Vector128.Load(source + i).Store(target + i);
        }

        return i;
    }

    /// <summary>Reads no further than source[2 * count - 1].</summary>
    private static int CopyEverySecond(float* source, float* target, int count)
    {
        var i = 0;
        if (Sse.IsSupported)
        {
            for (; i + 4 <= count; i += 4)
            {
                Sse.Shuffle(Vector128.Load(source + (2 * i)), Vector128.Load(source + (2 * i) + 4), 0x88).Store(target + i);
            }
        }
        else if (AdvSimd.Arm64.IsSupported)
        {
            for (; i + 4 <= count; i += 4)
            {
                AdvSimd.Arm64.UnzipEven(Vector128.Load(source + (2 * i)), Vector128.Load(source + (2 * i) + 4)).Store(target + i);
            }
        }

        return i;
    }
}
