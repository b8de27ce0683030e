using System.Text;
using Transparency.Audit.Merkle;
using Transparency.Audit.Notes;

namespace Transparency.Verify.Witnessing;

/// <summary>
/// What a witness must never forget: the last checkpoint it signed of each log, one file each, flushed to disk before the signature
/// leaves. The file's name is the SHA-256 of the log's origin, as in the monitoring address.
/// </summary>
public sealed class WitnessState(string folder)
{
    /// <summary>Lower-case hexadecimal SHA-256 of the origin.</summary>
    public static string NameOf(string origin) => TreeHash.Sum(Encoding.UTF8.GetBytes(origin)).ToString();

    /// <summary>The cosigned note; null where nothing of this log was signed yet.</summary>
    public string? Read(string name)
    {
        var file = FileOf(name);
        return File.Exists(file) ? File.ReadAllText(file) : null;
    }

    /// <summary>The head signed last; the empty tree's before the first.</summary>
    /// <exception cref="InvalidDataException">The file is damaged: nothing more may be signed of this log.</exception>
    public TreeHead Head(string origin) => Read(NameOf(origin)) is not { } text
        ? TreeHead.Empty
        : SignedNote.Parse(Encoding.UTF8.GetBytes(text)) is { } note && Checkpoint.Parse(note.Text) is { } checkpoint && checkpoint.Origin == origin
            ? checkpoint.Head
            : throw new InvalidDataException($"{FileOf(NameOf(origin))} is damaged. Restore it; signing on without it could sign a fork.");

    /// <summary>Replaces the record in one step that survives a crash.</summary>
    public void Write(string origin, SignedNote note)
    {
        ArgumentNullException.ThrowIfNull(note);
        DurableFile.Replace(FileOf(NameOf(origin)), note.ToString());
    }

    private string FileOf(string name) => Path.Combine(folder, name + ".checkpoint");
}
