using System.Runtime.CompilerServices;

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
                    convolutions[i]!.Run(source.Start, shape, target.Start);
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
        foreach (var layer in layers)
        {
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
            for (var y = 0; y < to.Height; y++)
            {
                var top = source + ((long)y * layer.KernelHeight * shape.Width);
                for (var x = 0; x < to.Width; x++)
                {
                    var most = float.NegativeInfinity;
                    for (var ky = 0; ky < layer.KernelHeight; ky++)
                    {
                        for (var kx = 0; kx < layer.KernelWidth; kx++)
                        {
                            most = MathF.Max(most, top[(ky * shape.Width) + (x * layer.KernelWidth) + kx]);
                        }
                    }

                    *target++ = most;
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void UpsampleAdd(float* source, Shape shape, float* target, float* add)
    {
        for (var line = 0; line < shape.Channels * shape.Height; line++, source += shape.Width)
        {
            for (var copy = 0; copy < 2; copy++)
            {
                for (var x = 0; x < shape.Width; x++, target += 2, add += 2)
                {
                    (target[0], target[1]) = (source[x] + add[0], source[x] + add[1]);
                }
            }
        }
    }
}
