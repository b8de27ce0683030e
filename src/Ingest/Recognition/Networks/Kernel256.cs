using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Transparency.Ingest.Recognition.Networks;

/// <summary>A block of 6 rows x 16 columns of a matrix product, kept in registers.</summary>
internal static unsafe class Kernel256
{
    /// <summary>
    /// c[row, column] = max(floor, bias[row] + sum over k of a[k, row] * b[k, column]) for the first <paramref name="rows"/> of 6 rows.
    /// <paramref name="a"/> holds 6 values for each k, <paramref name="b"/> 16; <paramref name="bias"/> has 6.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply(float* a, float* b, int depth, float* bias, float floor, float* c, nint stride, int rows)
    {
        Vector256<float> c00 = Vector256.Create(bias[0]), c01 = c00;
        Vector256<float> c10 = Vector256.Create(bias[1]), c11 = c10;
        Vector256<float> c20 = Vector256.Create(bias[2]), c21 = c20;
        Vector256<float> c30 = Vector256.Create(bias[3]), c31 = c30;
        Vector256<float> c40 = Vector256.Create(bias[4]), c41 = c40;
        Vector256<float> c50 = Vector256.Create(bias[5]), c51 = c50;
        for (var k = 0; k < depth; k++, a += 6, b += 16)
        {
            var b0 = Vector256.Load(b);
            var b1 = Vector256.Load(b + 8);
            var x = Vector256.Create(a[0]);
            c00 = Vector256.FusedMultiplyAdd(x, b0, c00);
            c01 = Vector256.FusedMultiplyAdd(x, b1, c01);
            x = Vector256.Create(a[1]);
            c10 = Vector256.FusedMultiplyAdd(x, b0, c10);
            c11 = Vector256.FusedMultiplyAdd(x, b1, c11);
            x = Vector256.Create(a[2]);
            c20 = Vector256.FusedMultiplyAdd(x, b0, c20);
            c21 = Vector256.FusedMultiplyAdd(x, b1, c21);
            x = Vector256.Create(a[3]);
            c30 = Vector256.FusedMultiplyAdd(x, b0, c30);
            c31 = Vector256.FusedMultiplyAdd(x, b1, c31);
            x = Vector256.Create(a[4]);
            c40 = Vector256.FusedMultiplyAdd(x, b0, c40);
            c41 = Vector256.FusedMultiplyAdd(x, b1, c41);
            x = Vector256.Create(a[5]);
            c50 = Vector256.FusedMultiplyAdd(x, b0, c50);
            c51 = Vector256.FusedMultiplyAdd(x, b1, c51);
        }

        Store(c00, c01, c + (0 * stride), floor);
        if (rows == 1)
        {
            return;
        }

        Store(c10, c11, c + (1 * stride), floor);
        if (rows == 2)
        {
            return;
        }

        Store(c20, c21, c + (2 * stride), floor);
        if (rows == 3)
        {
            return;
        }

        Store(c30, c31, c + (3 * stride), floor);
        if (rows == 4)
        {
            return;
        }

        Store(c40, c41, c + (4 * stride), floor);
        if (rows == 5)
        {
            return;
        }

        Store(c50, c51, c + (5 * stride), floor);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector256<float> left, Vector256<float> right, float* c, float floor)
    {
        var least = Vector256.Create(floor);
        Vector256.Max(left, least).Store(c);
        Vector256.Max(right, least).Store(c + 8);
    }
}
