using System.Text;

namespace Transparency.Audit.Notes;

/// <summary>A text with signature lines under it (C2SP signed-note). What is signed is the text with its final newline.</summary>
public sealed class SignedNote
{
    /// <summary>More signature lines than this are refused; the specification asks for at least 16.</summary>
    public const int MostSignatures = 100;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <param name="text">Ends with a newline.</param>
    public SignedNote(string text, IReadOnlyList<NoteSignature> signatures)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!text.EndsWith('\n'))
        {
            throw new ArgumentException("A note's text ends with a newline.", nameof(text));
        }
        (Text, Signatures) = (text, signatures);
    }

    public string Text { get; }

    public IReadOnlyList<NoteSignature> Signatures { get; }

    /// <summary>Reads a note; null where it is malformed. No signature is checked yet.</summary>
    public static SignedNote? Parse(ReadOnlySpan<byte> bytes)
    {
        string whole;
        try
        {
            whole = StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
        // The signatures start after the last empty line: the text itself may have empty lines.
        var split = whole.LastIndexOf("\n\n", StringComparison.Ordinal);
        if (split < 0 || !whole.EndsWith('\n') || whole.Any(c => c < 0x20 && c != '\n'))
        {
            return null;
        }
        var lines = whole[(split + 2)..].Split('\n');
        var signatures = lines.Take(lines.Length - 1).Select(NoteSignature.Parse).ToList();
        return signatures.Count is 0 or > MostSignatures || signatures.Contains(null)
            ? null
            : new SignedNote(whole[..(split + 1)], signatures.OfType<NoteSignature>().ToList());
    }

    /// <summary>
    /// Checks the signatures of the keys given. Signatures of other keys are ignored; a bad signature of a known key refuses the
    /// whole note, and so does a note no known key signed.
    /// </summary>
    public NoteVerdict Verify(params IEnumerable<NoteVerifier> verifiers)
    {
        var known = verifiers.ToList();
        var verified = new List<VerifiedSignature>();
        foreach (var signature in Signatures)
        {
            var verifier = known.Find(v => v.Key.Id == signature.KeyId && v.Key.Name == signature.Name);
            if (verifier is null || verified.Exists(v => v.Key == verifier.Key))
            {
                continue;
            }
            if (verifier.Verify(Text, signature) is not { } good)
            {
                return new NoteVerdict([], $"the signature of {verifier.Key.Name} does not fit the text above it");
            }
            verified.Add(good);
        }
        return verified.Count > 0 ? new NoteVerdict(verified, null) : new NoteVerdict([], "no known key has signed it");
    }

    /// <summary>The same note with one more signature.</summary>
    public SignedNote With(NoteSignature signature) => new(Text, [.. Signatures, signature]);

    /// <summary>The note as it is stored and served.</summary>
    public override string ToString() => $"{Text}\n{string.Concat(Signatures)}";
}
