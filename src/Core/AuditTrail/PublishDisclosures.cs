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
        select s.idx as Idx, e.act as Act, f.name as Name, f.value as Value, f.salt as Salt
        from log_entries e
        join log_sequence s on s.entry_id = e.id
        join log_fields f on f.entry_id = e.id
        where e.day = @day and f.name in @names
        order by s.idx, f.name
        """;

    // Public in some act; whether in this one is asked of its schema below. Values never public stay in the database.
    private static readonly string[] PublicNames =
        [.. EntrySchemas.All.SelectMany(schema => schema.Fields).Where(field => field.Publication == Publication.Public).Select(field => field.Name).Distinct()];

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
        var rows = await connection.QueryAsync<OpeningRow>(Openings, new { day, names = PublicNames }, transaction);
        var entries = rows
            .Where(row => EntrySchemas.Current(row.Act)?.Field(row.Name)?.Publication == Publication.Public)
            .GroupBy(row => row.Idx)
            .OrderBy(entry => entry.Key)
            .Select(entry => new DisclosedEntry(entry.Key, entry
                .OrderBy(row => row.Name, StringComparer.Ordinal)
                .Select(row => new FieldOpening(row.Name, row.Salt, row.Value))
                .ToList()));
        return new DisclosureFile(city.LogOrigin, day, entries.ToList());
    }

    private sealed record OpeningRow
    {
        public required long Idx { get; init; }

        public required string Act { get; init; }

        public required string Name { get; init; }

        public required string Value { get; init; }

        public required byte[] Salt { get; init; }
    }
}
