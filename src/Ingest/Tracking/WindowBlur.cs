namespace Transparency.Ingest.Tracking;

/// <summary>
/// Makes people behind a rear window unrecognisable before a picture is stored: what lies well above the plate is reduced to a few
/// values, each the mean of a square that a face is smaller than. What was there cannot be computed back.
/// </summary>
internal static class WindowBlur
{
    // In widths of the plate, which is as wide as two faces: from here upward there may be glass.
    private const float ClearAbove = .45f;
    private const float Square = .5f;
    private const int SmallestSquare = 8;

    /// <summary>The first row from the top that stays sharp.</summary>
    public static int FirstSharpRow(float plateTop, float plateWidth, int height) =>
        Math.Clamp((int)(plateTop - (plateWidth * ClearAbove)) & ~1, 0, height);

    /// <summary>Blurs the rows above one of a plane.</summary>
    /// <param name="plane">Changed in place.</param>
    /// <param name="width">Of the plane.</param>
    /// <param name="rows">How many, from the top.</param>
    /// <param name="plateWidth">In pixels of this plane.</param>
    public static void Apply(byte[] plane, int width, int rows, float plateWidth)
    {
        var square = Math.Max(SmallestSquare, (int)(plateWidth * Square));
        for (var top = 0; top < rows; top += square)
        {
            for (var left = 0; left < width; left += square)
            {
                Level(plane, width, left, top, Math.Min(square, width - left), Math.Min(square, rows - top));
            }
        }
    }

    private static void Level(byte[] plane, int stride, int left, int top, int width, int height)
    {
        var sum = 0;
        for (var y = top; y < top + height; y++)
        {
            foreach (var value in plane.AsSpan((y * stride) + left, width))
            {
                sum += value;
            }
        }

        var mean = (byte)(sum / (width * height));
        for (var y = top; y < top + height; y++)
        {
            plane.AsSpan((y * stride) + left, width).Fill(mean);
        }
    }
}
