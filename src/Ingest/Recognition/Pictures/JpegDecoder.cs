namespace Transparency.Ingest.Recognition.Pictures;

/// <summary>Decodes JPEG to grey with libturbojpeg. Not safe for use by two threads at once.</summary>
public sealed class JpegDecoder : IDisposable
{
    /// <summary>Larger pictures are shrunk while decoding to at most this many pixels.</summary>
    internal const long MostPixels = 12_000_000;

    private const long MostDeclaredPixels = 400_000_000;

    private readonly nint handle = TurboJpeg.InitDecompress();

    ~JpegDecoder() => Free();

    public static bool Recognises(ReadOnlySpan<byte> file) => file.Length > 3 && file[0] == 0xff && file[1] == 0xd8 && file[2] == 0xff;

    public DecodedPicture Decode(ReadOnlySpan<byte> jpeg, DateTimeOffset capturedAt)
    {
        if (!Recognises(jpeg))
        {
            return DecodedPicture.Unreadable("This is not a JPEG picture.");
        }

        if (TurboJpeg.DecompressHeader(handle, jpeg, (nuint)jpeg.Length, out var width, out var height, out _, out _) != 0
            || width <= 0 || height <= 0 || (long)width * height > MostDeclaredPixels)
        {
            return DecodedPicture.Unreadable("The JPEG picture is damaged: its size cannot be read.");
        }

        var eighths = 8;
        while (eighths > 1 && (long)Part(width, eighths) * Part(height, eighths) > MostPixels)
        {
            eighths--;
        }

        var (w, h) = (Part(width, eighths), Part(height, eighths));
        var grey = new byte[w * h];
        var status = TurboJpeg.Decompress(handle, jpeg, (nuint)jpeg.Length, grey, w, w, h, TurboJpeg.Grey, 0);

        // A broken stream still fills the rows it could read; one that yields almost nothing is of no use.
        if (status != 0 && IsMostlyFlat(grey, w, h))
        {
            return DecodedPicture.Unreadable("The JPEG picture is damaged or cut short.");
        }

        return DecodedPicture.Of(new Frame { Width = w, Height = h, Grey = grey, CapturedAt = capturedAt }, (double)width / w);
    }

    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    private void Free() => _ = TurboJpeg.Destroy(handle);

    /// <summary>The size libturbojpeg gives for a scale of eighths/8: rounded up.</summary>
    private static int Part(int size, int eighths) => (int)((((long)size * eighths) + 7) / 8);

    private static bool IsMostlyFlat(byte[] grey, int width, int height)
    {
        var flat = 0;
        for (var y = 0; y < height; y++)
        {
            var row = grey.AsSpan(y * width, width);
            flat += row.IndexOfAnyExcept(row[0]) < 0 ? 1 : 0;
        }

        return flat * 2 > height;
    }
}
