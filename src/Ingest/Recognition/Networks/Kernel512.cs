using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Transparency.Ingest.Recognition.Networks;

/// <summary>A block of 6 rows x 32 columns of a matrix product, kept in registers.</summary>
internal static unsafe class Kernel512
{
    /// <summary>
    /// c[row, column] = max(floor, bias[row] + sum over k of a[k, row] * b[taps[k] + column]) for 6 rows and 32 columns.
    /// <paramref name="a"/> holds 6 values for each k; <paramref name="bias"/> has 6; rows of c are <paramref name="stride"/> apart.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply(float* a, float* b, nint* taps, int depth, float* bias, float floor, float* c, nint stride)
    {
        Vector512<float> c00 = Vector512.Create(bias[0]), c01 = c00;
        Vector512<float> c10 = Vector512.Create(bias[1]), c11 = c10;
        Vector512<float> c20 = Vector512.Create(bias[2]), c21 = c20;
        Vector512<float> c30 = Vector512.Create(bias[3]), c31 = c30;
        Vector512<float> c40 = Vector512.Create(bias[4]), c41 = c40;
        Vector512<float> c50 = Vector512.Create(bias[5]), c51 = c50;
        for (var k = 0; k < depth; k++, a += 6)
        {
            var at = b + taps[k];
            var b0 = Vector512.Load(at);
            var b1 = Vector512.Load(at + 16);
            var x = Vector512.Create(a[0]);
            c00 = Vector512.FusedMultiplyAdd(x, b0, c00);
            c01 = Vector512.FusedMultiplyAdd(x, b1, c01);
            x = Vector512.Create(a[1]);
            c10 = Vector512.FusedMultiplyAdd(x, b0, c10);
            c11 = Vector512.FusedMultiplyAdd(x, b1, c11);
            x = Vector512.Create(a[2]);
            c20 = Vector512.FusedMultiplyAdd(x, b0, c20);
            c21 = Vector512.FusedMultiplyAdd(x, b1, c21);
            x = Vector512.Create(a[3]);
            c30 = Vector512.FusedMultiplyAdd(x, b0, c30);
            c31 = Vector512.FusedMultiplyAdd(x, b1, c31);
            x = Vector512.Create(a[4]);
            c40 = Vector512.FusedMultiplyAdd(x, b0, c40);
            c41 = Vector512.FusedMultiplyAdd(x, b1, c41);
            x = Vector512.Create(a[5]);
            c50 = Vector512.FusedMultiplyAdd(x, b0, c50);
            c51 = Vector512.FusedMultiplyAdd(x, b1, c51);
        }

        Store(c00, c01, c + (0 * stride), floor);
        Store(c10, c11, c + (1 * stride), floor);
        Store(c20, c21, c + (2 * stride), floor);
        Store(c30, c31, c + (3 * stride), floor);
        Store(c40, c41, c + (4 * stride), floor);
        Store(c50, c51, c + (5 * stride), floor);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector512<float> left, Vector512<float> right, float* c, float floor)
    {
        var least = Vector512.Create(floor);
        Vector512.MaxNative(left, least).Store(c);
        Vector512.MaxNative(right, least).Store(c + 16);
    }
}
