using System.Security.Cryptography;
using System.Text;
using Transparency.Audit.Merkle;

namespace Transparency.Audit.Entries;

/// <summary>
/// What the log publishes in place of a field's value: SHA-256 over a tag with the field's name, 32 random bytes of salt and the
/// value's exact UTF-8 bytes. With a salt nobody else knows, no guess at the value can be confirmed; once the salt is destroyed,
/// nobody can open it again.
/// </summary>
public static class FieldCommitment
{
    /// <summary>Bytes in a salt.</summary>
    public const int SaltSize = 32;

    private const int Small = 512;
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static ReadOnlySpan<byte> Tag => "transparency/field/v1"u8;

    /// <exception cref="ArgumentException">The salt is not 32 bytes, or the value is not well-formed Unicode.</exception>
    public static Hash256 Of(string name, ReadOnlySpan<byte> salt, string value)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(value);
        if (salt.Length != SaltSize)
        {
            throw new ArgumentException("A salt has 32 bytes.", nameof(salt));
        }
        // Names have no zero byte and the salt has one length, so two different inputs never give the same bytes.
        var length = Tag.Length + 1 + name.Length + 1 + SaltSize + StrictUtf8.GetByteCount(value);
        Span<byte> bytes = stackalloc byte[Small];
        bytes = length <= Small ? bytes[..length] : new byte[length];
        Tag.CopyTo(bytes);
        bytes[Tag.Length] = 0;
        var at = Tag.Length + 1 + Encoding.ASCII.GetBytes(name, bytes[(Tag.Length + 1)..]);
        bytes[at++] = 0;
        salt.CopyTo(bytes[at..]);
        StrictUtf8.GetBytes(value, bytes[(at + SaltSize)..]);
        return TreeHash.Sum(bytes);
    }

    /// <summary>A salt from the operating system's generator; never used for a second field.</summary>
    public static byte[] NewSalt() => RandomNumberGenerator.GetBytes(SaltSize);
}
