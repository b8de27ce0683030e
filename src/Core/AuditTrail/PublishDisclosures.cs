using System.Data.Common;
using Dapper;
using Transparency.Audit.Entries;
using Transparency.Audit.Schemas;
using Transparency.Core.Agencies;
using Transparency.Core.Database;
using Transparency.Core.Policies;

namespace Transparency.Core.AuditTrail;

/// <summary>
/// Writes the disclosure file of each day that is due: the public fields of its entries, opened. A day waits until none of its entries
/// waits for the tree, so that a file is whole. It is written again, whole, when an entry of it joins the tree later, when sensitive
/// purposes of it may be opened, and when a salt of it was destroyed.
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

    private const string Due = """
        select d.day from (select day from log_days_due union select day from log_days_delayed where until_day <= @today) d
        where d.day <= @last and not exists (select 1 from log_pending p join log_entries e on e.id = p.entry_id where e.day = d.day)
        order by d.day
        """;

    /// <summary>Writes what is due. Returns the days written, oldest first.</summary>
    public async Task<IReadOnlyList<string>> RunAsync(DateTimeOffset now, CancellationToken cancellation = default)
    {
        var today = city.DayOf(now);
        await using var connection = await database.OpenAsync(cancellation);
        var terms = (await new PolicyStore(database).InForceAsync(now, cancellation))?.Terms.Publication;
        var days = (await connection.QueryAsync<string>(
            Due, new { today = City.Text(today), last = City.Text(PublicationDelay.LastDay(terms, today)) })).AsList();
        foreach (var day in days)
        {
            await database.WriteAsync(write => PublishAsync(write, day, terms, today, now), cancellation);
        }
        return days;
    }

    private async Task PublishAsync(WriteScope write, string day, PublicationTerms? terms, DateOnly today, DateTimeOffset now)
    {
        var (file, later) = await FileAsync(write.Connection, write.Transaction, day, terms, City.Text(today));
        var row = new { day, bytes = file.ToBytes(), at = now.ToUnixTimeMilliseconds(), later };
        await write.Connection.ExecuteAsync("delete from log_disclosures where day = @day", row, write.Transaction);
        await write.Connection.ExecuteAsync("insert into log_disclosures (day, bytes, at_ms) values (@day, @bytes, @at)", row, write.Transaction);
        await write.Connection.ExecuteAsync("delete from log_days_due where day = @day", row, write.Transaction);
        await write.Connection.ExecuteAsync("delete from log_days_delayed where day = @day", row, write.Transaction);
        await write.Connection.ExecuteAsync("delete from log_opened where day = @day", row, write.Transaction);
        await database.BulkInsertAsync(
            write,
            "log_opened",
            ["idx", "day", "agency", "purpose"],
            file.Entries.Select(entry => new object?[] { entry.Index, day, Of(entry, CommonFields.Agency), Of(entry, CommonFields.Purpose) }));
        if (later is not null)
        {
            await write.Connection.ExecuteAsync("insert into log_days_delayed (day, until_day) values (@day, @later)", row, write.Transaction);
        }
    }

    // The file, and the first later day on which more of it may be opened.
    private async Task<(DisclosureFile File, string? Later)> FileAsync(
        DbConnection connection, DbTransaction transaction, string day, PublicationTerms? terms, string today)
    {
        var parser = new EntryParser();
        var opened = new List<DisclosedEntry>();
        string? later = null;
        foreach (var row in await connection.QueryAsync<OpeningRow>(Openings, new { day }, transaction))
        {
            var entry = Disclose(row, parser);
            var purpose = Of(entry, CommonFields.Purpose);
            var opens = City.TryDay(day, out var date) ? PublicationDelay.Text(terms, date, purpose) : day;
            if (string.CompareOrdinal(opens, today) > 0)
            {
                later = later is null || string.CompareOrdinal(opens, later) < 0 ? opens : later;
            }
            else if (entry.Fields.Count > 0)
            {
                opened.Add(entry);
            }
        }
        return (new DisclosureFile(city.LogOrigin, day, opened), later);
    }

    private static string Of(DisclosedEntry entry, string field) => entry.Fields.FirstOrDefault(opening => opening.Name == field)?.Value ?? "";

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
