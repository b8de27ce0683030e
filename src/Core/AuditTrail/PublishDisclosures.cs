using System.Data.Common;
using Dapper;
using Transparency.Audit.Entries;
using Transparency.Audit.Schemas;
using Transparency.Core.Agencies;
using Transparency.Core.Database;

namespace Transparency.Core.AuditTrail;

/// <summary>
/// Writes the disclosure file of each day that has ended: the public fields of its entries, opened. A day whose last entries joined
/// the tree later is written again, whole.
/// </summary>
public sealed class PublishDisclosures(SqlDatabase database, City city)
{
    private const string Openings = """
        select s.idx as Idx, e.entry as Entry, o.bytes as Bytes
        from log_entries e
        join log_sequence s on s.entry_id = e.id
        join log_openings o on o.entry_id = e.id
        where e.day = @day
        order by s.idx
        """;

    /// <summary>Writes what is due. Returns the days written, oldest first.</summary>
    public async Task<IReadOnlyList<string>> RunAsync(DateTimeOffset now, CancellationToken cancellation = default)
    {
        var today = City.Text(city.DayOf(now));
        await using var connection = await database.OpenAsync(cancellation);
        var days = (await connection.QueryAsync<string>("select day from log_days_due where day < @today order by day", new { today })).AsList();
        foreach (var day in days)
        {
            await database.WriteAsync(write => PublishAsync(write, day, now), cancellation);
        }
        return days;
    }

    private async Task PublishAsync(WriteScope write, string day, DateTimeOffset now)
    {
        var file = await FileAsync(write.Connection, write.Transaction, day);
        var row = new { day, bytes = file.ToBytes(), at = now.ToUnixTimeMilliseconds() };
        await write.Connection.ExecuteAsync("delete from log_disclosures where day = @day", row, write.Transaction);
        await write.Connection.ExecuteAsync("insert into log_disclosures (day, bytes, at_ms) values (@day, @bytes, @at)", row, write.Transaction);
        await write.Connection.ExecuteAsync("delete from log_days_due where day = @day", row, write.Transaction);
    }

    private async Task<DisclosureFile> FileAsync(DbConnection connection, DbTransaction transaction, string day)
    {
        var parser = new EntryParser();
        var rows = await connection.QueryAsync<OpeningRow>(Openings, new { day }, transaction);
        return new DisclosureFile(city.LogOrigin, day, rows.Select(row => Disclose(row, parser)).Where(entry => entry.Fields.Count > 0).ToList());
    }

    private static DisclosedEntry Disclose(OpeningRow row, EntryParser parser)
    {
        var schema = parser.Parse(row.Entry) is { } entry ? EntrySchemas.Find(entry.Act, entry.Version) : null;
        return new DisclosedEntry(row.Idx, StoredOpenings.Read(row.Bytes)
            .Where(opening => schema?.Field(opening.Name)?.Publication == Publication.Public)
            .OrderBy(opening => opening.Name, StringComparer.Ordinal)
            .ToList());
    }

    private sealed record OpeningRow
    {
        public required long Idx { get; init; }

        public required byte[] Entry { get; init; }

        public required byte[] Bytes { get; init; }
    }
}
