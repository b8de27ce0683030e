using System.Data.Common;
using Dapper;
using Transparency.Audit.Merkle;
using Transparency.Core.Database;

namespace Transparency.Core.AuditTrail;

/// <summary>A head of the tree as it was stored: append-only, one per size.</summary>
public sealed record DatedHead(TreeHead Tree, DateTimeOffset At);

/// <summary>The heads the tree had.</summary>
public static class HeadStore
{
    private const string Columns = "size as Size, root as Root, at_ms as AtMs";

    /// <summary>The largest head; null before the log was opened.</summary>
    public static async Task<DatedHead?> LatestAsync(DbConnection connection, DbTransaction? transaction = null)
    {
        var row = await connection.QuerySingleOrDefaultAsync<HeadRow>(
            $"select {Columns} from log_heads where size = (select max(size) from log_heads)", transaction: transaction);
        return row?.ToHead();
    }

    public static async Task<DatedHead?> FindAsync(DbConnection connection, long size)
    {
        var row = await connection.QuerySingleOrDefaultAsync<HeadRow>($"select {Columns} from log_heads where size = @size", new { size });
        return row?.ToHead();
    }

    /// <summary>Stores a head. Fails on the primary key where one of this size is already there: no size ever has two roots.</summary>
    public static Task AddAsync(WriteScope write, TreeHead head, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(write);
        return write.Connection.ExecuteAsync(
            "insert into log_heads (size, root, at_ms) values (@Size, @Root, @AtMs)",
            new { head.Size, Root = head.Root.ToArray(), AtMs = at.ToUnixTimeMilliseconds() },
            write.Transaction);
    }

    private sealed record HeadRow
    {
        public required long Size { get; init; }

        public required byte[] Root { get; init; }

        public required long AtMs { get; init; }

        public DatedHead ToHead() => new(new TreeHead(Size, new Hash256(Root)), DateTimeOffset.FromUnixTimeMilliseconds(AtMs));
    }
}
