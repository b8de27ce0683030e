using Dapper;
using Transparency.Core.AuditTrail;
using Transparency.Core.Database;

namespace Transparency.Core.Tests.AuditTrail;

/// <summary>An entry with the values of all its fields, sealed ones too, as only the database has them.</summary>
internal sealed record LoggedEntry(string Id, string Act, string Day, IReadOnlyDictionary<string, string> Fields)
{
    /// <summary>Entries in the order they were written; of one act, or of all.</summary>
    public static async Task<IReadOnlyList<LoggedEntry>> ReadAsync(SqlDatabase database, string? act = null)
    {
        await using var connection = await database.OpenAsync(TestContext.Current.CancellationToken);
        var rows = await connection.QueryAsync<(string Id, string Act, string Day, byte[] Bytes)>(
            """
            select e.id, e.act, e.day, o.bytes
            from log_entries e join log_openings o on o.entry_id = e.id
            where @act is null or e.act = @act
            order by e.at_ms, e.id
            """,
            new { act });
        return rows
            .Select(row => new LoggedEntry(row.Id, row.Act, row.Day, StoredOpenings.Read(row.Bytes).ToDictionary(o => o.Name, o => o.Value)))
            .ToList();
    }
}
