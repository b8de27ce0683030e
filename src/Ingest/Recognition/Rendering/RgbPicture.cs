namespace Transparency.Ingest.Recognition.Rendering;

/// <summary>A picture of 8-bit red, green, blue triples, rows from the top, no padding.</summary>
public sealed class RgbPicture
{
    public RgbPicture(int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(height);
        Width = width;
        Height = height;
        Pixels = new byte[width * height * 3];
    }

    public int Width { get; }

    public int Height { get; }

    public byte[] Pixels { get; }

    public void Fill(Rgb colour)
    {
        for (var i = 0; i < Pixels.Length; i += 3)
        {
            (Pixels[i], Pixels[i + 1], Pixels[i + 2]) = (colour.Red, colour.Green, colour.Blue);
        }
    }

    /// <summary>Mixes <paramref name="colour"/> into one pixel; <paramref name="share"/> is 0 to 1. Outside the picture nothing happens.</summary>
    public void Blend(int x, int y, Rgb colour, float share)
    {
        if ((uint)x >= (uint)Width || (uint)y >= (uint)Height)
        {
            return;
        }

        var i = ((y * Width) + x) * 3;
        Pixels[i] = Mix(Pixels[i], colour.Red, share);
        Pixels[i + 1] = Mix(Pixels[i + 1], colour.Green, share);
        Pixels[i + 2] = Mix(Pixels[i + 2], colour.Blue, share);
    }

    /// <summary>Luma of ITU-R BT.601, what a camera's grey plane would hold.</summary>
    public byte[] ToGrey()
    {
        var grey = new byte[Width * Height];
        for (var i = 0; i < grey.Length; i++)
        {
            grey[i] = (byte)(((Pixels[3 * i] * 77) + (Pixels[(3 * i) + 1] * 150) + (Pixels[(3 * i) + 2] * 29) + 128) >> 8);
        }

        return grey;
    }

    private static byte Mix(byte from, byte to, float share) => (byte)(from + ((to - from) * share) + .5f);
}
