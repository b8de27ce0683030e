using System.Data.Common;
using System.Security.Cryptography;
using Dapper;
using Transparency.Audit.Merkle;
using Transparency.Audit.Tiles;
using Transparency.Core.Database;

namespace Transparency.Core.AuditTrail;

/// <summary>
/// Gives waiting entries their places in the tree: a batch is shuffled, then indices, bundles, tiles and the new head are written in
/// one transaction. Within a batch the order is by day, which is public, and otherwise random, so that it tells nothing of the time.
/// </summary>
public sealed class SequenceEntries(SqlDatabase database)
{
    /// <summary>The most entries of one batch; a transaction of about 25 MB.</summary>
    public const int LargestBatch = 20_000;

    private const string Pending = """
        select e.id as Id, e.day as Day, e.entry as Entry, e.leaf as Leaf
        from log_pending p join log_entries e on e.id = p.entry_id
        order by p.at_ms, p.entry_id
        """;

    private const string ForgetPending =
        "delete from log_pending where entry_id in (select entry_id from log_sequence where idx >= @from and idx < @to)";

    private const string DayDue = "insert into log_days_due (day) select @day where not exists (select 1 from log_days_due where day = @day)";

    /// <summary>Sequences one batch of what waits. Returns how many entries joined the tree; 0 also where another process was faster.</summary>
    /// <exception cref="InvalidOperationException">The log is not open.</exception>
    /// <exception cref="InvalidDataException">What is stored does not fit together: the tree must not grow from it.</exception>
    public async Task<int> RunAsync(DateTimeOffset now, CancellationToken cancellation = default)
    {
        try
        {
            return await database.WriteAsync(write => SequenceAsync(write, now, cancellation), cancellation);
        }
        catch (DbException e) when (database.IsUniqueViolation(e))
        {
            // Two sequencers started from the same head; the first index of the slower one was already taken.
            return 0;
        }
    }

    private async Task<int> SequenceAsync(WriteScope write, DateTimeOffset now, CancellationToken cancellation)
    {
        var head = await HeadStore.LatestAsync(write.Connection, write.Transaction)
            ?? throw new InvalidOperationException("The log is not open yet.");
        var pending = (await write.Connection.QueryAsync<PendingEntry>(database.Take(Pending, LargestBatch), transaction: write.Transaction)).ToArray();
        if (pending.Length == 0)
        {
            return 0;
        }
        RandomNumberGenerator.Shuffle<PendingEntry>(pending);
        var batch = pending.OrderBy(entry => entry.Day, StringComparer.Ordinal).ToList();
        var edge = await ReadEdgeAsync(write, head.Tree.Size);
        var growth = TreeGrowth.Append(head.Tree, edge.GetValueOrDefault, batch.ConvertAll(entry => entry.Entry));
        for (var i = 0; i < batch.Count; i++)
        {
            if (growth.Leaves[i] != new Hash256(batch[i].Leaf))
            {
                throw new InvalidDataException($"The waiting entry {batch[i].Id} was changed after it was written.");
            }
        }
        await WriteAsync(write, head.Tree.Size, growth, batch, now, cancellation);
        return batch.Count;
    }

    private async Task WriteAsync(
        WriteScope write, long before, TreeGrowth growth, List<PendingEntry> batch, DateTimeOffset now, CancellationToken cancellation)
    {
        var rows = batch.Select((entry, i) => new object?[] { before + i, entry.Id });
        await database.BulkInsertAsync(write, "log_sequence", ["idx", "entry_id"], rows, cancellation);
        await TileStore.WriteAsync(database, write, before, growth.Files, cancellation);
        await HeadStore.AddAsync(write, growth.Head, now);
        await write.Connection.ExecuteAsync(ForgetPending, new { from = before, to = growth.Head.Size }, write.Transaction);
        foreach (var day in batch.Select(entry => entry.Day).Distinct())
        {
            await write.Connection.ExecuteAsync(DayDue, new { day }, write.Transaction);
        }
    }

    private static async Task<Dictionary<Tile, byte[]?>> ReadEdgeAsync(WriteScope write, long size)
    {
        var edge = new Dictionary<Tile, byte[]?>();
        foreach (var tile in Tile.PartialEdge(size))
        {
            edge.Add(tile, await TileStore.ReadAsync(write.Connection, tile, write.Transaction));
        }
        return edge;
    }

    private sealed record PendingEntry
    {
        public required string Id { get; init; }

        public required string Day { get; init; }

        public required byte[] Entry { get; init; }

        public required byte[] Leaf { get; init; }
    }
}
