using System.Buffers.Binary;
using System.Text;
using Transparency.Audit.Entries;

namespace Transparency.Core.AuditTrail;

/// <summary>
/// The openings of one entry as <c>log_openings.bytes</c> holds them: a version byte 1, then for each field the length of its name (one
/// byte), the name in ASCII, the 32 bytes of salt, the length of the value (four bytes, little-endian) and the value in UTF-8. A field
/// whose salt was destroyed is left out.
/// </summary>
public static class StoredOpenings
{
    private const byte Version = 1;
    private const int Fixed = 1 + FieldCommitment.SaltSize + 4;

    public static byte[] Write(IReadOnlyList<FieldOpening> openings)
    {
        ArgumentNullException.ThrowIfNull(openings);
        var bytes = new byte[1 + openings.Sum(opening => Fixed + opening.Name.Length + Encoding.UTF8.GetByteCount(opening.Value))];
        bytes[0] = Version;
        var at = bytes.AsSpan(1);
        foreach (var opening in openings)
        {
            at[0] = (byte)opening.Name.Length;
            at = at[(1 + Encoding.ASCII.GetBytes(opening.Name, at[1..]))..];
            opening.Salt.CopyTo(at);
            var length = Encoding.UTF8.GetBytes(opening.Value, at[(FieldCommitment.SaltSize + 4)..]);
            BinaryPrimitives.WriteInt32LittleEndian(at[FieldCommitment.SaltSize..], length);
            at = at[(FieldCommitment.SaltSize + 4 + length)..];
        }
        return bytes;
    }

    /// <exception cref="InvalidDataException">The bytes are damaged.</exception>
    public static IReadOnlyList<FieldOpening> Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes is not [Version, .. var at])
        {
            throw Damaged();
        }
        var openings = new List<FieldOpening>(24);
        while (!at.IsEmpty)
        {
            var name = Take(ref at, Take(ref at, 1)[0]);
            var salt = Take(ref at, FieldCommitment.SaltSize);
            var value = Take(ref at, BinaryPrimitives.ReadInt32LittleEndian(Take(ref at, 4)));
            openings.Add(new FieldOpening(Encoding.ASCII.GetString(name), salt.ToArray(), Encoding.UTF8.GetString(value)));
        }
        return openings;
    }

    private static ReadOnlySpan<byte> Take(ref ReadOnlySpan<byte> bytes, int length)
    {
        if (length < 0 || length > bytes.Length)
        {
            throw Damaged();
        }
        var taken = bytes[..length];
        bytes = bytes[length..];
        return taken;
    }

    private static InvalidDataException Damaged() => new("The stored openings of an entry are damaged.");
}
