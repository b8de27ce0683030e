using System.Buffers.Binary;

namespace Transparency.Audit.Notes;

/// <summary>One signature line of a note, not yet checked: whose it claims to be, and the bytes after the key id.</summary>
public sealed record NoteSignature(string Name, uint KeyId, byte[] Bytes)
{
    /// <summary>The line as a note holds it, with its newline.</summary>
    public override string ToString()
    {
        var bytes = new byte[4 + Bytes.Length];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, KeyId);
        Bytes.CopyTo(bytes, 4);
        return $"\u2014 {Name} {Convert.ToBase64String(bytes)}\n";
    }

    /// <summary>Reads one line without its newline; null where it is malformed.</summary>
    internal static NoteSignature? Parse(string line)
    {
        var parts = line.Split(' ');
        return parts is ["\u2014", var name, var base64]
            && NoteKey.IsName(name)
            && CanonicalBase64.Decode(base64) is { Length: > 4 } bytes
            ? new NoteSignature(name, BinaryPrimitives.ReadUInt32BigEndian(bytes), bytes[4..])
            : null;
    }
}
