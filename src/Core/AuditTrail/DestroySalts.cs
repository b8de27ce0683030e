using System.Data.Common;
using System.Globalization;
using Dapper;
using Transparency.Audit.Schemas;
using Transparency.Core.Database;

namespace Transparency.Core.AuditTrail;

/// <summary>
/// Destroys what opens a field of an entry, by order of a court or a statute: salt and value, and the words of the internal record that
/// tell the same. Every hash and proof stays valid, nobody can open the field any more, and that it was done is an entry. A list beside
/// the key sees to it that a database restored from a backup forgets them again.
/// </summary>
public sealed class DestroySalts(SqlDatabase database, AuditLog log, DestroyedSalts destroyed)
{
    /// <summary>What stands in the internal record in place of words that were destroyed.</summary>
    public const string Destroyed = "[destroyed]";

    private const string Entry = "entry ";

    /// <summary>The columns of the internal record whose words are also a field of the entry.</summary>
    private static readonly Dictionary<string, string> Columns = new()
    {
        [CommonFields.User] = "user_id",
        [CommonFields.UserName] = "user_name",
        [CommonFields.Organisation] = "organisation",
        [CommonFields.Purpose] = "purpose",
        [CommonFields.Elements] = "elements",
        [CommonFields.Outcome] = "outcome",
        [CommonFields.Address] = "address",
    };

    /// <param name="context">Who does it; the purpose names the order.</param>
    /// <param name="index">The entry's number in the log.</param>
    /// <param name="fields">Names of its fields; empty for all.</param>
    /// <param name="legalBasis"><c>court-order</c> or <c>statute</c>.</param>
    /// <param name="cancellation">Ends the work; nothing is then destroyed.</param>
    /// <returns>How many fields were destroyed; null where there is no such entry in the tree.</returns>
    public async Task<int?> RunAsync(
        AuditContext context, long index, IReadOnlyCollection<string> fields, string legalBasis, CancellationToken cancellation = default)
    {
        if (legalBasis is not ("court-order" or "statute"))
        {
            throw new ArgumentException("The legal basis is court-order or statute.", nameof(legalBasis));
        }
        var done = await database.WriteAsync(write => DestroyAsync(write, context, index, fields, legalBasis, cancellation), cancellation);
        if (done is { Fields.Count: > 0 })
        {
            destroyed.Add(done.Value.EntryId, done.Value.Fields);
        }
        return done?.Fields.Count;
    }

    /// <summary>Destroys again what a restored backup brought back. Makes no entry: the order has one.</summary>
    public async Task RepeatAsync(CancellationToken cancellation = default)
    {
        var list = destroyed.Read();
        if (list.Count > 0)
        {
            await database.WriteAsync(
                async write =>
                {
                    foreach (var (entryId, fields) in list)
                    {
                        await ForgetAsync(write, entryId, fields);
                    }
                },
                cancellation);
        }
    }

    private async Task<(string EntryId, IReadOnlyList<string> Fields)?> DestroyAsync(
        WriteScope write, AuditContext context, long index, IReadOnlyCollection<string> fields, string legalBasis, CancellationToken cancellation)
    {
        var entryId = await write.Connection.ExecuteScalarAsync<string?>(
            "select entry_id from log_sequence where idx = @index", new { index }, write.Transaction);
        if (entryId is null)
        {
            return null;
        }
        var gone = await ForgetAsync(write, entryId, fields);
        if (gone.Count > 0)
        {
            var count = gone.Count.ToString(CultureInfo.InvariantCulture);
            var e = new AuditEvent(LogActs.SaltDestroyed, [new("legal-basis", legalBasis), new("fields", count), new("entry", entryId)])
            {
                Elements = $"{Entry}{entryId}: {string.Join(", ", gone)}",
                Outcome = $"{count} salts destroyed",
            };
            await log.AppendAsync(write, context, e, cancellation);
        }
        return (entryId, gone);
    }

    /// <summary>Every field that an entry of the log says was destroyed.</summary>
    internal static async Task<IReadOnlySet<(string EntryId, string Field)>> RecordedAsync(DbConnection connection)
    {
        var records = await connection.QueryAsync<string>("select elements from log_entries where act = @act", new { act = LogActs.SaltDestroyed });
        return records
            .Select(words => words.Split(": ", 2))
            .Where(parts => parts.Length == 2 && parts[0].StartsWith(Entry, StringComparison.Ordinal))
            .SelectMany(parts => parts[1].Split(", ").Select(field => (parts[0][Entry.Length..], field)))
            .ToHashSet();
    }

    // Returns the names destroyed now; those that were already gone are not among them.
    private static async Task<IReadOnlyList<string>> ForgetAsync(WriteScope write, string entryId, IReadOnlyCollection<string> fields)
    {
        var openings = await EntryStore.OpeningsAsync(write.Connection, entryId, write.Transaction) ?? [];
        var gone = openings.Where(opening => fields.Count == 0 || fields.Contains(opening.Name)).Select(opening => opening.Name).ToList();
        if (gone.Count == 0)
        {
            return gone;
        }
        var bytes = StoredOpenings.Write(openings.Where(opening => !gone.Contains(opening.Name)).ToList());
        await write.Connection.ExecuteAsync(
            "update log_openings set bytes = @bytes where entry_id = @entryId", new { bytes, entryId }, write.Transaction);
        foreach (var column in gone.Select(Columns.GetValueOrDefault).OfType<string>())
        {
            await write.Connection.ExecuteAsync(
                $"update log_entries set {column} = @Destroyed where id = @entryId", new { Destroyed, entryId }, write.Transaction);
        }
        // The day's file may have opened one of them; it is written again without.
        await write.Connection.ExecuteAsync(
            """
            insert into log_days_due (day)
            select e.day from log_entries e
            where e.id = @entryId and not exists (select 1 from log_days_due d where d.day = e.day)
            """,
            new { entryId },
            write.Transaction);
        return gone;
    }
}
