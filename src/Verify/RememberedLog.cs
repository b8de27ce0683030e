using System.Text.Json;
using Transparency.Audit.Merkle;
using Transparency.Audit.Notes;

namespace Transparency.Verify;

/// <summary>What a verifier remembers of a log between two checks: its key and the last head that held.</summary>
public sealed record RememberedLog(string Key, string Note)
{
    /// <summary>How the remembered head is called in findings.</summary>
    public const string Whose = "the head seen last time";

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true };

    /// <summary>The remembered head; the note was verified before it was kept.</summary>
    public TreeHead Head() =>
        SignedNote.Parse(System.Text.Encoding.UTF8.GetBytes(Note)) is { } note && Checkpoint.Parse(note.Text) is { } checkpoint
            ? checkpoint.Head
            : throw new InvalidDataException("The remembered checkpoint is damaged.");

    public NoteKey VerifierKey() => NoteKey.TryParse(Key, out var key) ? key : throw new InvalidDataException("The remembered key is damaged.");

    /// <returns>Null where the file is not there yet.</returns>
    /// <exception cref="InvalidDataException">The file is not one of ours.</exception>
    public static RememberedLog? Read(string file)
    {
        if (!File.Exists(file))
        {
            return null;
        }
        try
        {
            var remembered = JsonSerializer.Deserialize<RememberedLog>(File.ReadAllText(file));
            return remembered is { Key: not null, Note: not null }
                ? remembered
                : throw new InvalidDataException($"{file} is not a verifier's state.");
        }
        catch (JsonException)
        {
            throw new InvalidDataException($"{file} is not a verifier's state. Name another file, or delete it to start anew.");
        }
    }

    /// <summary>Replaces the file in one step.</summary>
    public void Write(string file)
    {
        var draft = file + ".new";
        File.WriteAllText(draft, JsonSerializer.Serialize(this, Readable) + "\n");
        File.Move(draft, file, overwrite: true);
    }
}
