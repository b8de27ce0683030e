using System.Buffers.Binary;

namespace Transparency.Audit.Tiles;

/// <summary>Up to 256 entries in one resource: each is its length as two bytes, big-endian, then its bytes (C2SP tlog-tiles).</summary>
public static class EntryBundle
{
    /// <summary>The longest entry the format can carry.</summary>
    public const int LongestEntry = ushort.MaxValue;

    /// <summary>Appends an entry to a bundle being built.</summary>
    /// <exception cref="ArgumentException">The entry is longer than the format carries.</exception>
    public static void Append(List<byte> bundle, ReadOnlySpan<byte> entry)
    {
        ArgumentNullException.ThrowIfNull(bundle);
        if (entry.Length > LongestEntry)
        {
            throw new ArgumentException($"An entry has at most {LongestEntry} bytes.", nameof(entry));
        }
        Span<byte> length = stackalloc byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)entry.Length);
        bundle.AddRange(length);
        bundle.AddRange(entry);
    }

    /// <summary>Splits a bundle of exactly <paramref name="width"/> entries; null where the bytes are not exactly that.</summary>
    public static ReadOnlyMemory<byte>[]? Split(ReadOnlyMemory<byte> bundle, int width)
    {
        var entries = new ReadOnlyMemory<byte>[width];
        for (var i = 0; i < width; i++)
        {
            if (bundle.Length < 2 || BinaryPrimitives.ReadUInt16BigEndian(bundle.Span) is var length && bundle.Length < 2 + length)
            {
                return null;
            }
            entries[i] = bundle.Slice(2, length);
            bundle = bundle[(2 + length)..];
        }
        return bundle.IsEmpty ? entries : null;
    }

    /// <summary>The first <paramref name="width"/> entries of a bundle, as a narrower bundle; null where it holds fewer.</summary>
    public static ReadOnlyMemory<byte>? Cut(ReadOnlyMemory<byte> bundle, int width)
    {
        var end = 0;
        for (var i = 0; i < width; i++)
        {
            if (bundle.Length - end < 2)
            {
                return null;
            }
            end += 2 + BinaryPrimitives.ReadUInt16BigEndian(bundle.Span[end..]);
            if (end > bundle.Length)
            {
                return null;
            }
        }
        return bundle[..end];
    }
}
