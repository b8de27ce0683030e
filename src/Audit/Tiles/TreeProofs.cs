using System.Numerics;
using Transparency.Audit.Merkle;

namespace Transparency.Audit.Tiles;

/// <summary>Builds inclusion and consistency proofs of one tree from its tiles, reading about one tile per level.</summary>
/// <param name="size">The size of the tree proved against.</param>
/// <param name="read">The bytes of a tile of that tree, level 0 or above.</param>
public sealed class TreeProofs(long size, Func<Tile, Task<byte[]>> read)
{
    private readonly Dictionary<(int Level, long Index), Hash256[]> _tiles = [];

    /// <summary>RFC 6962 PATH: the siblings from the leaf up.</summary>
    public async Task<IReadOnlyList<Hash256>> InclusionAsync(long index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, size);
        var proof = new List<Hash256>();
        await AddPathAsync(index, 0, size, proof);
        return proof;
    }

    /// <summary>RFC 6962 PROOF from an older size of the same tree; empty for size 0 and for the tree's own size.</summary>
    public async Task<IReadOnlyList<Hash256>> ConsistencyAsync(long olderSize)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(olderSize);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(olderSize, size);
        var proof = new List<Hash256>();
        if (olderSize > 0)
        {
            await AddSubproofAsync(olderSize, 0, size, isOldRoot: true, proof);
        }
        return proof;
    }

    private async ValueTask AddPathAsync(long index, long from, long to, List<Hash256> proof)
    {
        if (to - from == 1)
        {
            return;
        }
        var middle = from + Split(to - from);
        if (index < middle)
        {
            await AddPathAsync(index, from, middle, proof);
            proof.Add(await RootAsync(middle, to));
        }
        else
        {
            await AddPathAsync(index, middle, to, proof);
            proof.Add(await RootAsync(from, middle));
        }
    }

    private async ValueTask AddSubproofAsync(long older, long from, long to, bool isOldRoot, List<Hash256> proof)
    {
        if (older == to)
        {
            if (!isOldRoot)
            {
                proof.Add(await RootAsync(from, to));
            }
            return;
        }
        var middle = from + Split(to - from);
        if (older <= middle)
        {
            await AddSubproofAsync(older, from, middle, isOldRoot, proof);
            proof.Add(await RootAsync(middle, to));
        }
        else
        {
            await AddSubproofAsync(older, middle, to, isOldRoot: false, proof);
            proof.Add(await RootAsync(from, middle));
        }
    }

    // The largest power of two below the number of leaves.
    private static long Split(long leaves) => 1L << (63 - BitOperations.LeadingZeroCount((ulong)(leaves - 1)));

    private async ValueTask<Hash256> RootAsync(long from, long to)
    {
        var leaves = to - from;
        if (!BitOperations.IsPow2(leaves))
        {
            var middle = from + Split(leaves);
            return TreeHash.Node(await RootAsync(from, middle), await RootAsync(middle, to));
        }
        // A full subtree of 2^k leaves is 2^(k mod 8) neighbouring hashes of a tile of level k / 8.
        var height = BitOperations.TrailingZeroCount(leaves);
        var level = height / 8;
        var first = from >> (8 * level);
        var hashes = await TileAtAsync(level, first / Tile.FullWidth);
        return TreeHash.Root(hashes.AsSpan((int)(first % Tile.FullWidth), 1 << (height % 8)));
    }

    private async ValueTask<Hash256[]> TileAtAsync(int level, long index)
    {
        if (!_tiles.TryGetValue((level, index), out var hashes))
        {
            var width = (int)Math.Min(Tile.FullWidth, (size >> (8 * level)) - (index * Tile.FullWidth));
            var tile = new Tile(level, index, width);
            hashes = TileHashes.Read(await read(tile), width) ?? throw new InvalidDataException($"{tile.Path} has the wrong length.");
            _tiles.Add((level, index), hashes);
        }
        return hashes;
    }
}
