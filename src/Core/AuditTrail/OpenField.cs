using System.Text;
using Dapper;
using Transparency.Audit.Entries;
using Transparency.Audit.Notes;
using Transparency.Audit.Schemas;
using Transparency.Audit.Tiles;
using Transparency.Core.Agencies;
using Transparency.Core.Database;

namespace Transparency.Core.AuditTrail;

/// <summary>What opening a field came to: the file, or why there is none.</summary>
/// <param name="Refusal">In words; null where the field was opened.</param>
/// <param name="File">A <see cref="FieldProof"/> as text.</param>
public sealed record OpenedFieldOutcome(string? Refusal, string? File);

/// <summary>
/// Opens one field of one entry to an auditor, as a file that proves it without any network. Each opening is itself an entry, committed
/// before the file exists.
/// </summary>
public sealed class OpenField(SqlDatabase database, City city, LogKey key, AuditLog log)
{
    private const string Sequenced = """
        select s.idx as Idx, e.id as Id, e.entry as Entry
        from log_sequence s join log_entries e on e.id = s.entry_id
        where s.idx = @index
        """;

    /// <param name="context">Who opens it, and why.</param>
    /// <param name="index">The entry's number in the log.</param>
    /// <param name="field">One of the act's fields.</param>
    /// <param name="auditor">To whom it is shown.</param>
    /// <param name="cancellation">Ends the work before anything was opened.</param>
    public async Task<OpenedFieldOutcome> RunAsync(
        AuditContext context, long index, string field, string auditor, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(auditor);
        await using var connection = await database.OpenAsync(cancellation);
        var note = await new LogFiles(database, city, key).ReadAsync("checkpoint", cancellation);
        if (note is null || SignedNote.Parse(note) is not { } signed || Checkpoint.Parse(signed.Text) is not { } checkpoint
            || index < 0 || index >= checkpoint.Head.Size)
        {
            return Refused("There is no such entry under the newest signed head.");
        }
        var entry = await connection.QuerySingleAsync<Row>(Sequenced, new { index });
        var openings = await EntryStore.OpeningsAsync(connection, entry.Id) ?? [];
        if (openings.FirstOrDefault(opening => opening.Name == field) is not { } opening)
        {
            return Refused(new EntryParser().Parse(entry.Entry)?.Commitment(field) is null
                ? $"Entries of this act have no field {field}."
                : "The salt of this field was destroyed: nobody can open it any more.");
        }
        var hashes = await new TreeProofs(checkpoint.Head.Size, async tile =>
            await TileStore.ReadAsync(connection, tile) ?? throw new InvalidDataException($"{tile.Path} is missing.")).InclusionAsync(index);
        var proof = FieldProof.Create(key.Open(city.LogOrigin).Key, entry.Entry, opening, index, hashes, Encoding.UTF8.GetString(note));
        var opened = new AuditEvent(LogActs.FieldOpened, [new("field", field), new("entry", entry.Id), new("auditor", auditor)])
        {
            Elements = $"field {field} of entry {entry.Id}",
            Outcome = $"opened to {auditor}",
        };
        await database.WriteAsync(write => log.AppendAsync(write, context, opened, cancellation), cancellation);
        return new OpenedFieldOutcome(null, proof.ToString());
    }

    private static OpenedFieldOutcome Refused(string why) => new(why, null);

    private sealed record Row
    {
        public required long Idx { get; init; }

        public required string Id { get; init; }

        public required byte[] Entry { get; init; }
    }
}
