namespace Transparency.Ingest.Recognition.Networks;

/// <summary>Channels, rows and columns of a tensor; it is stored in that order.</summary>
internal readonly record struct Shape(int Channels, int Height, int Width)
{
    public int Plane => Height * Width;

    public long Size => (long)Channels * Plane;
}
