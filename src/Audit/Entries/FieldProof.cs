using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Transparency.Audit.Merkle;
using Transparency.Audit.Notes;

namespace Transparency.Audit.Entries;

/// <summary>
/// One field of one entry, opened, with everything that proves it: value and salt give the commitment, the commitment is in the entry, the
/// entry's hash leads to a signed checkpoint. As a file it is a C2SP tlog-proof whose <c>extra</c> holds the entry and the opening, so
/// that other tools can check the inclusion and ours the rest. No network is needed.
/// </summary>
/// <param name="Key">The verifier key the file names; believe it only where it is known from elsewhere.</param>
/// <param name="Entry">The entry's exact bytes.</param>
public sealed record FieldProof(NoteKey Key, byte[] Entry, FieldOpening Opening, TlogProof Proof)
{
    /// <summary>The extension of such a file.</summary>
    public const string Extension = ".tlog-proof";

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Builds the file.</summary>
    /// <param name="checkpoint">The signed checkpoint, verbatim.</param>
    public static FieldProof Create(
        NoteKey key, byte[] entry, FieldOpening opening, long index, IReadOnlyList<Hash256> hashes, string checkpoint)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(opening);
        var extra = JsonSerializer.SerializeToUtf8Bytes(
            new Extra(1, key.ToString(), Convert.ToBase64String(entry), opening.Name, Convert.ToBase64String(opening.Salt), opening.Value), Json);
        return new FieldProof(key, entry, opening, new TlogProof(extra, index, hashes, checkpoint));
    }

    /// <summary>Reads a file; null where it is malformed. Nothing is verified yet.</summary>
    public static FieldProof? Parse(string text)
    {
        try
        {
            return TlogProof.Parse(text) is { Extra: { } bytes } proof
                && JsonSerializer.Deserialize<Extra>(bytes, Json) is { v: 1 } extra
                && NoteKey.TryParse(extra.key, out var key)
                && CanonicalBase64.Decode(extra.entry) is { } entry
                && CanonicalBase64.Decode(extra.salt) is { Length: FieldCommitment.SaltSize } salt
                ? new FieldProof(key, entry, new FieldOpening(extra.field, salt, extra.value), proof)
                : null;
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>What does not fit, in words; null where everything does.</summary>
    /// <param name="log">The key to believe.</param>
    public string? Problem(NoteVerifier log)
    {
        ArgumentNullException.ThrowIfNull(log);
        if (SignedNote.Parse(Encoding.UTF8.GetBytes(Proof.Checkpoint)) is not { } note || !note.Verify(log).Accepted)
        {
            return "The checkpoint in the file is not signed with the log's key.";
        }
        if (!Proof.Verify(TreeHash.Leaf(Entry), log.Key.Name, log))
        {
            return $"The entry in the file is not entry {Proof.Index} of the tree that the checkpoint signs.";
        }
        return new EntryParser().Parse(Entry) is not { } entry
            ? "What the tree holds there is not an entry of this kind of log."
            : !Opening.Opens(entry) ? $"The value in the file is not the one that the entry committed to for {Opening.Name}." : null;
    }

    public override string ToString() => Proof.ToString();

    // Names as they stand in the file.
#pragma warning disable IDE1006
    private sealed record Extra(int v, string key, string entry, string field, string salt, string value);
#pragma warning restore IDE1006
}
