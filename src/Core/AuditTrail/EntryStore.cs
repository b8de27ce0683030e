using System.Data.Common;
using Dapper;
using Transparency.Audit.Entries;
using Transparency.Core.Database;

namespace Transparency.Core.AuditTrail;

/// <summary>
/// One row of <c>log_entries</c>: the full internal record of one act (Cal. Civ. Code 1798.90.52(a)) with the exact public bytes
/// beside it. Append-only by trigger.
/// </summary>
public record EntryRow
{
    public required string Id { get; init; }

    public required string Act { get; init; }

    /// <summary>yyyy-MM-dd in the city's time zone.</summary>
    public required string Day { get; init; }

    public required long AtMs { get; init; }

    public required string UserId { get; init; }

    public required string UserName { get; init; }

    public required string Organisation { get; init; }

    public required string Purpose { get; init; }

    public required string Elements { get; init; }

    public required string Outcome { get; init; }

    public required string Address { get; init; }

    public required byte[] Entry { get; init; }

    public required byte[] Leaf { get; init; }
}

/// <summary>An entry that has its place in the tree.</summary>
public sealed record SequencedRow : EntryRow
{
    /// <summary>Its index in the log.</summary>
    public required long Idx { get; init; }
}

/// <summary>Entries and the openings of their fields.</summary>
public static class EntryStore
{
    private const string Insert = """
        insert into log_entries
            (id, act, day, at_ms, user_id, user_name, organisation, purpose, elements, outcome, address, entry, leaf)
        values
            (@Id, @Act, @Day, @AtMs, @UserId, @UserName, @Organisation, @Purpose, @Elements, @Outcome, @Address, @Entry, @Leaf)
        """;

    private const string InsertPending = "insert into log_pending (entry_id, at_ms) values (@Id, @AtMs)";

    private const string InsertOpenings = "insert into log_openings (entry_id, bytes) values (@Id, @Openings)";

    // One command for the three rows: a round trip each would be most of the time an append takes.
    private const string InsertAll = $"{Insert};\n{InsertPending};\n{InsertOpenings}";

    /// <summary>Writes the entry, its openings, and its place among those without an index yet.</summary>
    public static Task AddAsync(WriteScope write, EntryRow row, IReadOnlyList<FieldOpening> openings, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(row);
        var all = new
        {
            row.Id,
            row.Act,
            row.Day,
            row.AtMs,
            row.UserId,
            row.UserName,
            row.Organisation,
            row.Purpose,
            row.Elements,
            row.Outcome,
            row.Address,
            row.Entry,
            row.Leaf,
            Openings = StoredOpenings.Write(openings),
        };
        return write.Connection.ExecuteAsync(new CommandDefinition(InsertAll, all, write.Transaction, cancellationToken: ct));
    }

    /// <summary>What opens an entry's fields, but for those whose salts were destroyed; null where there is no such entry.</summary>
    public static async Task<IReadOnlyList<FieldOpening>?> OpeningsAsync(DbConnection connection, string entryId, DbTransaction? transaction = null)
    {
        var bytes = await connection.ExecuteScalarAsync<byte[]?>(
            "select bytes from log_openings where entry_id = @entryId", new { entryId }, transaction);
        return bytes is null ? null : StoredOpenings.Read(bytes);
    }
}
