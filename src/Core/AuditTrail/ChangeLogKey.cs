using Transparency.Audit.Schemas;
using Transparency.Core.Agencies;
using Transparency.Core.Database;

namespace Transparency.Core.AuditTrail;

/// <summary>
/// Changes the log's signing key with an overlap: a key that is added signs beside the old one until the old one is retired, so that
/// readers who know either can follow. Each step is an entry that names the key. A key that leaked is replaced in one step.
/// </summary>
public sealed class ChangeLogKey(SqlDatabase database, City city, LogKey key, AuditLog log)
{
    /// <summary>Makes a second key. From now on both sign.</summary>
    /// <returns>The new verifier key; null where two are signing already.</returns>
    public async Task<string?> AddAsync(AuditContext context, CancellationToken cancellation = default)
    {
        if (key.OpenAll(city.LogOrigin).Count > 1)
        {
            return null;
        }
        var added = key.Add(city.LogOrigin);
        await RecordAsync(context, "added", added, cancellation);
        return added;
    }

    /// <summary>Ends the older key: only the newer one signs.</summary>
    /// <param name="isLeaked">Whether somebody else may have it. The log then says so.</param>
    /// <returns>The verifier key that ended; null where there is only one: add one first.</returns>
    public async Task<string?> RetireAsync(AuditContext context, bool isLeaked, CancellationToken cancellation = default)
    {
        if (key.OpenAll(city.LogOrigin) is not [var old, _, ..])
        {
            return null;
        }
        var retired = old.Key.ToString();
        // The entry first: if the file cannot be changed, the log says what is being done, and it is done again.
        await RecordAsync(context, isLeaked ? "compromised" : "retired", retired, cancellation);
        key.Retire(retired);
        return retired;
    }

    private Task<AuditReceipt> RecordAsync(AuditContext context, string change, string verifierKey, CancellationToken cancellation)
    {
        var e = new AuditEvent(LogActs.KeyChange, [new("change", change), new("key", verifierKey)])
        {
            Elements = $"the key {verifierKey}",
            Outcome = change,
        };
        return database.WriteAsync(write => log.AppendAsync(write, context, e, cancellation), cancellation);
    }
}
