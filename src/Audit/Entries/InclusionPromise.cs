using System.Globalization;
using Transparency.Audit.Merkle;
using Transparency.Audit.Notes;

namespace Transparency.Audit.Entries;

/// <summary>
/// What the log owes to whoever made an entry: that its leaf is in the tree by a time. Signed as a note with the log's key and kept by
/// the user, it convicts a log that drops the entry. Four lines: the tag, the log's origin, the leaf hash in base64, and the time in
/// seconds since 1970. A checkpoint's second line is a number, so neither can be taken for the other.
/// </summary>
/// <param name="Due">Seconds since 1970.</param>
public sealed record InclusionPromise(string Origin, Hash256 Leaf, long Due)
{
    private const string Tag = "transparency-promise/v1";

    public string ToText() => string.Create(CultureInfo.InvariantCulture, $"{Tag}\n{Origin}\n{Leaf.ToBase64()}\n{Due}\n");

    /// <summary>Reads a promise's text; null where it is anything else.</summary>
    public static InclusionPromise? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Split('\n') is [Tag, var origin, var leaf, var due, ""]
            && Hash256.TryParse(leaf, out var hash)
            && long.TryParse(due, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && new InclusionPromise(origin, hash, seconds) is var promise
            && promise.ToText() == text
            ? promise
            : null;
    }

    /// <summary>The promise in a signed note; null where the note is malformed, not of this log, or not signed with its key.</summary>
    public static InclusionPromise? Open(ReadOnlySpan<byte> note, NoteVerifier log)
    {
        ArgumentNullException.ThrowIfNull(log);
        return SignedNote.Parse(note) is { } signed
            && signed.Verify(log).Accepted
            && Parse(signed.Text) is { } promise
            && promise.Origin == log.Key.Name
            ? promise
            : null;
    }
}
