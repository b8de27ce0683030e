using Transparency.Audit.Notes;
using Transparency.Audit.Witnessing;

namespace Transparency.Verify.Witnessing;

/// <summary>
/// A witness: signs a log's checkpoint only where a proof shows that it continues the one signed before, so that a log cannot show this
/// witness's readers one past and others another. One request at a time: comparing, recording and signing are one step.
/// </summary>
public sealed class Witness(WitnessState state, NoteSigner key, IReadOnlyDictionary<string, NoteVerifier> logs, TimeProvider time)
{
    private readonly Lock _lock = new();

    public NoteKey Key => key.Key;

    /// <summary>Answers <c>add-checkpoint</c>.</summary>
    public WitnessAnswer Add(ReadOnlySpan<byte> body)
    {
        if (AddCheckpointRequest.Parse(body) is not { } request)
        {
            return WitnessAnswer.Refused(400, "The request is malformed.");
        }
        var (note, checkpoint, refusal) = WitnessRule.Read(request.Checkpoint, logs.GetValueOrDefault);
        if (refusal is not null)
        {
            return refusal;
        }
        lock (_lock)
        {
            var known = state.Head(checkpoint!.Origin);
            if (WitnessRule.Judge(request.Old, request.Proof, checkpoint.Head, known) is { } refused)
            {
                return refused;
            }
            var cosignature = key.Cosign(note!.Text, Math.Max(1, time.GetUtcNow().ToUnixTimeSeconds()));
            // Only the log's own line is kept beside ours: what others signed was not checked.
            var own = note.Signatures.First(line => line.KeyId == logs[checkpoint.Origin].Key.Id && line.Name == checkpoint.Origin);
            state.Write(checkpoint.Origin, new SignedNote(note.Text, [own, cosignature]));
            return WitnessAnswer.Signed(cosignature);
        }
    }

    /// <summary>The newest cosigned checkpoint, for whoever compares: <c>/HASH/checkpoint</c>. Null where nothing of the log was signed.</summary>
    /// <param name="name">See <see cref="WitnessState.NameOf"/>.</param>
    public string? Newest(string name) => logs.Keys.Any(origin => WitnessState.NameOf(origin) == name) ? state.Read(name) : null;
}
