using System.Data.Common;
using Dapper;
using Transparency.Audit.Merkle;
using Transparency.Audit.Tiles;
using Transparency.Core.Database;

namespace Transparency.Core.AuditTrail;

/// <summary>
/// Tiles and bundles. Only the widest form of each is stored: every narrower one it ever had is a prefix of it and is cut from it
/// when asked for, so that nothing is stored that a verification would not read.
/// </summary>
public static class TileStore
{
    /// <summary>The tile or bundle at least this wide, cut to the width asked for; null where the log is not that long yet.</summary>
    public static async Task<byte[]?> ReadAsync(DbConnection connection, Tile tile, DbTransaction? transaction = null)
    {
        var stored = await connection.QuerySingleOrDefaultAsync<TileRow>(
            "select width as Width, bytes as Bytes from log_tiles where level = @Level and tile = @Index and width >= @Width",
            new { tile.Level, tile.Index, tile.Width },
            transaction);
        if (stored is null || stored.Width == tile.Width)
        {
            return stored?.Bytes;
        }
        return tile.Level == Tile.Entries
            ? EntryBundle.Cut(stored.Bytes, tile.Width)?.ToArray()
            : stored.Bytes.AsSpan(0, Math.Min(stored.Bytes.Length, tile.Width * Hash256.Size)).ToArray();
    }

    /// <summary>Stores what a growth of the tree adds, in place of the narrower forms of the same tiles.</summary>
    /// <param name="before">The size the tree had.</param>
    public static async Task WriteAsync(
        SqlDatabase database, WriteScope write, long before, IReadOnlyList<TileFile> files, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(write);
        var places = files.Select(file => (file.Tile.Level, file.Tile.Index)).ToHashSet();
        foreach (var narrower in Tile.PartialEdge(before).Where(tile => places.Contains((tile.Level, tile.Index))))
        {
            await write.Connection.ExecuteAsync(
                "delete from log_tiles where level = @Level and tile = @Index", new { narrower.Level, narrower.Index }, write.Transaction);
        }
        var rows = files.Select(file => new object?[] { file.Tile.Level, file.Tile.Index, file.Tile.Width, file.Bytes });
        await database.BulkInsertAsync(write, "log_tiles", ["level", "tile", "width", "bytes"], rows, cancellation);
    }

    private sealed record TileRow
    {
        public required int Width { get; init; }

        public required byte[] Bytes { get; init; }
    }
}
