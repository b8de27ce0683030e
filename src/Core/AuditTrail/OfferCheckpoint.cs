using System.Data.Common;
using System.Text;
using Dapper;
using Transparency.Audit.Merkle;
using Transparency.Audit.Notes;
using Transparency.Audit.Tiles;
using Transparency.Audit.Witnessing;
using Transparency.Core.Database;

namespace Transparency.Core.AuditTrail;

/// <summary>
/// Offers the newest checkpoint to each witness and keeps the cosignatures (C2SP tlog-witness). The checkpoint is public whether or not
/// they sign; what each answered is public too.
/// </summary>
public sealed class OfferCheckpoint(SqlDatabase database, LogSettings settings, WitnessClient client)
{
    // Witnesses are asked to show a signature at most an hour old.
    private static readonly TimeSpan Refresh = TimeSpan.FromMinutes(45);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromMinutes(1);
    private const string Newest = "select note from log_checkpoints where size = (select max(size) from log_checkpoints)";

    /// <summary>Asks every witness that is due. Returns how many signed now.</summary>
    public async Task<int> RunAsync(DateTimeOffset now, CancellationToken cancellation = default)
    {
        if (settings.Witnesses.Count == 0)
        {
            return 0;
        }
        await using var connection = await database.OpenAsync(cancellation);
        if (await connection.ExecuteScalarAsync<string?>(Newest) is not { } note
            || SignedNote.Parse(Encoding.UTF8.GetBytes(note)) is not { } signed
            || Checkpoint.Parse(signed.Text) is not { } checkpoint)
        {
            return 0;
        }
        var known = (await WitnessStore.AllAsync(connection)).ToDictionary(row => row.Witness);
        var count = 0;
        foreach (var witness in settings.Witnesses)
        {
            using var key = new NoteVerifier(KeyOf(witness));
            var before = known.GetValueOrDefault(key.Key.Name);
            if (IsDue(before, checkpoint.Head.Size, now))
            {
                var row = await OfferAsync(connection, witness, key, signed, checkpoint.Head, before, now, cancellation);
                count += row.State == WitnessState.Signed ? 1 : 0;
            }
        }
        return count;
    }

    private static NoteKey KeyOf(WitnessSettings witness) =>
        NoteKey.TryParse(witness.Key, out var key) && key.Type == NoteKey.Cosignature
            ? key
            : throw new InvalidOperationException($"The key of the witness {witness.Name} is not a cosignature verifier key (type 04).");

    private static bool IsDue(WitnessRow? before, long size, DateTimeOffset now)
    {
        if (before is null)
        {
            return true;
        }
        var since = now - DateTimeOffset.FromUnixTimeMilliseconds(before.AskedMs);
        return before.State == WitnessState.Signed ? before.KnownSize != size || since >= Refresh : since >= AfterFailure || since < TimeSpan.Zero;
    }

    private async Task<WitnessRow> OfferAsync(
        DbConnection connection, WitnessSettings witness, NoteVerifier key, SignedNote note, TreeHead head, WitnessRow? before,
        DateTimeOffset now, CancellationToken cancellation)
    {
        var answer = await AskAsync(before?.KnownSize ?? 0);
        if (answer?.ConflictingSize() is { } latest && latest <= head.Size)
        {
            answer = await AskAsync(latest);
        }
        var line = answer?.CosignatureOf(key, note.Text);
        var verdict = WitnessWords.Of(answer, line is not null, head.Size);
        var row = new WitnessRow
        {
            Witness = key.Key.Name,
            KnownSize = line is null ? before?.KnownSize ?? 0 : head.Size,
            State = verdict.State,
            Detail = verdict.Detail,
            AskedMs = now.ToUnixTimeMilliseconds(),
            SignedMs = line is null ? before?.SignedMs : now.ToUnixTimeMilliseconds(),
        };
        await database.WriteAsync(
            async write =>
            {
                await WitnessStore.RecordAsync(write, row);
                if (line is not null)
                {
                    var signedAt = key.Verify(note.Text, line)!.CosignedAt!.Value * 1000;
                    await WitnessStore.SignedAsync(write, head.Size, key.Key.Name, line.ToString(), signedAt);
                }
            },
            cancellation);
        return row;

        async Task<WitnessAnswer?> AskAsync(long old)
        {
            // A witness that claims to know more than this head is answered with what it will refuse, and its answer kept.
            var from = Math.Min(old, head.Size);
            var proof = await new TreeProofs(head.Size, tile => ReadAsync(connection, tile)).ConsistencyAsync(from);
            return await client.AddAsync(witness.Address, new AddCheckpointRequest(from, proof, note.ToString()), cancellation);
        }
    }

    private static async Task<byte[]> ReadAsync(DbConnection connection, Tile tile) =>
        await TileStore.ReadAsync(connection, tile) ?? throw new InvalidDataException($"{tile.Path} is missing.");
}
