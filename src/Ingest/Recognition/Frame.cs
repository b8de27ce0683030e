namespace Transparency.Ingest.Recognition;

/// <summary>
/// One decoded picture: a plane of luma and, where colour is known, two planes of chroma at half size in both directions (4:2:0).
/// Rows run from the top, without padding. Values are full range, 0 to 255, as in JPEG.
/// </summary>
public sealed class Frame
{
    /// <summary>Pixels across.</summary>
    public required int Width { get; init; }

    /// <summary>Pixels down.</summary>
    public required int Height { get; init; }

    /// <summary>Luma, <c>Width * Height</c> bytes.</summary>
    public required byte[] Grey { get; init; }

    /// <summary>Blue difference, <see cref="ChromaWidth"/> * <see cref="ChromaHeight"/> bytes around 128; null for a grey picture.</summary>
    public byte[]? U { get; init; }

    /// <summary>Red difference, the same size as <see cref="U"/>.</summary>
    public byte[]? V { get; init; }

    /// <summary>When the picture was taken, as near as the feed tells. A clock may jump back between two frames.</summary>
    public required DateTimeOffset CapturedAt { get; set; }

    public int ChromaWidth => (Width + 1) / 2;

    public int ChromaHeight => (Height + 1) / 2;
}
