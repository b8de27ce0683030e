using System.Data.Common;
using Dapper;
using Transparency.Audit.Entries;
using Transparency.Audit.Merkle;
using Transparency.Audit.Schemas;
using Transparency.Audit.Tiles;
using Transparency.Core.Database;

namespace Transparency.Core.AuditTrail;

/// <summary>
/// What an auditor with the database checks and the public cannot: that the internal record of every act is the one committed to in
/// the public tree. A changed user, time, purpose or plate in the database shows here.
/// </summary>
public sealed class CheckTrail(SqlDatabase database)
{
    private const string Rows = """
        select s.idx as Idx, e.id as Id, e.act as Act, e.day as Day, e.at_ms as AtMs, e.user_id as UserId, e.user_name as UserName,
               e.organisation as Organisation, e.purpose as Purpose, e.elements as Elements, e.outcome as Outcome, e.address as Address,
               e.entry as Entry, e.leaf as Leaf
        from log_sequence s join log_entries e on e.id = s.entry_id
        where s.idx >= @from and s.idx < @to
        order by s.idx
        """;

    private const string Openings = """
        select o.entry_id as EntryId, o.bytes as Bytes
        from log_sequence s join log_openings o on o.entry_id = s.entry_id
        where s.idx >= @from and s.idx < @to
        """;

    /// <summary>Reads the whole log. Returns one sentence for each thing that does not fit, naming the entry; values are never in it.</summary>
    public async Task<IReadOnlyList<string>> RunAsync(CancellationToken cancellation = default)
    {
        var problems = new List<string>();
        await using var connection = await database.OpenAsync(cancellation);
        var size = (await HeadStore.LatestAsync(connection))?.Tree.Size ?? 0;
        var destroyed = await DestroySalts.RecordedAsync(connection);
        for (long from = 0; from < size; from += Tile.FullWidth)
        {
            cancellation.ThrowIfCancellationRequested();
            var width = (int)Math.Min(Tile.FullWidth, size - from);
            await CheckBundleAsync(connection, from, width, destroyed, problems);
        }
        return problems;
    }

    private static async Task CheckBundleAsync(
        DbConnection connection, long from, int width, IReadOnlySet<(string, string)> destroyed, List<string> problems)
    {
        var range = new { from, to = from + width };
        var bytes = await TileStore.ReadAsync(connection, new Tile(Tile.Entries, from / Tile.FullWidth, width));
        var bundle = bytes is null ? null : EntryBundle.Split(bytes, width);
        var rows = (await connection.QueryAsync<SequencedRow>(Rows, range)).ToDictionary(row => row.Idx);
        var openings = (await connection.QueryAsync<OpeningRow>(Openings, range)).ToDictionary(row => row.EntryId);
        for (var i = 0; i < width; i++)
        {
            var index = from + i;
            if (!rows.TryGetValue(index, out var row))
            {
                problems.Add($"Entry {index} has no internal record.");
            }
            else if (bundle is null || !bundle[i].Span.SequenceEqual(row.Entry) || new Hash256(row.Leaf) != TreeHash.Leaf(row.Entry))
            {
                problems.Add($"Entry {index}: the bytes in its internal record are not those in the public log.");
            }
            else
            {
                problems.AddRange(Check(row, openings.TryGetValue(row.Id, out var kept) ? StoredOpenings.Read(kept.Bytes) : [], destroyed).Select(what => $"Entry {index}: {what}"));
            }
        }
    }

    private static IEnumerable<string> Check(
        SequencedRow row, IReadOnlyList<FieldOpening> openings, IReadOnlySet<(string EntryId, string Field)> destroyed)
    {
        var entry = new EntryParser().Parse(row.Entry);
        if (entry is null || (entry.Act, entry.Day) != (row.Act, row.Day))
        {
            yield return "act and day of its internal record are not those of the public entry.";
            yield break;
        }
        foreach (var opening in openings.Where(opening => !opening.Opens(entry)))
        {
            yield return $"the value kept for {opening.Name} is not the one committed to.";
        }
        var committed = openings.ToDictionary(opening => opening.Name, opening => opening.Value);
        foreach (var field in entry.Fields.Where(field => !committed.ContainsKey(field.Name) && !destroyed.Contains((row.Id, field.Name))))
        {
            yield return $"what opens {field.Name} is gone, and no entry says that it was destroyed.";
        }
        foreach (var (name, value) in Record(row))
        {
            // Where an order destroyed the opening, its words went with it; only the time stays.
            var isRight = committed.TryGetValue(name, out var opened) ? opened == value : value == DestroySalts.Destroyed || name == CommonFields.Time;
            if (!isRight)
            {
                yield return $"{name} in its internal record is not the one committed to.";
            }
        }
    }

    private static IEnumerable<(string Name, string Value)> Record(SequencedRow row) =>
    [
        (CommonFields.Time, AuditLog.TimeText(DateTimeOffset.FromUnixTimeMilliseconds(row.AtMs))),
        (CommonFields.User, row.UserId),
        (CommonFields.UserName, row.UserName),
        (CommonFields.Organisation, row.Organisation),
        (CommonFields.Purpose, row.Purpose),
        (CommonFields.Elements, row.Elements),
        (CommonFields.Outcome, row.Outcome),
        (CommonFields.Address, row.Address),
    ];

    private sealed record OpeningRow
    {
        public required string EntryId { get; init; }

        public required byte[] Bytes { get; init; }
    }
}
