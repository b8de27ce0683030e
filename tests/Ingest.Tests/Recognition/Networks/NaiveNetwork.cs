using Transparency.Ingest.Recognition.Networks;

namespace Transparency.Ingest.Tests.Recognition.Networks;

/// <summary>The definition of every layer, written for clarity in double precision, to compare the fast paths with.</summary>
internal static class NaiveNetwork
{
    public static double[] Run(IReadOnlyList<Layer> layers, Shape shape, ReadOnlySpan<float> input)
    {
        var tensor = input.ToArray().Select(v => (double)v).ToArray();
        var kept = new Dictionary<int, double[]>();
        foreach (var layer in layers)
        {
            var output = layer.Output(shape);
            switch (layer.Kind)
            {
                case LayerKind.Keep:
                    kept[layer.Slot] = tensor;
                    break;
                case LayerKind.Convolution:
                    tensor = Map(output, (c, y, x) => Convolve(layer, shape, tensor, c, y, x));
                    break;
                case LayerKind.MaxPool:
                    tensor = Map(output, (c, y, x) => Most(layer, shape, tensor, c, y, x));
                    break;
                default:
                    var add = kept[layer.Slot];
                    tensor = Map(output, (c, y, x) => tensor[At(shape, c, y / 2, x / 2)] + add[At(output, c, y, x)]);
                    break;
            }

            shape = output;
        }

        return tensor;
    }

    private static int At(Shape shape, int channel, int y, int x) => (((channel * shape.Height) + y) * shape.Width) + x;

    private static double[] Map(Shape shape, Func<int, int, int, double> value)
    {
        var result = new double[shape.Size];
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = value(i / shape.Plane, i % shape.Plane / shape.Width, i % shape.Width);
        }

        return result;
    }

    private static double Convolve(Layer layer, Shape from, double[] tensor, int output, int y, int x)
    {
        double sum = layer.Biases[output];
        for (var k = 0; k < layer.Depth; k++)
        {
            var channel = k / (layer.KernelHeight * layer.KernelWidth);
            var sourceY = (y * layer.StrideY) - layer.PadY + (k / layer.KernelWidth % layer.KernelHeight);
            var sourceX = (x * layer.StrideX) - layer.PadX + (k % layer.KernelWidth);
            if (sourceY >= 0 && sourceY < from.Height && sourceX >= 0 && sourceX < from.Width)
            {
                sum += layer.Weights[(output * layer.Depth) + k] * tensor[At(from, channel, sourceY, sourceX)];
            }
        }

        return layer.Rectified ? Math.Max(0, sum) : sum;
    }

    private static double Most(Layer layer, Shape from, double[] tensor, int channel, int y, int x)
    {
        var most = double.NegativeInfinity;
        for (var i = 0; i < layer.KernelHeight * layer.KernelWidth; i++)
        {
            most = Math.Max(most, tensor[At(from, channel, (y * layer.KernelHeight) + (i / layer.KernelWidth), (x * layer.KernelWidth) + (i % layer.KernelWidth))]);
        }

        return most;
    }
}
