using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Transparency.Ingest.Recognition.Networks;

/// <summary>
/// Runs a small convolutional network on one thread. Memory is taken when the input's shape changes, never during a run.
/// An instance is not safe for use by two threads at once.
/// </summary>
internal sealed unsafe class Network : IDisposable
{
    private readonly IReadOnlyList<Layer> layers;
    private readonly Convolution?[] convolutions;
    private readonly FloatBuffer?[] kept;
    private FloatBuffer[] tensors = [];
    private Shape prepared;

    public Network(IReadOnlyList<Layer> layers, SimdWidth? width = null)
    {
        this.layers = layers;
        convolutions = [.. layers.Select(l => l.Kind == LayerKind.Convolution ? new Convolution(l, width ?? SimdWidths.Best) : null)];
        kept = new FloatBuffer?[layers.Count == 0 ? 0 : layers.Max(l => l.Slot) + 1];
    }

    public Shape Output { get; private set; }

    /// <summary>Multiplications and additions of one run.</summary>
    public double Operations { get; private set; }

    /// <summary>Makes room for an input of this shape and returns where to write it.</summary>
    public Span<float> Input(Shape shape)
    {
        if (shape != prepared)
        {
            Prepare(shape);
        }

        return tensors[0].Span[..(int)shape.Size];
    }

    /// <summary>Runs on what was written to <see cref="Input"/>; the result is valid until the next run.</summary>
    public ReadOnlySpan<float> Run()
    {
        var (source, target, shape) = (tensors[0], tensors[1], prepared);
        for (var i = 0; i < layers.Count; i++)
        {
            var layer = layers[i];
            var output = layer.Output(shape);
            switch (layer.Kind)
            {
                case LayerKind.Keep:
                    source.Span[..(int)shape.Size].CopyTo(kept[layer.Slot]!.Span);
                    continue;
                case LayerKind.Convolution:
                    convolutions[i]!.Run(source.Start, target.Start);
                    break;
                case LayerKind.MaxPool:
                    MaxPool(source.Start, shape, target.Start, layer);
                    break;
                default:
                    UpsampleAdd(source.Start, shape, target.Start, kept[layer.Slot]!.Start);
                    break;
            }

            (source, target, shape) = (target, source, output);
        }

        return source.Span[..(int)shape.Size];
    }

    public void Dispose()
    {
        foreach (var buffer in tensors.Concat(kept))
        {
            buffer?.Dispose();
        }

        foreach (var convolution in convolutions)
        {
            convolution?.Dispose();
        }
    }

    private void Prepare(Shape shape)
    {
        var largest = shape.Size;
        var current = shape;
        Operations = 0;
        for (var i = 0; i < layers.Count; i++)
        {
            var layer = layers[i];
            convolutions[i]?.Prepare(current);
            if (layer.Kind == LayerKind.Keep)
            {
                kept[layer.Slot]?.Dispose();
                kept[layer.Slot] = new FloatBuffer(current.Size);
                continue;
            }

            Operations += layer.Kind == LayerKind.Convolution ? Convolution.Operations(layer, current) : 0;
            current = layer.Output(current);
            largest = Math.Max(largest, current.Size);
        }

        foreach (var tensor in tensors)
        {
            tensor.Dispose();
        }

        tensors = [new FloatBuffer(largest), new FloatBuffer(largest)];
        (prepared, Output) = (shape, current);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void MaxPool(float* source, Shape shape, float* target, Layer layer)
    {
        var to = layer.Output(shape);
        for (var channel = 0; channel < shape.Channels; channel++, source += shape.Plane)
        {
            for (var y = 0; y < to.Height; y++, target += to.Width)
            {
                var top = source + ((long)y * layer.KernelHeight * shape.Width);
                var x = 0;
                for (; layer.KernelWidth == 1 && x + Vector<float>.Count <= to.Width; x += Vector<float>.Count)
                {
                    var most = Vector.Load(top + x);
                    for (var ky = 1; ky < layer.KernelHeight; ky++)
                    {
                        most = Vector.MaxNative(most, Vector.Load(top + (ky * shape.Width) + x));
                    }

                    most.Store(target + x);
                }

                for (; x < to.Width; x++)
                {
                    target[x] = Most(top + (x * layer.KernelWidth), shape.Width, layer);
                }
            }
        }
    }

    private static float Most(float* corner, int rowLength, Layer layer)
    {
        var most = float.NegativeInfinity;
        for (var y = 0; y < layer.KernelHeight; y++)
        {
            for (var x = 0; x < layer.KernelWidth; x++)
            {
                most = Math.Max(most, corner[(y * rowLength) + x]);
            }
        }

        return most;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void UpsampleAdd(float* source, Shape shape, float* target, float* add)
    {
        for (var line = 0; line < shape.Channels * shape.Height; line++, source += shape.Width)
        {
            for (var copy = 0; copy < 2; copy++, target += 2 * shape.Width, add += 2 * shape.Width)
            {
                var x = 0;
                for (; x + 4 <= shape.Width; x += 4)
                {
                    var four = Vector128.Load(source + x);
                    (Vector128.Shuffle(four, Vector128.Create(0, 0, 1, 1)) + Vector128.Load(add + (2 * x))).Store(target + (2 * x));
                    (Vector128.Shuffle(four, Vector128.Create(2, 2, 3, 3)) + Vector128.Load(add + (2 * x) + 4)).Store(target + (2 * x) + 4);
                }

                for (; x < shape.Width; x++)
                {
                    (target[2 * x], target[(2 * x) + 1]) = (source[x] + add[2 * x], source[x] + add[(2 * x) + 1]);
                }
            }
        }
    }
}
