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

    /// <summary>Writes the entry, its openings, and its place among those without an index yet.</summary>
    public static async Task AddAsync(WriteScope write, EntryRow row, IReadOnlyList<FieldOpening> openings, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(write);
        await write.Connection.ExecuteAsync(new CommandDefinition(Insert, row, write.Transaction, cancellationToken: ct));
        await write.Connection.ExecuteAsync(
            new CommandDefinition(InsertPending, new { row.Id, row.AtMs }, write.Transaction, cancellationToken: ct));
        var (sql, parameters) = InsertFields(row.Id, openings);
        await write.Connection.ExecuteAsync(new CommandDefinition(sql, parameters, write.Transaction, cancellationToken: ct));
    }

    // One statement for all fields of an entry: a statement per field would be most of the time an append takes.
    private static (string Sql, DynamicParameters Parameters) InsertFields(string entryId, IReadOnlyList<FieldOpening> openings)
    {
        var parameters = new DynamicParameters();
        parameters.Add("Id", entryId);
        for (var i = 0; i < openings.Count; i++)
        {
            parameters.Add($"n{i}", openings[i].Name);
            parameters.Add($"v{i}", openings[i].Value);
            parameters.Add($"s{i}", openings[i].Salt);
        }
        var rows = string.Join(", ", openings.Select((_, i) => $"(@Id, @n{i}, @v{i}, @s{i})"));
        return ($"insert into log_fields (entry_id, name, value, salt) values {rows}", parameters);
    }
}
