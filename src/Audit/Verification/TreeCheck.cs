using System.Buffers.Binary;
using Transparency.Audit.Merkle;
using Transparency.Audit.Tiles;

namespace Transparency.Audit.Verification;

/// <summary>
/// Re-hashes every entry and rebuilds the tree over them, comparing each tile on the way. Where entry and tile disagree, the hash
/// one level up says which of the two was changed.
/// </summary>
internal sealed class TreeCheck
{
    private const int ReadAhead = 8;
    private readonly ReadLogFile _read;
    private readonly Findings _findings;
    private readonly TreeHead _head;
    private readonly EntryCheck _entries;
    private readonly TreeEdge _edge;
    private readonly Queue<TileFile> _rebuilt = [];

    public TreeCheck(ReadLogFile read, Findings findings, TreeHead head, EntryCheck entries)
    {
        (_read, _findings, _head, _entries) = (read, findings, head, entries);
        _edge = new TreeEdge { TileFilled = Filled };
    }

    /// <summary>Tiles and bundles compared so far.</summary>
    public long Files { get; private set; }

    public async Task RunAsync(IReadOnlyList<KnownHead> known, IProgress<VerifyProgress>? progress, CancellationToken cancellation)
    {
        var ahead = new Queue<(Tile Tile, Task<byte[]?> Bundle, Task<byte[]?> Hashes)>();
        CheckKnown(known);
        foreach (var tile in Tile.AllOf(_head.Size).TakeWhile(tile => tile.Level == Tile.Entries).Append(default))
        {
            if (tile != default)
            {
                var hashes = tile with { Level = 0 };
                ahead.Enqueue((tile, _read(tile.Path, cancellation), _read(hashes.Path, cancellation)));
            }
            while (ahead.Count > (tile == default ? 0 : ReadAhead))
            {
                var (next, bundle, stored) = ahead.Dequeue();
                if (!await CheckAsync(next, await bundle, await stored, known, cancellation))
                {
                    return;
                }
                progress?.Report(new VerifyProgress(_edge.Size, _head.Size));
            }
        }
        await FinishAsync(cancellation);
    }

    // False where both the bundle and the tile are unusable: nothing to the right of them can be placed in the tree.
    private async Task<bool> CheckAsync(Tile bundle, byte[]? bytes, byte[]? storedBytes, IReadOnlyList<KnownHead> known, CancellationToken cancellation)
    {
        var tile = bundle with { Level = 0 };
        var stored = TileHashes.Read(storedBytes, tile.Width);
        var read = ReadBundle(bytes ?? [], bundle.Width, out var trailing);
        Files += 2;
        if (stored is null)
        {
            _findings.Problem(tile.Path, "The tile is missing or has the wrong length.");
        }
        if (bytes is null)
        {
            _findings.Problem(bundle.Path, "The bundle of entries is missing.");
        }
        else if (trailing)
        {
            _findings.Problem(bundle.Path, "The bundle has bytes after its last entry.");
        }
        var computed = read.Select(entry => TreeHash.Leaf(entry.Span)).ToArray();
        if (stored is null && computed.Length < bundle.Width)
        {
            return false;
        }
        var first = bundle.Index * Tile.FullWidth;
        var hashes = stored ?? computed;
        if (stored is not null && bytes is not null && !computed.AsSpan().SequenceEqual(stored))
        {
            hashes = await BlameAsync(tile, computed, stored, cancellation);
        }
        for (var i = 0; i < hashes.Length; i++)
        {
            _edge.Append(hashes[i]);
            CheckKnown(known);
            if (i < computed.Length && computed[i] == hashes[i])
            {
                await _entries.CheckAsync(first + i, read[i], cancellation);
            }
            else
            {
                _entries.Skip(first + i);
            }
        }
        await CompareRebuiltAsync(cancellation);
        return true;
    }

    // Entries and tile disagree: names the one that the rest of the tree contradicts, and returns the hashes to go on with.
    private async Task<Hash256[]> BlameAsync(Tile tile, Hash256[] computed, Hash256[] stored, CancellationToken cancellation)
    {
        if (computed.Length == tile.Width && await FitsAsync(tile, computed, cancellation) && !await FitsAsync(tile, stored, cancellation))
        {
            _findings.Problem(tile.Path, "The tile was changed: its hashes are not those of the entries, and the rest of the tree agrees with the entries.");
            return computed;
        }
        var position = 0;
        while (position < computed.Length && computed[position] == stored[position])
        {
            position++;
        }
        var index = (tile.Index * Tile.FullWidth) + position;
        _findings.Problem(
            $"entry {index}", $"The entry was changed: its bytes in {(tile with { Level = Tile.Entries }).Path} do not give the hash in the tree.");
        return stored;
    }

    private async Task<bool> FitsAsync(Tile tile, Hash256[] hashes, CancellationToken cancellation)
    {
        if (!tile.IsFull)
        {
            return _edge.RootAfter(hashes) == _head.Root;
        }
        var row = tile.Index / Tile.FullWidth;
        var parent = new Tile(1, row, (int)Math.Min(Tile.FullWidth, (_head.Size / Tile.FullWidth) - (row * Tile.FullWidth)));
        return TileHashes.Read(await _read(parent.Path, cancellation), parent.Width) is { } above
            && above[tile.Index % Tile.FullWidth] == TreeHash.Root(hashes);
    }

    private void Filled(Tile tile, ReadOnlySpan<Hash256> hashes)
    {
        if (tile.Level > 0)
        {
            _rebuilt.Enqueue(new TileFile(tile, TileHashes.Write(hashes)));
        }
    }

    private async Task CompareRebuiltAsync(CancellationToken cancellation)
    {
        while (_rebuilt.TryDequeue(out var rebuilt))
        {
            var stored = await _read(rebuilt.Tile.Path, cancellation);
            Files++;
            if (stored is null)
            {
                _findings.Problem(rebuilt.Tile.Path, "The tile is missing.");
            }
            else if (!stored.AsSpan().SequenceEqual(rebuilt.Bytes))
            {
                _findings.Problem(rebuilt.Tile.Path, "The tile was changed: its hashes are not those of the tiles below it.");
            }
        }
    }

    private async Task FinishAsync(CancellationToken cancellation)
    {
        foreach (var tile in Tile.PartialEdge(_head.Size).Where(tile => tile.Level > 0))
        {
            _rebuilt.Enqueue(new TileFile(tile, TileHashes.Write(_edge.Partial(tile.Level))));
        }
        await CompareRebuiltAsync(cancellation);
        if (_edge.Root() != _head.Root)
        {
            _findings.Problem(LogVerifier.CheckpointPath, "The signed root is not the root of the entries: the log signs something else than it shows.");
        }
    }

    private void CheckKnown(IReadOnlyList<KnownHead> known)
    {
        foreach (var head in known)
        {
            if (head.Head.Size == _edge.Size && head.Head.Root != _edge.Root())
            {
                _findings.Problem(LogVerifier.CheckpointPath, head.Head.Size == _head.Size
                    ? $"Two different heads of {_head.Size} entries are signed: this one and {head.Whose}. The log shows different readers different logs."
                    : $"The first {head.Head.Size} entries are not those of {head.Whose}: the log's past was rewritten.");
            }
        }
    }

    // As many whole entries as the bytes hold, so that a changed length still lets the entries before it be checked.
    private static List<ReadOnlyMemory<byte>> ReadBundle(ReadOnlyMemory<byte> bytes, int width, out bool trailing)
    {
        var entries = new List<ReadOnlyMemory<byte>>(width);
        while (entries.Count < width && bytes.Length >= 2 && BinaryPrimitives.ReadUInt16BigEndian(bytes.Span) is var length && bytes.Length >= 2 + length)
        {
            entries.Add(bytes.Slice(2, length));
            bytes = bytes[(2 + length)..];
        }
        trailing = entries.Count == width && !bytes.IsEmpty;
        return entries;
    }
}
