using System.Numerics;
using Transparency.Audit.Merkle;

namespace Transparency.Audit.Tiles;

/// <summary>
/// The right edge of a tree: for each level the hashes of its last, partial tile. It is all that is needed to know the root
/// and to append, so a tree grows in time proportional to what is appended.
/// </summary>
public sealed class TreeEdge
{
    private readonly List<Hash256[]> _levels = [];
    private readonly List<int> _widths = [];

    /// <summary>Hashes appended so far.</summary>
    public long Size { get; private set; }

    /// <summary>Called with each level-0-and-above tile as it becomes full.</summary>
    public Action<Tile, ReadOnlySpan<Hash256>>? TileFilled { get; init; }

    /// <summary>Appends a leaf hash.</summary>
    public void Append(Hash256 leaf)
    {
        Size++;
        var count = Size;
        var hash = leaf;
        for (var level = 0; ; level++)
        {
            if (level == _levels.Count)
            {
                _levels.Add(new Hash256[Tile.FullWidth]);
                _widths.Add(0);
            }
            var tile = _levels[level];
            tile[_widths[level]++] = hash;
            if (_widths[level] < Tile.FullWidth)
            {
                return;
            }
            _widths[level] = 0;
            TileFilled?.Invoke(new Tile(level, (count / Tile.FullWidth) - 1, Tile.FullWidth), tile);
            hash = TreeHash.Root(tile);
            count /= Tile.FullWidth;
        }
    }

    /// <summary>The hashes of the partial tile of a level; empty where the level's last tile is full or there is none.</summary>
    public ReadOnlySpan<Hash256> Partial(int level) =>
        level < _levels.Count ? _levels[level].AsSpan(0, _widths[level]) : [];

    /// <summary>The root there would be after these hashes, without appending them.</summary>
    public Hash256 RootAfter(ReadOnlySpan<Hash256> more)
    {
        var copy = new TreeEdge { Size = Size };
        copy._levels.AddRange(_levels.Select(level => (Hash256[])level.Clone()));
        copy._widths.AddRange(_widths);
        foreach (var hash in more)
        {
            copy.Append(hash);
        }
        return copy.Root();
    }

    /// <summary>The root over everything appended: RFC 6962 MTH, folded from the full subtrees of the edge.</summary>
    public Hash256 Root()
    {
        Hash256? root = null;
        for (var level = 0; level < _levels.Count; level++)
        {
            root = Fold(Partial(level), root);
        }
        return root ?? TreeHash.Empty;
    }

    /// <summary>Rebuilds the edge of a stored tree from its partial tiles.</summary>
    /// <param name="head">The head the tiles belong to.</param>
    /// <param name="read">The bytes of a partial tile of level 0 or above; null where it is missing.</param>
    /// <exception cref="InvalidDataException">A tile is missing or of the wrong length, or together they do not give the head's root.</exception>
    public static TreeEdge Load(TreeHead head, Func<Tile, byte[]?> read, Action<Tile, ReadOnlySpan<Hash256>>? tileFilled = null)
    {
        ArgumentNullException.ThrowIfNull(read);
        var edge = new TreeEdge { Size = head.Size, TileFilled = tileFilled };
        foreach (var tile in Tile.PartialEdge(head.Size).Where(tile => tile.Level >= 0))
        {
            if (read(tile) is not { } bytes || TileHashes.Read(bytes, tile.Width) is not { } hashes)
            {
                throw new InvalidDataException($"{tile.Path} is missing or has the wrong length.");
            }
            while (edge._levels.Count <= tile.Level)
            {
                edge._levels.Add(new Hash256[Tile.FullWidth]);
                edge._widths.Add(0);
            }
            hashes.CopyTo(edge._levels[tile.Level], 0);
            edge._widths[tile.Level] = tile.Width;
        }
        return edge.Root() == head.Root
            ? edge
            : throw new InvalidDataException($"The stored tiles do not give the root of the head of size {head.Size}.");
    }

    // Joins a partial tile's full subtrees, the smallest (rightmost) first, with the root of everything to their right.
    private static Hash256? Fold(ReadOnlySpan<Hash256> hashes, Hash256? right)
    {
        while (!hashes.IsEmpty)
        {
            var last = 1 << BitOperations.TrailingZeroCount(hashes.Length);
            var subtree = TreeHash.Root(hashes[^last..]);
            right = right is { } known ? TreeHash.Node(subtree, known) : subtree;
            hashes = hashes[..^last];
        }
        return right;
    }
}
