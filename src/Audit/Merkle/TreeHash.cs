using System.Security.Cryptography;

namespace Transparency.Audit.Merkle;

/// <summary>The hashes of RFC 6962 section 2.1: leaf = SHA-256(00 || entry), node = SHA-256(01 || left || right).</summary>
public static class TreeHash
{
    /// <summary>The root of the empty tree: SHA-256 of nothing.</summary>
    public static Hash256 Empty { get; } = Sum([]);

    /// <summary>The leaf hash of an entry's exact bytes.</summary>
    public static Hash256 Leaf(ReadOnlySpan<byte> entry)
    {
        const int Small = 2048;
        if (entry.Length >= Small)
        {
            var large = new byte[entry.Length + 1];
            entry.CopyTo(large.AsSpan(1));
            return Sum(large);
        }
        Span<byte> buffer = stackalloc byte[Small];
        buffer[0] = 0;
        entry.CopyTo(buffer[1..]);
        return Sum(buffer[..(entry.Length + 1)]);
    }

    /// <summary>The hash of a node from its two children.</summary>
    public static Hash256 Node(Hash256 left, Hash256 right)
    {
        Span<byte> buffer = stackalloc byte[1 + (2 * Hash256.Size)];
        buffer[0] = 1;
        left.CopyTo(buffer[1..]);
        right.CopyTo(buffer[(1 + Hash256.Size)..]);
        return Sum(buffer);
    }

    /// <summary>The root over a power of two of hashes.</summary>
    public static Hash256 Root(ReadOnlySpan<Hash256> hashes)
    {
        if (hashes.Length == 1)
        {
            return hashes[0];
        }
        var half = hashes.Length / 2;
        Span<Hash256> level = stackalloc Hash256[128];
        level = half <= level.Length ? level[..half] : new Hash256[half];
        for (var i = 0; i < half; i++)
        {
            level[i] = Node(hashes[2 * i], hashes[(2 * i) + 1]);
        }
        for (; half > 1; half /= 2)
        {
            for (var i = 0; i < half / 2; i++)
            {
                level[i] = Node(level[2 * i], level[(2 * i) + 1]);
            }
        }
        return level[0];
    }

    /// <summary>SHA-256 of the bytes.</summary>
    public static Hash256 Sum(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[Hash256.Size];
        SHA256.HashData(bytes, hash);
        return new Hash256(hash);
    }
}
