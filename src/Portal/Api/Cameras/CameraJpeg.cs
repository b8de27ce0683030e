using System.Buffers.Binary;

namespace Transparency.Portal.Api.Cameras;

/// <summary>
/// Judges a photograph that a camera sends, without decoding it: a JPEG, small enough to be a part of a frame and not the whole, and
/// with everything taken out that is not the picture (place, serial number, thumbnail of the whole frame).
/// </summary>
internal static class CameraJpeg
{
    /// <summary>A picture larger than this on either side is rather the street than one vehicle's rear.</summary>
    public const int MostPixels = 1024;

    public const int MostBytes = 600_000;

    private const int Start = 0xd8;
    private const int Scan = 0xda;
    private const int FirstOfApplications = 0xe0;
    private const int LastOfApplications = 0xef;
    private const int Comment = 0xfe;

    /// <summary>The picture alone; null when it is not one that may be kept.</summary>
    public static byte[]? Clean(ReadOnlySpan<byte> jpeg)
    {
        if (jpeg.Length is < 20 or > MostBytes || jpeg[0] != 0xff || jpeg[1] != Start || jpeg[^2] != 0xff || jpeg[^1] != 0xd9)
        {
            return null;
        }

        using var clean = new MemoryStream(jpeg.Length);
        clean.Write(jpeg[..2]);
        var hasSize = false;
        for (var at = 2; at + 4 <= jpeg.Length;)
        {
            var (marker, length) = (jpeg[at + 1], 2 + BinaryPrimitives.ReadUInt16BigEndian(jpeg[(at + 2)..]));
            if (jpeg[at] != 0xff || length < 4 || at + length > jpeg.Length)
            {
                return null;
            }

            if (IsFrame(marker))
            {
                if (hasSize || length < 10 || !IsPart(jpeg[(at + 5)..]))
                {
                    return null;
                }

                hasSize = true;
            }

            // The rest of the file is the picture's data.
            if (marker == Scan)
            {
                clean.Write(jpeg[at..]);
                return hasSize ? clean.ToArray() : null;
            }

            if (marker != Comment && marker is < FirstOfApplications or > LastOfApplications)
            {
                clean.Write(jpeg.Slice(at, length));
            }

            at += length;
        }

        return null;
    }

    // ITU-T T.81 table B.1: start of frame, but for the three codes between that mean something else.
    private static bool IsFrame(int marker) => marker is >= 0xc0 and <= 0xcf and not 0xc4 and not 0xc8 and not 0xcc;

    private static bool IsPart(ReadOnlySpan<byte> size) =>
        BinaryPrimitives.ReadUInt16BigEndian(size) is > 0 and <= MostPixels && BinaryPrimitives.ReadUInt16BigEndian(size[2..]) is > 0 and <= MostPixels;
}
