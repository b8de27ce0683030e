using Transparency.Audit.Merkle;
using Transparency.Audit.Notes;

namespace Transparency.Audit.Witnessing;

/// <summary>Rule: what a witness answers to a checkpoint of a log it knows, before it signs anything (C2SP tlog-witness).</summary>
public static class WitnessRule
{
    /// <param name="old">The size the log says the witness knows.</param>
    /// <param name="proof">From that size to the checkpoint's.</param>
    /// <param name="head">The checkpoint's head; the log's signature over it was verified.</param>
    /// <param name="known">The head this witness signed last; the empty tree's before the first.</param>
    /// <returns>Null where the head continues the known one and may be signed; otherwise the refusal.</returns>
    public static WitnessAnswer? Judge(long old, IReadOnlyList<Hash256> proof, TreeHead head, TreeHead known)
    {
        ArgumentNullException.ThrowIfNull(proof);
        if (old > head.Size)
        {
            return WitnessAnswer.Refused(400, "old is larger than the checkpoint.");
        }
        if (old != known.Size)
        {
            return WitnessAnswer.Conflict(known.Size);
        }
        if (head.Size == known.Size)
        {
            return head.Root != known.Root
                ? WitnessAnswer.Refused(422, "This witness has signed another root for this size: the log was forked.")
                : proof.Count > 0 ? WitnessAnswer.Refused(422, "There is nothing to prove between equal sizes.") : null;
        }
        var consistent = known.Size == 0 ? proof.Count == 0 : ConsistencyProof.Verify(known, head, proof);
        return consistent ? null : WitnessAnswer.Refused(422, "The proof does not lead from the head this witness signed to the checkpoint.");
    }

    /// <summary>The checkpoint in a request and the refusal where it cannot be one: in the order the specification gives.</summary>
    /// <param name="verifierOf">The log's key by its origin; null for an unknown log.</param>
    public static (SignedNote? Note, Checkpoint? Checkpoint, WitnessAnswer? Refusal) Read(string note, Func<string, NoteVerifier?> verifierOf)
    {
        ArgumentNullException.ThrowIfNull(verifierOf);
        var signed = SignedNote.Parse(System.Text.Encoding.UTF8.GetBytes(note));
        // An empty tree with another root is well-formed, and wrong: that is 422, not 400.
        if (signed is null || signed.Text.Split('\n') is not [{ Length: > 0 } origin, ..])
        {
            return (null, null, WitnessAnswer.Refused(400, "The checkpoint is not a signed note."));
        }
        if (verifierOf(origin) is not { } log)
        {
            return (null, null, WitnessAnswer.Refused(404, "This witness does not know the log."));
        }
        if (!signed.Verify(log).Accepted)
        {
            return (null, null, WitnessAnswer.Refused(403, "The checkpoint is not signed with the log's key."));
        }
        return Checkpoint.Parse(signed.Text) is { } checkpoint
            ? (signed, checkpoint, null)
            : (null, null, IsBadEmptyTree(signed.Text)
                ? WitnessAnswer.Refused(422, "An empty tree has one root, and it is not this one.")
                : WitnessAnswer.Refused(400, "What is signed is not a checkpoint."));
    }

    private static bool IsBadEmptyTree(string text) =>
        text.Split('\n') is [_, "0", var root, ..] && Hash256.TryParse(root, out var hash) && hash != TreeHash.Empty;
}
