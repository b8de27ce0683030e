using Transparency.Ingest.Recognition.Networks;

namespace Transparency.Ingest.Tests.Recognition.Networks;

public sealed class NetworkFileTests
{
    [Fact]
    public void A_written_network_is_read_back()
    {
        var layers = NetworkFile.Read(new MemoryStream(Sample()));

        Assert.Equal(2, layers.Count);
        Assert.Equal([0.5f, -2f], layers[0].Weights);
        Assert.Equal([1f, 3f], layers[0].Biases);
        Assert.Equal(LayerKind.MaxPool, layers[1].Kind);
    }

    [Fact]
    public void A_file_cut_anywhere_is_refused()
    {
        var whole = Sample();
        for (var length = 0; length < whole.Length; length++)
        {
            Assert.Throws<InvalidDataException>(() => NetworkFile.Read(new MemoryStream(whole, 0, length)));
        }
    }

    [Fact]
    public void A_file_with_absurd_numbers_is_refused()
    {
        foreach (var at in (int[])[0, 4, 8, 12, 16, 20])
        {
            var bytes = Sample();
            BitConverter.TryWriteBytes(bytes.AsSpan(at), int.MaxValue);
            Assert.Throws<InvalidDataException>(() => NetworkFile.Read(new MemoryStream(bytes)));
        }
    }

    private static byte[] Sample()
    {
        var stream = new MemoryStream();
        var writer = new BinaryWriter(stream);
        writer.Write("TNET"u8);
        writer.Write(1);
        writer.Write(2);
        foreach (var number in (int[])[1, 1, 2, 1, 1, 1, 1, 0, 0, 1, 0])
        {
            writer.Write(number);
        }

        writer.Write((Half)0.5f);
        writer.Write((Half)(-2f));
        writer.Write(1f);
        writer.Write(3f);
        foreach (var number in (int[])[2, 0, 0, 2, 2, 1, 1, 0, 0, 0, 0])
        {
            writer.Write(number);
        }

        writer.Flush();
        return stream.ToArray();
    }
}
