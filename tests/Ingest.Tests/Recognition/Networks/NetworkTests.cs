using Transparency.Ingest.Recognition.Networks;

namespace Transparency.Ingest.Tests.Recognition.Networks;

public sealed class NetworkTests
{
    public static TheoryData<int, int> WidthsAndSeeds()
    {
        var data = new TheoryData<int, int>();
        foreach (var width in Enum.GetValues<SimdWidth>())
        {
            for (var seed = 1; seed <= 12; seed++)
            {
                data.Add((int)width, seed);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(WidthsAndSeeds))]
    public void Every_kernel_agrees_with_the_definition_on_random_networks(int width, int seed)
    {
        var dice = new Dice(seed);
        var shape = new Shape(dice.Between(1, 3), 4 * dice.Between(3, 9), 4 * dice.Between(3, 17));
        var layers = RandomLayers(dice, shape.Channels);
        using var network = new Network(layers, (SimdWidth)width);
        var input = network.Input(shape);
        dice.Fill(input);
        var expected = NaiveNetwork.Run(layers, shape, input);

        var actual = network.Run();

        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], actual[i], 1e-3 * Math.Max(1, Math.Abs(expected[i])));
        }
    }

    [Fact]
    public void A_network_can_change_its_input_shape_and_back()
    {
        using var network = new Network(RandomLayers(new Dice(5), 1));
        var small = new Shape(1, 16, 24);
        new Dice(7).Fill(network.Input(small));
        var first = network.Run().ToArray();
        new Dice(8).Fill(network.Input(new Shape(1, 32, 64)));
        network.Run();
        new Dice(7).Fill(network.Input(small));

        Assert.Equal(first, network.Run().ToArray());
    }

    [Fact]
    public void A_run_allocates_nothing()
    {
        using var network = new Network(RandomLayers(new Dice(3), 1));
        new Dice(7).Fill(network.Input(new Shape(1, 32, 64)));
        network.Run();
        var before = GC.GetAllocatedBytesForCurrentThread();

        network.Run();

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private static List<Layer> RandomLayers(Dice dice, int channels)
    {
        var deep = dice.Between(1, 20);
        return
        [
            Convolution(dice, channels, deep, dice.Between(1, 5), dice.Between(1, 5), 1, 1, dice.Between(0, 1) == 1),
            Convolution(dice, deep, 13, 3, 3, 2, 2, true),
            new Layer(LayerKind.Keep),
            new Layer(LayerKind.MaxPool) { KernelHeight = 2, KernelWidth = 2 },
            Convolution(dice, 13, 13, 1, 1, 1, 1, true),
            new Layer(LayerKind.UpsampleAdd),
            new Layer(LayerKind.MaxPool) { KernelHeight = 2, KernelWidth = 1 },
            Convolution(dice, 13, dice.Between(1, 40), 1, 3, 1, dice.Between(1, 2), false),
        ];
    }

    private static Layer Convolution(Dice dice, int inputs, int outputs, int height, int width, int strideY, int strideX, bool rectified)
    {
        var layer = new Layer(LayerKind.Convolution)
        {
            Inputs = inputs,
            Outputs = outputs,
            KernelHeight = height,
            KernelWidth = width,
            StrideY = strideY,
            StrideX = strideX,
            PadY = height / 2,
            PadX = width / 2,
            Rectified = rectified,
            Weights = new float[inputs * outputs * height * width],
            Biases = new float[outputs],
        };
        dice.Fill(layer.Weights);
        dice.Fill(layer.Biases);
        return layer with { PadY = strideY == 2 ? 1 : layer.PadY };
    }
}
