using Dapper;
using Transparency.Audit.Entries;
using Transparency.Audit.Merkle;
using Transparency.Audit.Notes;
using Transparency.Core.Agencies;
using Transparency.Core.Database;

namespace Transparency.Core.AuditTrail;

/// <summary>
/// Signs the promise that an entry joins the tree in time, for the user who made it. Only an entry that is committed is promised, and
/// only its own user is told its leaf: a leaf leads to the entry's place in the public log.
/// </summary>
public sealed class PromiseInclusion(SqlDatabase database, City city, LogKey key, MergeDelay delay)
{
    /// <returns>A signed note with an <see cref="InclusionPromise"/>; null where the user has no such entry.</returns>
    public async Task<string?> RunAsync(string entryId, string userId, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var entry = await connection.QuerySingleOrDefaultAsync<Row>(
            "select at_ms as AtMs, leaf as Leaf from log_entries where id = @entryId and user_id = @userId", new { entryId, userId });
        if (entry is null)
        {
            return null;
        }
        var at = DateTimeOffset.FromUnixTimeMilliseconds(entry.AtMs);
        var due = at + (MergeDelay.Patience * await delay.ReadAsync(at, cancellation));
        // Rounded up to a minute: the time of the act is nobody's business who is shown the promise.
        var minutes = (due.ToUnixTimeSeconds() / 60) + 1;
        var text = new InclusionPromise(city.LogOrigin, new Hash256(entry.Leaf), minutes * 60).ToText();
        return new SignedNote(text, [key.Open(city.LogOrigin).Sign(text)]).ToString();
    }

    private sealed record Row
    {
        public required long AtMs { get; init; }

        public required byte[] Leaf { get; init; }
    }
}
