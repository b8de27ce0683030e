using System.Globalization;
using System.Text;
using Transparency.Audit.Merkle;

namespace Transparency.Audit.Notes;

/// <summary>
/// A file that proves one entry is in a log without any network (C2SP tlog-proof): the entry's index, its inclusion proof, and
/// the checkpoint it leads to.
/// </summary>
/// <param name="Extra">Bytes for the application, or null. Nothing vouches for them until they are checked against the leaf.</param>
/// <param name="Checkpoint">The signed checkpoint, verbatim.</param>
public sealed record TlogProof(byte[]? Extra, long Index, IReadOnlyList<Hash256> Hashes, string Checkpoint)
{
    private const string Header = "c2sp.org/tlog-proof@v1";

    /// <summary>Reads a proof; null where it is malformed. Nothing is verified yet.</summary>
    public static TlogProof? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var split = text.IndexOf("\n\n", StringComparison.Ordinal);
        if (split < 0 || text[..split].Split('\n') is not [Header, .. var lines])
        {
            return null;
        }
        byte[]? extra = null;
        if (lines is [var first, ..] && first.StartsWith("extra ", StringComparison.Ordinal))
        {
            if (CanonicalBase64.Decode(first["extra ".Length..]) is not { } decoded)
            {
                return null;
            }
            (extra, lines) = (decoded, lines[1..]);
        }
        if (lines is not [var indexLine, .. var hashLines] || Index64(indexLine) is not { } index || hashLines.Length > 63)
        {
            return null;
        }
        var hashes = new Hash256[hashLines.Length];
        for (var i = 0; i < hashes.Length; i++)
        {
            if (!Hash256.TryParse(hashLines[i], out hashes[i]))
            {
                return null;
            }
        }
        return new TlogProof(extra, index, hashes, text[(split + 2)..]);
    }

    /// <summary>Whether the leaf is in the tree of the checkpoint and the log's key signed that checkpoint for this origin.</summary>
    public bool Verify(Hash256 leaf, string origin, NoteVerifier log)
    {
        ArgumentNullException.ThrowIfNull(log);
        return SignedNote.Parse(Encoding.UTF8.GetBytes(Checkpoint)) is { } note
            && note.Verify(log).Accepted
            && Notes.Checkpoint.Parse(note.Text) is { } checkpoint
            && checkpoint.Origin == origin
            && InclusionProof.Verify(Index, leaf, Hashes, checkpoint.Head);
    }

    /// <summary>The file's text.</summary>
    public override string ToString()
    {
        var text = new StringBuilder().Append(Header).Append('\n');
        if (Extra is not null)
        {
            text.Append("extra ").Append(Convert.ToBase64String(Extra)).Append('\n');
        }
        text.Append(CultureInfo.InvariantCulture, $"index {Index}\n");
        foreach (var hash in Hashes)
        {
            text.Append(hash.ToBase64()).Append('\n');
        }
        return text.Append('\n').Append(Checkpoint).ToString();
    }

    private static long? Index64(string line)
    {
        const string Prefix = "index ";
        return line.StartsWith(Prefix, StringComparison.Ordinal)
            && long.TryParse(line.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            && line == string.Create(CultureInfo.InvariantCulture, $"{Prefix}{index}")
            ? index
            : null;
    }
}
