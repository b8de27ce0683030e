using System.Runtime.CompilerServices;

namespace Transparency.Ingest.Recognition.Networks;

/// <summary>
/// A convolution as a matrix product without gathering patches. The input is copied once, with its zero border, and split by stride into
/// planes in which every tap of the kernel is a constant distance from the output's position; the kernel then reads it in place.
/// Positions run over the padded width: what falls on the border is computed and thrown away.
/// </summary>
internal sealed unsafe class Convolution : IDisposable
{
    private const int RowsPerKernel = 6;
    private const int BlockFloats = 64 * 1024;
    private const int LineFloats = 16;

    private readonly Layer layer;
    private readonly SimdWidth width;
    private readonly int panel;
    private readonly int block;
    private readonly FloatBuffer weights;
    private readonly FloatBuffer biases;
    private readonly FloatBuffer scratch;
    private readonly nint[] offsets;
    private FloatBuffer? split;
    private Shape from;
    private Shape to;
    private int rowLength;
    private int plane;

    public Convolution(Layer layer, SimdWidth width)
    {
        this.layer = layer;
        this.width = width;
        panel = 2 * (int)width;
        block = Math.Clamp(BlockFloats / layer.Depth / panel, 1, 32) * panel;
        var rows = (layer.Outputs + RowsPerKernel - 1) / RowsPerKernel * RowsPerKernel;
        weights = new FloatBuffer((long)rows * layer.Depth);
        biases = new FloatBuffer(rows);
        scratch = new FloatBuffer(RowsPerKernel * block);
        offsets = GC.AllocateArray<nint>(layer.Depth, pinned: true);
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

    private bool ReadsInPlace => layer is { KernelHeight: 1, KernelWidth: 1, StrideY: 1, StrideX: 1, PadY: 0, PadX: 0 };

    /// <summary>Multiplications and additions of one run on this input.</summary>
    public static double Operations(Layer layer, Shape input) => 2.0 * layer.Outputs * layer.Depth * layer.Output(input).Plane;

    /// <summary>Makes room for inputs of this shape.</summary>
    public void Prepare(Shape input)
    {
        (from, to) = (input, layer.Output(input));
        rowLength = (input.Width + (2 * layer.PadX) + layer.StrideX - 1) / layer.StrideX;
        var rows = (input.Height + (2 * layer.PadY) + layer.StrideY - 1) / layer.StrideY;

        // An odd number of cache lines, so that the planes do not all fall on the same places of the cache.
        plane = ReadsInPlace ? input.Plane : ((((rows * rowLength) + LineFloats - 1) / LineFloats) | 1) * LineFloats;
        var k = 0;
        for (var channel = 0; channel < layer.Inputs; channel++)
        {
            for (var y = 0; y < layer.KernelHeight; y++)
            {
                for (var x = 0; x < layer.KernelWidth; x++)
                {
                    var phase = (((channel * layer.StrideY) + (y % layer.StrideY)) * layer.StrideX) + (x % layer.StrideX);
                    offsets[k++] = ((nint)phase * plane) + (y / layer.StrideY * rowLength) + (x / layer.StrideX);
                }
            }
        }

        split?.Dispose();
        split = ReadsInPlace ? null : new FloatBuffer((long)plane * layer.Inputs * layer.StrideY * layer.StrideX);
    }

    /// <summary>Runs on an input of the prepared shape. Reads up to <see cref="FloatBuffer.Slack"/> floats past its end.</summary>
    public void Run(float* input, float* output)
    {
        var source = input;
        if (split is not null)
        {
            Split(input);
            source = split.Start;
        }

        var positions = ((to.Height - 1) * rowLength) + to.Width;
        for (var start = 0; start < positions; start += block)
        {
            var count = Math.Min(block, positions - start);
            for (var row = 0; row < layer.Outputs; row += RowsPerKernel)
            {
                Multiply(source + start, row, count);
                Keep(output, row, start, count);
            }
        }
    }

    public void Dispose()
    {
        weights.Dispose();
        biases.Dispose();
        scratch.Dispose();
        split?.Dispose();
    }

    private void Split(float* input)
    {
        var target = split!.Start;
        for (var channel = 0; channel < from.Channels; channel++, input += from.Plane)
        {
            for (var y = 0; y < layer.StrideY; y++)
            {
                for (var x = 0; x < layer.StrideX; x++, target += plane)
                {
                    SplitPlane(input, y - layer.PadY, x - layer.PadX, target);
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void SplitPlane(float* input, int firstY, int firstX, float* target)
    {
        for (var y = firstY; y < from.Height + layer.PadY; y += layer.StrideY, target += rowLength)
        {
            StridedRow.Copy((uint)y < (uint)from.Height ? input + ((long)y * from.Width) : null, firstX, from.Width, layer.StrideX, target, rowLength);
        }
    }

    private void Multiply(float* b, int row, int count)
    {
        var a = weights.Start + ((long)row * layer.Depth);
        var bias = biases.Start + row;
        var floor = layer.Rectified ? 0 : float.NegativeInfinity;
        fixed (nint* taps = offsets)
        {
            for (var column = 0; column < count; column += panel)
            {
                var c = scratch.Start + column;
                switch (width)
                {
                    case SimdWidth.Vector512:
                        Kernel512.Multiply(a, b + column, taps, layer.Depth, bias, floor, c, block);
                        break;
                    case SimdWidth.Vector256:
                        Kernel256.Multiply(a, b + column, taps, layer.Depth, bias, floor, c, block);
                        break;
                    default:
                        Kernel128.Multiply(a, b + column, taps, layer.Depth, bias, floor, c, block);
                        break;
                }
            }
        }
    }

    /// <summary>Copies the block's positions that are not border from the scratch rows to the output.</summary>
    private void Keep(float* output, int row, int start, int count)
    {
        for (var i = 0; i < Math.Min(RowsPerKernel, layer.Outputs - row); i++)
        {
            var (y, x) = Math.DivRem(start, rowLength);
            var target = output + ((long)(row + i) * to.Plane);
            for (var at = 0; at < count; (x, y) = (0, y + 1))
            {
                var part = Math.Min(to.Width - x, count - at);
                if (part > 0)
                {
                    Buffer.MemoryCopy(scratch.Start + (i * block) + at, target + (y * to.Width) + x, part * sizeof(float), part * sizeof(float));
                }

                at += rowLength - x;
            }
        }
    }
}
