using System.Runtime.InteropServices;

namespace Transparency.Ingest.Recognition.Pictures;

/// <summary>libturbojpeg's C interface (TurboJPEG 2 API, Debian package libturbojpeg0).</summary>
internal static partial class TurboJpeg
{
    public const int Grey = 6;

    private const string Library = "libturbojpeg.so.0";

    [LibraryImport(Library, EntryPoint = "tjInitDecompress")]
    public static partial nint InitDecompress();

    [LibraryImport(Library, EntryPoint = "tjDestroy")]
    public static partial int Destroy(nint handle);

    [LibraryImport(Library, EntryPoint = "tjDecompressHeader3")]
    public static partial int DecompressHeader(
        nint handle, ReadOnlySpan<byte> jpeg, nuint length, out int width, out int height, out int subsampling, out int colourSpace);

    /// <summary>Scales by a factor of 1/8 to 1 that gives the largest picture within width x height.</summary>
    [LibraryImport(Library, EntryPoint = "tjDecompress2")]
    public static partial int Decompress(
        nint handle, ReadOnlySpan<byte> jpeg, nuint length, Span<byte> pixels, int width, int pitch, int height, int format, int flags);
}
