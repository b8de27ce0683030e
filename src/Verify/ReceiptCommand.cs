using System.Globalization;
using System.Text;
using System.Text.Json;
using Transparency.Audit.Entries;
using Transparency.Audit.Merkle;
using Transparency.Audit.Notes;
using Transparency.Audit.Tiles;
using Transparency.Audit.Verification;

namespace Transparency.Verify;

/// <summary>
/// <c>verify --receipt FILE</c>: checks the promise in a receipt, and with a log whether it was kept. Every tile of leaves is read, so that
/// what is fetched does not tell which entry is meant.
/// </summary>
internal sealed class ReceiptCommand(TextWriter output, TextWriter error, TimeProvider time, HttpClient http)
{
    public async Task<int> RunAsync(VerifyOptions options, CancellationToken cancellation)
    {
        var source = options.Source.Length > 0 ? LogSource.Open(options.Source, http) : null;
        var key = options.Key ?? (source is null ? null : await NamedKeyAsync(source, cancellation))
            ?? throw new IOException("Give the log's verifier key with --key.");
        using var log = new NoteVerifier(key);
        var promise = InclusionPromise.Open(await File.ReadAllBytesAsync(options.Receipt!, cancellation), log);
        if (promise is null)
        {
            return await SayAsync(options, false, "The receipt does not hold a promise signed with this log's key.", null);
        }
        var due = DateTimeOffset.FromUnixTimeSeconds(promise.Due);
        if (source is null)
        {
            return await SayAsync(options, true, string.Create(CultureInfo.InvariantCulture, $"The log has promised to hold the entry by {due:u}. Name a log to see whether it does."), null);
        }
        var (index, problem) = await FindAsync(source, promise.Leaf, log, cancellation);
        return problem is not null ? await SayAsync(options, false, problem, null)
            : index is not null ? await SayAsync(options, true, $"The promise was kept: the entry is number {index} of the log.", index)
            : time.GetUtcNow() <= due ? await SayAsync(options, true, string.Create(CultureInfo.InvariantCulture, $"The entry is not in the tree yet; the log has until {due:u}."), null)
            : await SayAsync(options, false, string.Create(
                CultureInfo.InvariantCulture, $"The log broke its promise: the entry was to be in the tree by {due:u} and is not. The receipt is the proof; keep it."), null);
    }

    private static async Task<(long? Index, string? Problem)> FindAsync(LogSource source, Hash256 leaf, NoteVerifier log, CancellationToken cancellation)
    {
        if (await source.ReadAsync(LogVerifier.CheckpointPath, cancellation) is not { } bytes
            || SignedNote.Parse(bytes) is not { } note || !note.Verify(log).Accepted || Checkpoint.Parse(note.Text) is not { } checkpoint)
        {
            return (null, "The log has no checkpoint signed with its key.");
        }
        long? found = null;
        foreach (var tile in Tile.AllOf(checkpoint.Head.Size).Where(tile => tile.Level == 0))
        {
            var hashes = TileHashes.Read(await ReadAsync(tile), tile.Width) ?? throw new IOException($"{tile.Path} has the wrong length.");
            var at = Array.IndexOf(hashes, leaf);
            found ??= at < 0 ? null : (tile.Index * Tile.FullWidth) + at;
        }
        if (found is not { } index)
        {
            return (null, null);
        }
        var proof = await new TreeProofs(checkpoint.Head.Size, ReadAsync).InclusionAsync(index);
        return InclusionProof.Verify(index, leaf, proof, checkpoint.Head) ? (index, null) : (null, "The log's tiles do not give the root it signs.");

        async Task<byte[]> ReadAsync(Tile tile) =>
            await source.ReadAsync(tile.Path, cancellation) ?? throw new IOException($"{tile.Path} is missing.");
    }

    private async Task<NoteKey?> NamedKeyAsync(LogSource source, CancellationToken cancellation)
    {
        var key = await source.ReadAsync("key", cancellation) is { } bytes && NoteKey.TryParse(Encoding.UTF8.GetString(bytes).TrimEnd('\n'), out var named)
            ? named
            : null;
        await error.WriteLineAsync($"The key was taken from the log itself; compare it with one from elsewhere:\n  {key}");
        return key;
    }

    private async Task<int> SayAsync(VerifyOptions options, bool holds, string words, long? index)
    {
        await output.WriteLineAsync(options.Json ? JsonSerializer.Serialize(new { holds, words, index }) : words);
        return holds ? ExitCode.EverythingHolds : ExitCode.SomethingDoesNotFit;
    }
}
