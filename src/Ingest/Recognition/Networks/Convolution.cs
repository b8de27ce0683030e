using System.Runtime.CompilerServices;

namespace Transparency.Ingest.Recognition.Networks;

/// <summary>
/// A convolution as a matrix product: packed weights [outputs x depth] times the input's patches [depth x positions], a block of
/// positions at a time so that the patches stay in the cache.
/// </summary>
internal sealed unsafe class Convolution : IDisposable
{
    private const int RowsPerKernel = 6;
    private const int PatchBytes = 256 * 1024;

    private readonly Layer layer;
    private readonly SimdWidth width;
    private readonly int panel;
    private readonly int block;
    private readonly FloatBuffer weights;
    private readonly FloatBuffer biases;
    private readonly FloatBuffer patches;
    private readonly FloatBuffer edge;

    public Convolution(Layer layer, SimdWidth width)
    {
        this.layer = layer;
        this.width = width;
        panel = 2 * (int)width;
        block = Math.Clamp(PatchBytes / sizeof(float) / layer.Depth / panel, 1, 32) * panel;
        var rows = (layer.Outputs + RowsPerKernel - 1) / RowsPerKernel * RowsPerKernel;
        weights = new FloatBuffer((long)rows * layer.Depth);
        biases = new FloatBuffer(rows);
        patches = new FloatBuffer((long)block * layer.Depth);
        edge = new FloatBuffer(RowsPerKernel * panel);
        layer.Biases.CopyTo(biases.Span);
        var packed = weights.Start;
        for (var row = 0; row < rows; row += RowsPerKernel)
        {
            for (var k = 0; k < layer.Depth; k++)
            {
                for (var i = row; i < row + RowsPerKernel; i++)
                {
                    *packed++ = i < layer.Outputs ? layer.Weights[(i * layer.Depth) + k] : 0;
                }
            }
        }
    }

    /// <summary>Multiplications and additions of one run on this input.</summary>
    public static double Operations(Layer layer, Shape input) => 2.0 * layer.Outputs * layer.Depth * layer.Output(input).Plane;

    public void Run(float* input, Shape from, float* output)
    {
        var to = layer.Output(from);
        for (var start = 0; start < to.Plane; start += block)
        {
            var count = Math.Min(block, to.Plane - start);
            Gather(input, from, to, start, count);
            Multiply(output + start, to.Plane, count);
        }
    }

    public void Dispose()
    {
        weights.Dispose();
        biases.Dispose();
        patches.Dispose();
        edge.Dispose();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Multiply(float* output, int plane, int count)
    {
        var floor = layer.Rectified ? 0 : float.NegativeInfinity;
        for (var row = 0; row < layer.Outputs; row += RowsPerKernel)
        {
            var rows = Math.Min(RowsPerKernel, layer.Outputs - row);
            var a = weights.Start + ((long)row * layer.Depth);
            for (var column = 0; column < count; column += panel)
            {
                var b = patches.Start + ((long)column * layer.Depth);
                var target = output + ((long)row * plane) + column;
                var whole = column + panel <= count;
                Kernel(a, b, biases.Start + row, floor, whole ? target : edge.Start, whole ? plane : panel, rows);
                for (var i = 0; !whole && i < rows; i++)
                {
                    new Span<float>(edge.Start + (i * panel), count - column).CopyTo(new Span<float>(target + ((long)i * plane), count - column));
                }
            }
        }
    }

    private void Kernel(float* a, float* b, float* bias, float floor, float* c, nint stride, int rows)
    {
        switch (width)
        {
            case SimdWidth.Vector512:
                Kernel512.Multiply(a, b, layer.Depth, bias, floor, c, stride, rows);
                break;
            case SimdWidth.Vector256:
                Kernel256.Multiply(a, b, layer.Depth, bias, floor, c, stride, rows);
                break;
            default:
                Kernel128.Multiply(a, b, layer.Depth, bias, floor, c, stride, rows);
                break;
        }
    }

    /// <summary>Patches of positions start to start + count, in panels: [panel][depth][position in the panel].</summary>
    private void Gather(float* input, Shape from, Shape to, int start, int count)
    {
        var k = 0;
        for (var channel = 0; channel < layer.Inputs; channel++)
        {
            for (var ky = 0; ky < layer.KernelHeight; ky++)
            {
                for (var kx = 0; kx < layer.KernelWidth; kx++, k++)
                {
                    GatherRow(input + ((long)channel * from.Plane), from, to, start, count, new(ky, kx, k));
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void GatherRow(float* plane, Shape from, Shape to, int start, int count, Tap tap)
    {
        var (y, x) = Math.DivRem(start, to.Width);
        var target = patches.Start + (tap.Index * panel);
        var offset = 0;
        for (var left = count; left > 0; (x, y) = (0, y + 1))
        {
            var run = Math.Min(to.Width - x, left);
            left -= run;
            var sourceY = (y * layer.StrideY) - layer.PadY + tap.Y;
            var row = (uint)sourceY < (uint)from.Height ? plane + ((long)sourceY * from.Width) : null;
            var sourceX = (x * layer.StrideX) - layer.PadX + tap.X;
            while (run > 0)
            {
                var part = Math.Min(run, panel - offset);
                PatchRow.Copy(row, sourceX, from.Width, layer.StrideX, target + offset, part);
                sourceX += part * layer.StrideX;
                run -= part;
                offset += part;
                if (offset == panel)
                {
                    target += (long)panel * layer.Depth;
                    offset = 0;
                }
            }
        }
    }

    private readonly record struct Tap(int Y, int X, int Index);
}
