using System.Buffers.Binary;

namespace Transparency.Core.Searches;

/// <summary>
/// The detections a search found, as <c>search_pages.ids</c> holds them: newest first, eight bytes each, most significant first. A search
/// writes one row for each hundred instead of one for each, which keeps its commit short.
/// </summary>
internal static class ResultIds
{
    public const int PerPage = 100;

    public static byte[] Write(ReadOnlySpan<long> ids)
    {
        var bytes = new byte[ids.Length * sizeof(long)];
        for (var i = 0; i < ids.Length; i++)
        {
            BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(i * sizeof(long)), ids[i]);
        }

        return bytes;
    }

    public static long[] Read(ReadOnlySpan<byte> bytes)
    {
        var ids = new long[bytes.Length / sizeof(long)];
        for (var i = 0; i < ids.Length; i++)
        {
            ids[i] = BinaryPrimitives.ReadInt64BigEndian(bytes[(i * sizeof(long))..]);
        }

        return ids;
    }
}
