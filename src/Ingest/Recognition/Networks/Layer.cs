namespace Transparency.Ingest.Recognition.Networks;

/// <summary>One step of a network. The numbers are the codes in a weight file.</summary>
internal enum LayerKind
{
    Convolution = 1,
    MaxPool = 2,

    /// <summary>Remembers the current tensor in a slot.</summary>
    Keep = 3,

    /// <summary>Doubles height and width (nearest) and adds a kept tensor.</summary>
    UpsampleAdd = 4,
}

/// <summary>
/// <see cref="LayerKind.Convolution"/>: all fields. <see cref="LayerKind.MaxPool"/>: kernel. <see cref="LayerKind.Keep"/> and
/// <see cref="LayerKind.UpsampleAdd"/>: slot. <see cref="Weights"/> are [outputs, inputs, kernel height, kernel width].
/// </summary>
internal sealed record Layer(LayerKind Kind)
{
    public int Inputs { get; init; }

    public int Outputs { get; init; }

    public int KernelHeight { get; init; }

    public int KernelWidth { get; init; }

    public int StrideY { get; init; } = 1;

    public int StrideX { get; init; } = 1;

    public int PadY { get; init; }

    public int PadX { get; init; }

    public bool Rectified { get; init; }

    public int Slot { get; init; }

    public float[] Weights { get; init; } = [];

    public float[] Biases { get; init; } = [];

    public int Depth => Inputs * KernelHeight * KernelWidth;

    /// <summary>What comes out when <paramref name="input"/> goes in. Throws <see cref="InvalidDataException"/> where it does not fit.</summary>
    public Shape Output(Shape input) => Kind switch
    {
        LayerKind.Convolution when input.Channels == Inputs => new(
            Outputs,
            ((input.Height + (2 * PadY) - KernelHeight) / StrideY) + 1,
            ((input.Width + (2 * PadX) - KernelWidth) / StrideX) + 1),
        LayerKind.MaxPool => new(input.Channels, input.Height / KernelHeight, input.Width / KernelWidth),
        LayerKind.Keep => input,
        LayerKind.UpsampleAdd => new(input.Channels, input.Height * 2, input.Width * 2),
        _ => throw new InvalidDataException($"A layer of {Inputs} channels was given {input.Channels}."),
    };
}
