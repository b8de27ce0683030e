using Transparency.Audit.Merkle;
using Transparency.Audit.Notes;

namespace Transparency.Audit.Verification;

/// <summary>
/// Checks a whole published log, trusting nothing but the log's key: the checkpoint's signature, every entry and tile against the
/// root it signs, every entry against its act's schema, every published value against its commitment, and that the head seen last
/// time is still contained. Needs no network or clock of its own.
/// </summary>
/// <param name="read">Where the log's files come from: a portal, a folder, a database.</param>
public sealed class LogVerifier(ReadLogFile read)
{
    public const string CheckpointPath = "checkpoint";

    /// <summary>Reads and checks everything. Failing to read (a network that is down) is the reader's exception; a file that is not there is a problem found.</summary>
    public async Task<VerifyReport> VerifyAsync(
        VerifyRequest request, IProgress<VerifyProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var findings = new Findings();
        using var key = new NoteVerifier(request.Key);
        if (await SignedCheckpointAsync(key, findings, cancellation) is not var (note, checkpoint))
        {
            return new VerifyReport { Problems = findings.Problems, ProblemCount = findings.Count };
        }
        var disclosures = new DisclosureCheck(read, findings, checkpoint);
        var entries = new EntryCheck(findings, disclosures);
        var tree = new TreeCheck(read, findings, checkpoint.Head, entries);
        CheckRemembered(request.Remembered, checkpoint.Head, findings);
        await tree.RunAsync(request.Remembered, progress, cancellation);
        await disclosures.FinishAsync(request.DisclosuresDue, () => SizeNowAsync(key, cancellation), cancellation);
        return new VerifyReport
        {
            Checkpoint = checkpoint,
            Note = note,
            Entries = entries.Count,
            Files = tree.Files,
            Acts = entries.Acts,
            Days = disclosures.Days,
            FieldsOpened = disclosures.FieldsOpened,
            Problems = findings.Problems,
            ProblemCount = findings.Count,
            Remarks = findings.Remarks,
        };
    }

    private async Task<(string Note, Checkpoint Checkpoint)?> SignedCheckpointAsync(
        NoteVerifier key, Findings findings, CancellationToken cancellation)
    {
        if (await read(CheckpointPath, cancellation) is not { } bytes)
        {
            findings.Problem(CheckpointPath, "There is no checkpoint: the log says nothing that could be checked.");
            return null;
        }
        if (SignedNote.Parse(bytes) is not { } note)
        {
            findings.Problem(CheckpointPath, "The checkpoint is not a signed note.");
            return null;
        }
        var verdict = note.Verify(key);
        if (!verdict.Accepted)
        {
            findings.Problem(CheckpointPath, $"The checkpoint's signature does not hold: {verdict.Problem}.");
            return null;
        }
        if (Checkpoint.Parse(note.Text) is not { } checkpoint || checkpoint.Origin != key.Key.Name)
        {
            findings.Problem(CheckpointPath, "What is signed is not a checkpoint of this log.");
            return null;
        }
        return (note.ToString(), checkpoint);
    }

    private static void CheckRemembered(TreeHead? remembered, TreeHead head, Findings findings)
    {
        if (remembered is { } seen && seen.Size > head.Size)
        {
            findings.Problem(CheckpointPath,
                $"The log shrank: it held {seen.Size} entries when last seen and now claims {head.Size}. An append-only log never does.");
        }
    }

    // A portal may publish a new head while it is being checked; null where what is there now does not hold.
    private async Task<long?> SizeNowAsync(NoteVerifier key, CancellationToken cancellation) =>
        await SignedCheckpointAsync(key, new Findings(), cancellation) is var (_, checkpoint) ? checkpoint.Head.Size : null;
}
