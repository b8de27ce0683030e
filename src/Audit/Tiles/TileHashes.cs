using Transparency.Audit.Merkle;

namespace Transparency.Audit.Tiles;

/// <summary>A tile's bytes: its hashes one after the other, 32 bytes each.</summary>
public static class TileHashes
{
    /// <summary>Reads a tile of exactly this width; null for any other length.</summary>
    public static Hash256[]? Read(ReadOnlySpan<byte> bytes, int width)
    {
        if (bytes.Length != width * Hash256.Size)
        {
            return null;
        }
        var hashes = new Hash256[width];
        for (var i = 0; i < width; i++)
        {
            hashes[i] = new Hash256(bytes.Slice(i * Hash256.Size, Hash256.Size));
        }
        return hashes;
    }

    public static byte[] Write(ReadOnlySpan<Hash256> hashes)
    {
        var bytes = new byte[hashes.Length * Hash256.Size];
        for (var i = 0; i < hashes.Length; i++)
        {
            hashes[i].CopyTo(bytes.AsSpan(i * Hash256.Size));
        }
        return bytes;
    }
}
