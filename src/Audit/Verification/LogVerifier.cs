using Transparency.Audit.Merkle;
using Transparency.Audit.Notes;
using Transparency.Audit.Schemas;
using Transparency.Audit.Verification.Statistics;

namespace Transparency.Audit.Verification;

/// <summary>
/// Checks a whole published log, trusting nothing but the log's key: the checkpoint's signature, every entry and tile against the
/// root it signs, every entry against its act's schema, every published value against its commitment, and that the head seen last
/// time is still contained. Needs no network or clock of its own.
/// </summary>
/// <param name="read">Where the log's files come from: a portal, a folder, a database.</param>
/// <param name="readTable">The statistics published beside the log; null to compare none.</param>
public sealed class LogVerifier(ReadLogFile read, ReadPublishedTable? readTable = null)
{
    public const string CheckpointPath = "checkpoint";

    /// <summary>Reads and checks everything. Failing to read (a network that is down) is the reader's exception; a file that is not there is a problem found.</summary>
    public async Task<VerifyReport> VerifyAsync(
        VerifyRequest request, IProgress<VerifyProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var findings = new Findings();
        using var key = new NoteVerifier(request.Key);
        var witnesses = request.Witnesses.Select(witness => new NoteVerifier(witness)).ToList();
        if (await SignedCheckpointAsync(key, witnesses, findings, cancellation) is not var (note, checkpoint, cosigned))
        {
            return new VerifyReport { Problems = findings.Problems, ProblemCount = findings.Count };
        }
        var tally = new Tally();
        var disclosures = new DisclosureCheck(read, findings, checkpoint, tally);
        var entries = new EntryCheck(findings, disclosures);
        var tree = new TreeCheck(read, findings, checkpoint.Head, entries);
        var known = request.Known(checkpoint.Head.Size).ToList();
        CheckWitnesses(request, cosigned, findings);
        CheckShrunk(request, checkpoint.Head, findings);
        await tree.RunAsync(known, progress, cancellation);
        await disclosures.FinishAsync(request.DisclosuresDue, () => SizeNowAsync(key, cancellation), cancellation);
        var statistics = await StatisticsAsync(tally, findings, disclosures.LastDay, cancellation);
        witnesses.ForEach(witness => witness.Dispose());
        return new VerifyReport
        {
            Cosigned = cosigned,
            Statistics = statistics,
            Successor = Successor(request.Key, note, tally),
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

    private async Task<StatisticsReport?> StatisticsAsync(Tally tally, Findings findings, string? lastDay, CancellationToken cancellation)
    {
        if (lastDay is null)
        {
            return null;
        }
        new PurgeCheck(tally, findings).Run(lastDay);
        return readTable is null ? null : await new StatisticsCheck(readTable, findings, tally).RunAsync(lastDay, cancellation);
    }

    private async Task<(string Note, Checkpoint Checkpoint, IReadOnlyList<VerifiedSignature> Cosigned)?> SignedCheckpointAsync(
        NoteVerifier key, IReadOnlyList<NoteVerifier> witnesses, Findings findings, CancellationToken cancellation)
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
        var verdict = note.Verify([key, .. witnesses]);
        if (!verdict.Accepted || !verdict.SignedBy(key.Key))
        {
            findings.Problem(CheckpointPath, $"The checkpoint's signature does not hold: {verdict.Problem ?? "the log itself has not signed it"}.");
            return null;
        }
        if (Checkpoint.Parse(note.Text) is not { } checkpoint || checkpoint.Origin != key.Key.Name)
        {
            findings.Problem(CheckpointPath, "What is signed is not a checkpoint of this log.");
            return null;
        }
        return (note.ToString(), checkpoint, verdict.Verified.Where(signature => signature.CosignedAt is not null).ToList());
    }

    private static string? Successor(NoteKey key, string note, Tally tally)
    {
        var signed = SignedNote.Parse(System.Text.Encoding.UTF8.GetBytes(note))!;
        return tally.Kept(LogActs.KeyChange)
            .Where(change => change.Value("change") == "added" && change.Value("key") != key.ToString())
            .Select(change => change.Value("key"))
            .LastOrDefault(added => NoteKey.TryParse(added, out var next) && next.Name == key.Name && IsSignedBy(next));

        bool IsSignedBy(NoteKey next)
        {
            using var verifier = new NoteVerifier(next);
            return signed.Verify(verifier).Accepted;
        }
    }

    private static void CheckWitnesses(VerifyRequest request, IReadOnlyList<VerifiedSignature> cosigned, Findings findings)
    {
        if (cosigned.Count < request.WitnessesNeeded)
        {
            var missing = request.Witnesses.Where(witness => cosigned.All(signature => signature.Key.Name != witness.Name)).Select(witness => witness.Name);
            findings.Problem(CheckpointPath,
                $"Only {cosigned.Count} of the {request.WitnessesNeeded} witnesses asked for have signed this head; not {string.Join(", ", missing)}.");
        }
    }

    // A head that somebody else was shown may be newer than this one; the head seen by this verifier may not.
    private static void CheckShrunk(VerifyRequest request, TreeHead head, Findings findings)
    {
        foreach (var other in request.Others.Where(other => other.Head.Size > head.Size))
        {
            findings.Remark($"{other.Whose} has a newer head, of {other.Head.Size} entries; it can be compared when this log shows as many.");
        }
        if (request.Remembered is { } seen && seen.Size > head.Size)
        {
            findings.Problem(CheckpointPath,
                $"The log shrank: it held {seen.Size} entries when last seen and now claims {head.Size}. An append-only log never does.");
        }
    }

    // A portal may publish a new head while it is being checked; null where what is there now does not hold.
    private async Task<long?> SizeNowAsync(NoteVerifier key, CancellationToken cancellation) =>
        await SignedCheckpointAsync(key, [], new Findings(), cancellation) is var (_, checkpoint, _) ? checkpoint.Head.Size : null;
}
