using System.Runtime.InteropServices;
using Transparency.Ingest.Recognition;

namespace Transparency.Ingest.Delivery;

/// <summary>
/// Compresses pictures with libturbojpeg (TurboJPEG 2 API, Debian package libturbojpeg0). Not thread-safe: one instance a thread.
/// </summary>
public sealed partial class JpegEncoder : IDisposable
{
    private const string Library = "libturbojpeg.so.0";
    private const int Subsampling420 = 2;
    private const int SubsamplingGrey = 3;
    private const int Rgb = 0;
    private const int FastTransform = 2048;

    private readonly nint _handle = InitCompress();

    /// <summary>A frame, or the part cut out of one.</summary>
    /// <param name="frame">Its planes are used as they are.</param>
    /// <param name="quality">1 to 100.</param>
    public unsafe byte[] Encode(Frame frame, int quality = 80)
    {
        fixed (byte* luma = frame.Grey, cb = frame.U, cr = frame.V)
        {
            var planes = stackalloc nint[] { (nint)luma, (nint)cb, (nint)cr };
            var subsampling = frame.U is not null ? Subsampling420 : SubsamplingGrey;
            var (jpeg, length) = ((nint)0, (nuint)0);
            var result = CompressPlanes(_handle, planes, frame.Width, 0, frame.Height, subsampling, ref jpeg, ref length, quality, 0);
            return Take(result, jpeg, length);
        }
    }

    /// <summary>A picture of three bytes a pixel: red, green, blue. Faster and a little coarser than <see cref="Encode"/>.</summary>
    public unsafe byte[] EncodeRgb(byte[] pixels, int width, int height, int quality = 80)
    {
        fixed (byte* first = pixels)
        {
            var (jpeg, length) = ((nint)0, (nuint)0);
            var result = Compress(_handle, first, width, 0, height, Rgb, ref jpeg, ref length, Subsampling420, quality, FastTransform);
            return Take(result, jpeg, length);
        }
    }

    public void Dispose() => _ = Destroy(_handle);

    private static unsafe byte[] Take(int result, nint jpeg, nuint length)
    {
        try
        {
            return result == 0
                ? new ReadOnlySpan<byte>((void*)jpeg, (int)length).ToArray()
                : throw new InvalidOperationException("The picture could not be compressed.");
        }
        finally
        {
            Free(jpeg);
        }
    }

    [LibraryImport(Library, EntryPoint = "tjInitCompress")]
    private static partial nint InitCompress();

    [LibraryImport(Library, EntryPoint = "tjDestroy")]
    private static partial int Destroy(nint handle);

    [LibraryImport(Library, EntryPoint = "tjFree")]
    private static partial void Free(nint buffer);

    [LibraryImport(Library, EntryPoint = "tjCompressFromYUVPlanes")]
    private static unsafe partial int CompressPlanes(
        nint handle,
        nint* planes,
        int width,
        nint strides,
        int height,
        int subsampling,
        ref nint jpeg,
        ref nuint length,
        int quality,
        int flags);

    [LibraryImport(Library, EntryPoint = "tjCompress2")]
    private static unsafe partial int Compress(
        nint handle,
        byte* pixels,
        int width,
        int pitch,
        int height,
        int format,
        ref nint jpeg,
        ref nuint length,
        int subsampling,
        int quality,
        int flags);
}
