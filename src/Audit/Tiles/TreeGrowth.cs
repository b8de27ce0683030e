using Transparency.Audit.Merkle;

namespace Transparency.Audit.Tiles;

/// <summary>What appending entries to a tree comes to: the new head and the tiles and bundles it adds.</summary>
/// <param name="Head">The head after the entries.</param>
/// <param name="Leaves">The leaf hash of each entry, in order.</param>
/// <param name="Files">
/// Every tile and bundle that is new at the new size: those that became full, then the partial ones of the edge. Together with
/// the full tiles of the old head they are all the new head needs.
/// </param>
public sealed record TreeGrowth(TreeHead Head, IReadOnlyList<Hash256> Leaves, IReadOnlyList<TileFile> Files)
{
    /// <summary>Appends entries to the tree of a stored head, in time proportional to the entries.</summary>
    /// <param name="read">The stored bytes of <see cref="Tile.PartialEdge"/>; null where missing.</param>
    /// <exception cref="InvalidDataException">What is stored does not belong to the head: the tree must not grow from it.</exception>
    public static TreeGrowth Append(TreeHead head, Func<Tile, byte[]?> read, IReadOnlyList<byte[]> entries)
    {
        ArgumentNullException.ThrowIfNull(read);
        ArgumentNullException.ThrowIfNull(entries);
        var files = new List<TileFile>();
        var edge = TreeEdge.Load(head, read, (tile, hashes) => files.Add(new TileFile(tile, TileHashes.Write(hashes))));
        var bundle = LoadBundle(head, read, edge);
        var leaves = new Hash256[entries.Count];
        for (var i = 0; i < entries.Count; i++)
        {
            EntryBundle.Append(bundle, entries[i]);
            leaves[i] = TreeHash.Leaf(entries[i]);
            edge.Append(leaves[i]);
            if (edge.Size % Tile.FullWidth == 0)
            {
                files.Add(new TileFile(new Tile(Tile.Entries, (edge.Size / Tile.FullWidth) - 1, Tile.FullWidth), [.. bundle]));
                bundle.Clear();
            }
        }
        if (entries.Count > 0)
        {
            AddPartials(head, edge, bundle, files);
        }
        return new TreeGrowth(new TreeHead(edge.Size, edge.Root()), leaves, files);
    }

    private static void AddPartials(TreeHead old, TreeEdge edge, List<byte> bundle, List<TileFile> files)
    {
        var before = Tile.PartialEdge(old.Size);
        foreach (var tile in Tile.PartialEdge(edge.Size).Except(before))
        {
            files.Add(new TileFile(tile, tile.Level == Tile.Entries ? [.. bundle] : TileHashes.Write(edge.Partial(tile.Level))));
        }
    }

    private static List<byte> LoadBundle(TreeHead head, Func<Tile, byte[]?> read, TreeEdge edge)
    {
        var width = (int)(head.Size % Tile.FullWidth);
        if (width == 0)
        {
            return [];
        }
        var tile = new Tile(Tile.Entries, head.Size / Tile.FullWidth, width);
        var bytes = read(tile) ?? throw new InvalidDataException($"{tile.Path} is missing.");
        var stored = EntryBundle.Split(bytes, width);
        var leaves = edge.Partial(0);
        for (var i = 0; i < width; i++)
        {
            if (stored is null || TreeHash.Leaf(stored[i].Span) != leaves[i])
            {
                throw new InvalidDataException($"{tile.Path} does not fit the tree at entry {head.Size - width + i}.");
            }
        }
        return [.. bytes];
    }
}
