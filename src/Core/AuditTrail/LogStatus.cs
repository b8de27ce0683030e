using Dapper;
using Transparency.Core.Agencies;
using Transparency.Core.Database;

namespace Transparency.Core.AuditTrail;

/// <summary>How the log stands, for the public page and the health page.</summary>
/// <param name="Origin">The log's origin line.</param>
/// <param name="Size">Entries in the tree of the newest checkpoint.</param>
/// <param name="Root">That tree's root, base64; empty before the first checkpoint.</param>
/// <param name="CheckpointAt">When that checkpoint was signed; null before the first.</param>
/// <param name="Pending">Entries that are durable and wait for their place in the tree.</param>
/// <param name="OldestPending">When the oldest of them was written.</param>
/// <param name="Witnesses">Names of the witnesses' keys that signed that checkpoint too.</param>
/// <param name="MergeDelay">How long an entry may wait.</param>
/// <param name="IsOverdue">Whether one waits longer than twice the merge delay: a failure, which is published.</param>
public sealed record LogStatus(
    string Origin, long Size, string Root, DateTimeOffset? CheckpointAt, long Pending, DateTimeOffset? OldestPending,
    IReadOnlyList<string> Witnesses, TimeSpan MergeDelay, bool IsOverdue);

/// <summary>Reads <see cref="LogStatus"/>.</summary>
public sealed class LogStatusQuery(SqlDatabase database, City city, MergeDelay delay)
{
    private const string Newest = """
        select c.size as Size, h.root as Root, c.at_ms as AtMs
        from log_checkpoints c join log_heads h on h.size = c.size
        where c.size = (select max(size) from log_checkpoints)
        """;

    public async Task<LogStatus> ReadAsync(DateTimeOffset now, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var newest = await connection.QuerySingleOrDefaultAsync<NewestRow>(Newest);
        var pending = await connection.ExecuteScalarAsync<long>("select count(*) from log_pending");
        var oldest = await connection.ExecuteScalarAsync<long?>("select min(at_ms) from log_pending") is { } ms
            ? DateTimeOffset.FromUnixTimeMilliseconds(ms)
            : (DateTimeOffset?)null;
        var wait = await delay.ReadAsync(now, cancellation);
        return new LogStatus(
            city.LogOrigin,
            newest?.Size ?? 0,
            newest is null ? "" : Convert.ToBase64String(newest.Root),
            newest is null ? null : DateTimeOffset.FromUnixTimeMilliseconds(newest.AtMs),
            pending,
            oldest,
            newest is null ? [] : await WitnessStore.NamesAsync(connection, newest.Size),
            wait,
            oldest is { } at && now - at > MergeDelay.Patience * wait);
    }

    private sealed record NewestRow
    {
        public required long Size { get; init; }

        public required byte[] Root { get; init; }

        public required long AtMs { get; init; }
    }
}
