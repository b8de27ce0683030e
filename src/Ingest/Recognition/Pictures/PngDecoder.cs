using System.Buffers.Binary;
using System.IO.Compression;

namespace Transparency.Ingest.Recognition.Pictures;

/// <summary>
/// Decodes PNG (ISO/IEC 15948) to grey: 8 and 16 bits a channel, every colour type, not interlaced. What it leaves alone, ffmpeg decodes
/// in a process of its own, which takes some fifty times as long.
/// </summary>
internal static class PngDecoder
{
    private const int HeaderLength = 8 + 8 + 13;

    private static ReadOnlySpan<byte> Signature => [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

    /// <summary>True for a file that <see cref="Decode"/> can decode if it is not damaged.</summary>
    public static bool Recognises(ReadOnlySpan<byte> file) =>
        file.Length > HeaderLength && file.StartsWith(Signature) && file.Slice(12, 4).SequenceEqual("IHDR"u8)
        && Header.Read(file.Slice(16, 13)) is { Depth: 8 or 16, Interlaced: false, Channels: > 0 } header
        && header is { Width: > 0, Height: > 0 } && (long)header.Width * header.Height <= JpegDecoder.MostPixels;

    /// <summary>For a file that is recognised; a damaged one is an <see cref="DecodedPicture.Error"/>.</summary>
    public static DecodedPicture Decode(byte[] file, DateTimeOffset capturedAt)
    {
        var header = Header.Read(file.AsSpan(16, 13));
        var palette = new byte[256];
        using var compressed = new MemoryStream();
        for (var at = Signature.Length; at + 12 <= file.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at));
            var kind = file.AsSpan(at + 4, 4);
            if (length > file.Length - at - 12)
            {
                break;
            }

            var data = file.AsSpan(at + 8, (int)length);
            if (kind.SequenceEqual("IDAT"u8))
            {
                compressed.Write(data);
            }
            else if (kind.SequenceEqual("PLTE"u8))
            {
                for (var i = 0; i < Math.Min(256, data.Length / 3); i++)
                {
                    palette[i] = Grey(data[3 * i], data[(3 * i) + 1], data[(3 * i) + 2]);
                }
            }

            at += 12 + (int)length;
        }

        compressed.Position = 0;
        var grey = new byte[header.Width * header.Height];
        return Unpack(compressed, header, palette, grey)
            ? DecodedPicture.Of(new Frame { Width = header.Width, Height = header.Height, Grey = grey, CapturedAt = capturedAt })
            : DecodedPicture.Unreadable("The PNG picture is damaged or cut short.");
    }

    private static bool Unpack(Stream compressed, Header header, byte[] palette, byte[] grey)
    {
        try
        {
            using var rows = new ZLibStream(compressed, CompressionMode.Decompress);
            var (row, above) = (new byte[1 + header.RowBytes], new byte[1 + header.RowBytes]);
            for (var y = 0; y < header.Height; y++, (row, above) = (above, row))
            {
                if (rows.ReadAtLeast(row, row.Length, throwOnEndOfStream: false) < row.Length || !Unfilter(row, above.AsSpan(1), header.PixelBytes))
                {
                    return false;
                }

                ToGrey(row.AsSpan(1), header, palette, grey.AsSpan(y * header.Width, header.Width));
            }

            return true;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    /// <summary>Undoes the filter named by the row's first byte. False for one that the standard does not know.</summary>
    private static bool Unfilter(Span<byte> row, ReadOnlySpan<byte> above, int step)
    {
        var line = row[1..];
        for (var i = 0; i < line.Length; i++)
        {
            var (left, up, corner) = (i < step ? 0 : line[i - step], above[i], i < step ? 0 : above[i - step]);
            line[i] += row[0] switch
            {
                1 => (byte)left,
                2 => up,
                3 => (byte)((left + up) / 2),
                4 => Paeth(left, up, corner),
                _ => 0,
            };
        }

        return row[0] <= 4;
    }

    private static byte Paeth(int left, int up, int corner)
    {
        var (toLeft, toUp, toCorner) = (Math.Abs(up - corner), Math.Abs(left - corner), Math.Abs(left + up - (2 * corner)));
        return (byte)(toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner);
    }

    private static void ToGrey(ReadOnlySpan<byte> row, Header header, byte[] palette, Span<byte> grey)
    {
        var sample = header.Depth / 8;
        for (var x = 0; x < grey.Length; x++)
        {
            var at = x * header.PixelBytes;
            grey[x] = header.Kind switch
            {
                3 => palette[row[at]],
                2 or 6 => Grey(row[at], row[at + sample], row[at + (2 * sample)]),
                _ => row[at],
            };
        }
    }

    /// <summary>Luma as in JPEG (ITU-R BT.601, full range).</summary>
    private static byte Grey(int red, int green, int blue) => (byte)(((299 * red) + (587 * green) + (114 * blue) + 500) / 1000);

    /// <summary>The image header chunk. <see cref="Channels"/> is 0 for a colour type that the standard does not know.</summary>
    private readonly record struct Header(int Width, int Height, int Depth, int Kind, bool Interlaced)
    {
        public int Channels => Kind switch
        {
            0 => 1,
            2 => 3,
            3 => Depth == 8 ? 1 : 0,
            4 => 2,
            6 => 4,
            _ => 0,
        };

        public int PixelBytes => Channels * Depth / 8;

        public int RowBytes => Width * PixelBytes;

        public static Header Read(ReadOnlySpan<byte> data) => new(
            BinaryPrimitives.ReadInt32BigEndian(data), BinaryPrimitives.ReadInt32BigEndian(data[4..]), data[8], data[9], data[12] != 0);
    }
}
