using System.Numerics;
using Transparency.Audit.Merkle;

namespace Transparency.Audit.Tiles;

/// <summary>Builds inclusion and consistency proofs of one tree from its tiles, reading about one tile per level.</summary>
/// <param name="size">The size of the tree proved against.</param>
/// <param name="read">The bytes of a tile of that tree, level 0 or above.</param>
public sealed class TreeProofs(long size, Func<Tile, byte[]> read)
{
    private readonly Dictionary<(int Level, long Index), Hash256[]> _tiles = [];

    /// <summary>RFC 6962 PATH: the siblings from the leaf up.</summary>
    public IReadOnlyList<Hash256> Inclusion(long index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, size);
        var proof = new List<Hash256>();
        AddPath(index, 0, size, proof);
        return proof;
    }

    /// <summary>RFC 6962 PROOF from an older size of the same tree; empty for size 0 and for the tree's own size.</summary>
    public IReadOnlyList<Hash256> Consistency(long olderSize)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(olderSize);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(olderSize, size);
        var proof = new List<Hash256>();
        if (olderSize > 0)
        {
            AddSubproof(olderSize, 0, size, isOldRoot: true, proof);
        }
        return proof;
    }

    private void AddPath(long index, long from, long to, List<Hash256> proof)
    {
        if (to - from == 1)
        {
            return;
        }
        var middle = from + Split(to - from);
        if (index < middle)
        {
            AddPath(index, from, middle, proof);
            proof.Add(Root(middle, to));
        }
        else
        {
            AddPath(index, middle, to, proof);
            proof.Add(Root(from, middle));
        }
    }

    private void AddSubproof(long older, long from, long to, bool isOldRoot, List<Hash256> proof)
    {
        if (older == to)
        {
            if (!isOldRoot)
            {
                proof.Add(Root(from, to));
            }
            return;
        }
        var middle = from + Split(to - from);
        if (older <= middle)
        {
            AddSubproof(older, from, middle, isOldRoot, proof);
            proof.Add(Root(middle, to));
        }
        else
        {
            AddSubproof(older, middle, to, isOldRoot: false, proof);
            proof.Add(Root(from, middle));
        }
    }

    // The largest power of two below the number of leaves.
    private static long Split(long leaves) => 1L << (63 - BitOperations.LeadingZeroCount((ulong)(leaves - 1)));

    private Hash256 Root(long from, long to)
    {
        var leaves = to - from;
        if (!BitOperations.IsPow2(leaves))
        {
            var middle = from + Split(leaves);
            return TreeHash.Node(Root(from, middle), Root(middle, to));
        }
        // A full subtree of 2^k leaves is 2^(k mod 8) neighbouring hashes of a tile of level k / 8.
        var height = BitOperations.TrailingZeroCount(leaves);
        var level = height / 8;
        var first = from >> (8 * level);
        var hashes = TileAt(level, first / Tile.FullWidth);
        return TreeHash.Root(hashes.AsSpan((int)(first % Tile.FullWidth), 1 << (height % 8)));
    }

    private Hash256[] TileAt(int level, long index)
    {
        if (!_tiles.TryGetValue((level, index), out var hashes))
        {
            var width = (int)Math.Min(Tile.FullWidth, (size >> (8 * level)) - (index * Tile.FullWidth));
            var tile = new Tile(level, index, width);
            hashes = TileHashes.Read(read(tile), width) ?? throw new InvalidDataException($"{tile.Path} has the wrong length.");
            _tiles.Add((level, index), hashes);
        }
        return hashes;
    }
}
