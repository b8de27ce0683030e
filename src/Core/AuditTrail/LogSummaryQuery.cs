using Dapper;
using Transparency.Core.Database;

namespace Transparency.Core.AuditTrail;

/// <summary>How often an act is in the tree, as everybody can count.</summary>
public sealed record ActCount
{
    public required string Act { get; init; }

    public required long Entries { get; init; }

    /// <summary>The last day of the period that has one, yyyy-MM-dd.</summary>
    public required string LastDay { get; init; }
}

/// <summary>An entry of the tree: no more than its public bytes say.</summary>
public sealed record PublicEntry
{
    public required long Index { get; init; }

    public required string Act { get; init; }

    public required string Day { get; init; }

    /// <summary>SHA-256 of the entry's leaf: 32 bytes.</summary>
    public required byte[] Leaf { get; init; }
}

/// <summary>What pages and reports say about the log. Reads only what anyone could learn from the published files.</summary>
public sealed class LogSummaryQuery(SqlDatabase database)
{
    /// <summary>Entries in the tree by act, most frequent first.</summary>
    /// <param name="fromDay">First day counted, yyyy-MM-dd.</param>
    /// <param name="toDay">Last day counted.</param>
    /// <param name="cancellation">Ends the query.</param>
    public async Task<IReadOnlyList<ActCount>> ByActAsync(string fromDay, string toDay, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return (await connection.QueryAsync<ActCount>(
            """
            select e.act, count(*) as Entries, max(e.day) as LastDay
            from log_entries e join log_sequence s on s.entry_id = e.id
            where e.day >= @fromDay and e.day <= @toDay
            group by e.act
            order by Entries desc, e.act
            """,
            new { fromDay, toDay })).AsList();
    }

    /// <summary>The entries with the highest indices.</summary>
    public async Task<IReadOnlyList<PublicEntry>> NewestAsync(int count, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return (await connection.QueryAsync<PublicEntry>(database.Take(
            """
            select s.idx as [Index], e.act, e.day, e.leaf
            from log_sequence s join log_entries e on e.id = s.entry_id
            order by s.idx desc
            """,
            count))).AsList();
    }
}
