using System.Buffers.Binary;
using System.Globalization;

namespace Transparency.Ingest.Delivery;

/// <summary>
/// One file of the spool. It begins with 20 bytes: a marker, the ordinal of its first record and a CRC-32C of both; records follow.
/// Files are only appended to.
/// </summary>
internal sealed class SpoolSegment
{
    public const int HeaderLength = 20;
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private SpoolSegment(string path, long number, long firstOrdinal, long length) =>
        (Path, Number, FirstOrdinal, Length) = (path, number, firstOrdinal, length);

    public string Path { get; }

    public long Number { get; }

    /// <summary>Records are counted from the spool's first day; this is the count before this segment's first.</summary>
    public long FirstOrdinal { get; }

    /// <summary>Bytes that are safely on disk.</summary>
    public long Length { get; set; }

    private static ReadOnlySpan<byte> Marker => "TSPSEG01"u8;

    /// <summary>The numbers of the segments in a folder, ascending.</summary>
    public static List<long> NumbersIn(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*.spool")
            .Select(path => System.IO.Path.GetFileNameWithoutExtension(path))
            .Select(name => long.TryParse(name, CultureInfo.InvariantCulture, out var number) ? number : -1)
            .Where(number => number >= 0)
            .Order()];

    public static SpoolSegment Create(string folder, long number, long firstOrdinal)
    {
        var path = PathOf(folder, number);
        Span<byte> header = stackalloc byte[HeaderLength];
        Marker.CopyTo(header);
        BinaryPrimitives.WriteInt64LittleEndian(header[8..], firstOrdinal);
        BinaryPrimitives.WriteUInt32LittleEndian(header[16..], Crc32C.Of(header[..16]));
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        using var file = new FileStream(path, options);
        file.Write(header);
        file.Flush(flushToDisk: true);
        return new SpoolSegment(path, number, firstOrdinal, HeaderLength);
    }

    /// <summary>Null when the file's header is not whole: the process was killed while it began the file, before any record.</summary>
    public static SpoolSegment? Open(string folder, long number)
    {
        var path = PathOf(folder, number);
        using var file = File.OpenRead(path);
        Span<byte> header = stackalloc byte[HeaderLength];
        var isWhole = file.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false) == HeaderLength
            && header.StartsWith(Marker)
            && BinaryPrimitives.ReadUInt32LittleEndian(header[16..]) == Crc32C.Of(header[..16]);
        return isWhole ? new SpoolSegment(path, number, BinaryPrimitives.ReadInt64LittleEndian(header[8..]), file.Length) : null;
    }

    /// <summary>
    /// Finds the end of the last whole record and cuts off what a killed process left behind it.
    /// </summary>
    /// <returns>How many records the segment holds.</returns>
    public int Repair()
    {
        ReadOnlySpan<byte> bytes = File.ReadAllBytes(Path);
        var (at, end, records) = (HeaderLength, HeaderLength, 0);
        while (at < bytes.Length)
        {
            var length = SpoolFormat.Measure(bytes[at..]);
            at += length > 0 ? length : SpoolFormat.Skip(bytes[at..]);
            (end, records) = length > 0 ? (at, records + 1) : (end, records);
        }

        if (end < bytes.Length)
        {
            using var file = new FileStream(Path, FileMode.Open, FileAccess.Write);
            file.SetLength(end);
            file.Flush(flushToDisk: true);
        }

        Length = end;
        return records;
    }

    private static string PathOf(string folder, long number) =>
        System.IO.Path.Combine(folder, number.ToString("D10", CultureInfo.InvariantCulture) + ".spool");
}
