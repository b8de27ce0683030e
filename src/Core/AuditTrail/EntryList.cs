using Dapper;
using Transparency.Audit.Entries;
using Transparency.Core.Database;

namespace Transparency.Core.AuditTrail;

/// <summary>Which entries to list; every part that is not null must fit.</summary>
/// <param name="Agency">The agency whose officer acted, once that is opened.</param>
/// <param name="Purpose">The purpose stated, once that is opened.</param>
public sealed record EntryFilter(string? Day = null, string? Act = null, string? Agency = null, string? Purpose = null);

/// <summary>An entry in a list: no more than is published of it.</summary>
public sealed record ListedEntry
{
    public required long Index { get; init; }

    public required string Act { get; init; }

    public required string Day { get; init; }

    /// <summary>SHA-256 of the entry's leaf: 32 bytes.</summary>
    public required byte[] Leaf { get; init; }

    /// <summary>Null where it is not opened.</summary>
    public string? Agency { get; init; }

    /// <summary>Null where it is not opened, empty where the act has none.</summary>
    public string? Purpose { get; init; }
}

/// <summary>One entry with what is opened of it.</summary>
/// <param name="Bytes">Exactly as in the tree.</param>
/// <param name="Opened">From the published disclosure file; empty before it is published.</param>
public sealed record PublishedEntry(long Index, byte[] Bytes, LogEntry Entry, IReadOnlyList<FieldOpening> Opened);

/// <summary>Lists entries under the newest signed head, for browsing. Reads only what anyone could learn from the published files.</summary>
public sealed class EntryList(SqlDatabase database)
{
    private const string Where = """
        where s.idx >= @from and s.idx <= @to and s.idx < (select coalesce(max(size), 0) from log_checkpoints)
          and (@Day is null or e.day = @Day) and (@Act is null or e.act = @Act)
          and (@Agency is null or o.agency = @Agency) and (@Purpose is null or o.purpose = @Purpose)
        """;

    private const string Columns = """
        select s.idx as [Index], e.act as Act, e.day as Day, e.leaf as Leaf, o.agency as Agency, o.purpose as Purpose
        from log_sequence s join log_entries e on e.id = s.entry_id left join log_opened o on o.idx = s.idx
        """;

    /// <summary>Entries with numbers of a range, highest first.</summary>
    public Task<IReadOnlyList<ListedEntry>> NewestAsync(EntryFilter filter, long from, long to, int count, CancellationToken cancellation = default) =>
        ReadAsync($"{Columns}\n{Where}\norder by s.idx desc", filter, from, to, count, cancellation);

    /// <summary>Entries with numbers of a range, lowest first.</summary>
    public Task<IReadOnlyList<ListedEntry>> RangeAsync(EntryFilter filter, long from, long to, int count, CancellationToken cancellation = default) =>
        ReadAsync($"{Columns}\n{Where}\norder by s.idx", filter, from, to, count, cancellation);

    /// <summary>The newest entries of some acts, highest number first.</summary>
    public async Task<IReadOnlyList<ListedEntry>> OfActsAsync(IReadOnlyCollection<string> acts, int count, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var sql = $"{Columns}\nwhere s.idx < (select coalesce(max(size), 0) from log_checkpoints) and e.act in @acts\norder by s.idx desc";
        return (await connection.QueryAsync<ListedEntry>(database.Take(sql, count), new { acts })).AsList();
    }

    /// <summary>One entry; null where the newest signed head does not reach it.</summary>
    public async Task<PublishedEntry?> FindAsync(long index, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var bytes = await connection.ExecuteScalarAsync<byte[]?>(
            """
            select e.entry from log_sequence s join log_entries e on e.id = s.entry_id
            where s.idx = @index and s.idx < (select coalesce(max(size), 0) from log_checkpoints)
            """,
            new { index });
        if (bytes is null || new EntryParser().Parse(bytes) is not { } entry)
        {
            return null;
        }
        var file = await connection.ExecuteScalarAsync<byte[]?>("select bytes from log_disclosures where day = @Day", new { entry.Day });
        return new PublishedEntry(index, bytes, entry, file is null ? [] : Opened(file, index));
    }

    private static List<FieldOpening> Opened(byte[] file, long index)
    {
        var reader = new DisclosureReader(file);
        while (reader.Next() && reader.Index <= index)
        {
            if (reader.Index == index)
            {
                return reader.Fields.Select(field => new FieldOpening(field.Name, field.Salt.ToArray(), field.Value)).ToList();
            }
        }
        return [];
    }

    private async Task<IReadOnlyList<ListedEntry>> ReadAsync(
        string sql, EntryFilter filter, long from, long to, int count, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(filter);
        await using var connection = await database.OpenAsync(cancellation);
        var parameters = new { from, to, filter.Day, filter.Act, filter.Agency, filter.Purpose };
        return (await connection.QueryAsync<ListedEntry>(database.Take(sql, count), parameters)).AsList();
    }
}
