namespace Transparency.Ingest.Feeds;

/// <summary>Stretches the limited range of broadcasting (ITU-R BT.601) to the full range of JPEG, in place.</summary>
internal static class FullRange
{
    private static readonly byte[] Luma = Table(219, 0);
    private static readonly byte[] Chroma = Table(224, 128);

    public static void StretchLuma(Span<byte> plane) => Map(plane, Luma);

    public static void StretchChroma(Span<byte> plane) => Map(plane, Chroma);

    private static void Map(Span<byte> plane, byte[] table)
    {
        for (var i = 0; i < plane.Length; i++)
        {
            plane[i] = table[plane[i]];
        }
    }

    // Luma: 16 becomes 0. Chroma: 128 stays.
    private static byte[] Table(int steps, int centre) =>
        [.. Enumerable.Range(0, 256).Select(value =>
            (byte)Math.Clamp(Math.Round((value - (centre == 0 ? 16 : centre)) * 255.0 / steps) + centre, 0, 255))];
}
