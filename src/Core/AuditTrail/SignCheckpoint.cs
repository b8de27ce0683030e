using System.Data.Common;
using Dapper;
using Transparency.Audit.Notes;
using Transparency.Core.Agencies;
using Transparency.Core.Database;

namespace Transparency.Core.AuditTrail;

/// <summary>
/// Signs the newest stored head and publishes the checkpoint. Only a stored head is signed, and a size has one head for ever, so one
/// size never gets two roots; what the key signed before is remembered beside the key and checked each time.
/// </summary>
public sealed class SignCheckpoint(SqlDatabase database, City city, LogKey key, DatabaseSettings settings)
{
    private const string Insert = "insert into log_checkpoints (size, note, at_ms) values (@Size, @Note, @AtMs)";

    /// <summary>Returns the checkpoint published now; null where the newest head already has one, or another process is signing.</summary>
    /// <exception cref="InvalidOperationException">The log is not open, or the database contradicts what the key signed before.</exception>
    public async Task<Checkpoint?> RunAsync(DateTimeOffset now, CancellationToken cancellation = default)
    {
        using var memory = SignedHeadMemory.TryOpen(settings.DataFolder);
        if (memory is null)
        {
            return null;
        }
        await using var connection = await database.OpenAsync(cancellation);
        var head = await HeadStore.LatestAsync(connection) ?? throw new InvalidOperationException("The log is not open yet.");
        var newest = await connection.ExecuteScalarAsync<long?>("select max(size) from log_checkpoints");
        if (newest >= head.Tree.Size)
        {
            return null;
        }
        await RequireConsistentAsync(connection, memory);
        var checkpoint = new Checkpoint(city.LogOrigin, head.Tree);
        // Remembered first: after a crash here the same head is signed again, with the same signature.
        memory.Write(checkpoint);
        var text = checkpoint.ToText();
        var note = new SignedNote(text, [.. key.OpenAll(city.LogOrigin).Select(signer => signer.Sign(text))]).ToString();
        var row = new { head.Tree.Size, Note = note, AtMs = now.ToUnixTimeMilliseconds() };
        await database.WriteAsync(write => write.Connection.ExecuteAsync(Insert, row, write.Transaction), cancellation);
        return checkpoint;
    }

    private static async Task RequireConsistentAsync(DbConnection connection, SignedHeadMemory memory)
    {
        var signed = memory.Read();
        if (signed.Size == 0)
        {
            return;
        }
        var stored = await HeadStore.FindAsync(connection, signed.Size);
        if (stored?.Tree != signed)
        {
            throw new InvalidOperationException(
                $"The log's key has signed a head of {signed.Size} entries that this database does not hold. It was restored from an older " +
                "backup or changed. Nothing more is signed until the missing entries are restored, or the log is closed and a new one opened.");
        }
    }
}
