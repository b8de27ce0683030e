using System.Text;

namespace Transparency.Ingest.Recognition.Networks;

/// <summary>
/// Weights on disk, little endian: "TNET", version (int32, 1), layer count (int32); for each layer its kind and ten int32 (inputs,
/// outputs, kernel height and width, stride y and x, padding y and x, rectified, slot), then for a convolution its weights as
/// half-precision floats and its biases as single-precision floats. training/export.py writes it.
/// </summary>
internal static class NetworkFile
{
    private const int Version = 1;
    private const int MostLayers = 256;
    private const int MostWeights = 16 * 1024 * 1024;

    /// <summary>Throws <see cref="InvalidDataException"/> for anything but a whole, well-formed file.</summary>
    public static IReadOnlyList<Layer> Read(Stream stream)
    {
        using var reader = new BinaryReader(stream, Encoding.ASCII, leaveOpen: true);
        try
        {
            if (!reader.ReadBytes(4).AsSpan().SequenceEqual("TNET"u8) || reader.ReadInt32() != Version)
            {
                throw new InvalidDataException("Not a weight file of this version.");
            }

            var count = reader.ReadInt32();
            if (count is < 1 or > MostLayers)
            {
                throw new InvalidDataException("The weight file's layer count is out of range.");
            }

            return [.. Enumerable.Range(0, count).Select(_ => ReadLayer(reader))];
        }
        catch (EndOfStreamException ended)
        {
            throw new InvalidDataException("The weight file ends early.", ended);
        }
    }

    /// <summary>
    /// Reads the weights of this name: the file in the folder "weights" beside the program where there is one (newer weights without a new
    /// build), else those built into this assembly. Throws <see cref="InvalidDataException"/> when they are damaged.
    /// </summary>
    public static IReadOnlyList<Layer> Load(string name)
    {
        var beside = Path.Combine(AppContext.BaseDirectory, "weights", name);
        if (File.Exists(beside))
        {
            using var file = File.OpenRead(beside);
            return Read(file);
        }

        using var stream = typeof(NetworkFile).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidDataException($"The weights {name} are not in this build.");
        return Read(stream);
    }

    private static Layer ReadLayer(BinaryReader reader)
    {
        var layer = new Layer((LayerKind)reader.ReadInt32())
        {
            Inputs = Bounded(reader),
            Outputs = Bounded(reader),
            KernelHeight = Bounded(reader),
            KernelWidth = Bounded(reader),
            StrideY = Bounded(reader),
            StrideX = Bounded(reader),
            PadY = Bounded(reader),
            PadX = Bounded(reader),
            Rectified = Bounded(reader) != 0,
            Slot = Bounded(reader),
        };
        if (!Enum.IsDefined(layer.Kind))
        {
            throw new InvalidDataException("The weight file has a layer of unknown kind.");
        }

        if (layer.Kind != LayerKind.Convolution)
        {
            return layer;
        }

        var weights = (long)layer.Outputs * layer.Inputs * layer.KernelHeight * layer.KernelWidth;
        if (weights is < 1 or > MostWeights || layer.StrideX == 0 || layer.StrideY == 0)
        {
            throw new InvalidDataException("The weight file has a convolution of impossible size.");
        }

        return layer with
        {
            Weights = [.. Enumerable.Range(0, (int)weights).Select(_ => (float)reader.ReadHalf())],
            Biases = [.. Enumerable.Range(0, layer.Outputs).Select(_ => reader.ReadSingle())],
        };
    }

    private static int Bounded(BinaryReader reader)
    {
        var value = reader.ReadInt32();
        return value is >= 0 and <= 65536 ? value : throw new InvalidDataException("The weight file has a number out of range.");
    }
}
