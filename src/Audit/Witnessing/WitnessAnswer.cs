using System.Globalization;
using System.Text;
using Transparency.Audit.Notes;

namespace Transparency.Audit.Witnessing;

/// <summary>What a witness answers to <c>add-checkpoint</c>: an HTTP status, and a body whose meaning the status gives.</summary>
public sealed record WitnessAnswer(int Status, string ContentType, string Body)
{
    /// <summary>The content type that says the body is the size the witness knows.</summary>
    public const string SizeType = "text/x.tlog.size";

    /// <summary>The content type of every other answer.</summary>
    public const string TextType = "text/plain; charset=utf-8";

    private const int MostDigits = 20;

    /// <summary>200: the witness's signature lines and nothing else.</summary>
    public static WitnessAnswer Signed(NoteSignature cosignature) => new(200, TextType, cosignature.ToString());

    /// <summary>409: <c>old</c> is not the newest size the witness knows, which is this.</summary>
    public static WitnessAnswer Conflict(long size) =>
        new(409, SizeType, string.Create(CultureInfo.InvariantCulture, $"{size}\n"));

    /// <summary>400 malformed, 403 not signed by the log, 404 log unknown, 422 not consistent.</summary>
    public static WitnessAnswer Refused(int status, string reason) => new(status, TextType, reason + "\n");

    /// <summary>The size in a 409; null unless type and body are exactly as the specification says.</summary>
    public long? ConflictingSize() =>
        Status == 409
        && ContentType == SizeType
        && Body is [.. { Length: > 0 and <= MostDigits } digits, '\n']
        && long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var size)
            ? size
            : null;

    /// <summary>The line of this witness in a 200 that verifies over the checkpoint; null where there is none. Other lines are ignored.</summary>
    public NoteSignature? CosignatureOf(NoteVerifier witness, string checkpointText)
    {
        ArgumentNullException.ThrowIfNull(witness);
        // The lines alone are not a note; put under the text they were made for they are.
        return Status == 200 && SignedNote.Parse(Encoding.UTF8.GetBytes($"{checkpointText}\n{Body}")) is { } note
            ? note.Signatures.FirstOrDefault(line =>
                line.Name == witness.Key.Name && line.KeyId == witness.Key.Id && witness.Verify(checkpointText, line) is not null)
            : null;
    }
}
