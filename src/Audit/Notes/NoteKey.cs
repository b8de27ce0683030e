using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using Transparency.Audit.Merkle;
using Transparency.Audit.Signing;

namespace Transparency.Audit.Notes;

/// <summary>
/// A public key that signs notes, written as a verifier key: <c>name+hexadecimal id+base64(type, key)</c> (C2SP signed-note).
/// The id is the first four bytes of SHA-256(name, newline, type, key).
/// </summary>
public sealed class NoteKey
{
    /// <summary>Type 01: an Ed25519 signature over the note's text. What a log signs its checkpoints with.</summary>
    public const byte Ed25519 = 1;

    /// <summary>Type 04: an Ed25519 cosignature with a time (C2SP tlog-cosignature). What a witness signs with.</summary>
    public const byte Cosignature = 4;

    /// <exception cref="ArgumentException">The name is not one the format allows, or the key or type is unknown.</exception>
    public NoteKey(string name, byte type, ReadOnlyMemory<byte> publicKey)
    {
        if (!IsName(name))
        {
            throw new ArgumentException("A key's name is not empty and has no spaces and no plus sign.", nameof(name));
        }
        if (type is not (Ed25519 or Cosignature) || publicKey.Length != Ed25519PublicKey.Size)
        {
            throw new ArgumentException("Only Ed25519 keys (type 1) and cosignature keys (type 4) are known.", nameof(type));
        }
        (Name, Type, PublicKey) = (name, type, publicKey.ToArray());
        Id = IdOf(name, [type, .. publicKey.Span]);
    }

    public string Name { get; }

    public byte Type { get; }

    public ReadOnlyMemory<byte> PublicKey { get; }

    /// <summary>The four bytes that precede each signature, as one big-endian number.</summary>
    public uint Id { get; }

    /// <summary>Reads a verifier key; false where it is malformed, of an unknown type, or its id is not its own.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out NoteKey? key)
    {
        key = null;
        var parts = text?.Split('+', 3);
        if (parts is not { Length: 3 }
            || !IsName(parts[0])
            || parts[1].Length != 8
            || !uint.TryParse(parts[1], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var id)
            || CanonicalBase64.Decode(parts[2]) is not { Length: Ed25519PublicKey.Size + 1 } bytes
            || bytes[0] is not (Ed25519 or Cosignature))
        {
            return false;
        }
        key = new NoteKey(parts[0], bytes[0], bytes.AsMemory(1));
        if (key.Id != id)
        {
            key = null;
        }
        return key is not null;
    }

    /// <summary>The verifier key's text.</summary>
    public override string ToString()
    {
        var key = Convert.ToBase64String([Type, .. PublicKey.Span]);
        return string.Create(CultureInfo.InvariantCulture, $"{Name}+{Id:x8}+{key}");
    }

    /// <summary>Whether signed-note allows this as a key's name.</summary>
    public static bool IsName([NotNullWhen(true)] string? name) =>
        !string.IsNullOrEmpty(name) && !name.Any(c => c == '+' || c < 0x20 || char.IsWhiteSpace(c) || char.IsSurrogate(c));

    private static uint IdOf(string name, ReadOnlySpan<byte> typeAndKey)
    {
        byte[] input = [.. Encoding.UTF8.GetBytes(name), (byte)'\n', .. typeAndKey];
        return BinaryPrimitives.ReadUInt32BigEndian(TreeHash.Sum(input).ToArray());
    }
}
