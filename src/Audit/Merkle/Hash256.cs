using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;

namespace Transparency.Audit.Merkle;

/// <summary>The 32 bytes of a SHA-256 hash as a value: compared by content, held without an array of its own.</summary>
public readonly record struct Hash256
{
    /// <summary>Bytes in a hash.</summary>
    public const int Size = 32;

    private readonly ulong _a;
    private readonly ulong _b;
    private readonly ulong _c;
    private readonly ulong _d;

    /// <param name="bytes">Exactly 32 bytes.</param>
    /// <exception cref="ArgumentException">Another length.</exception>
    public Hash256(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Size)
        {
            throw new ArgumentException("A SHA-256 hash has 32 bytes.", nameof(bytes));
        }
        _a = BinaryPrimitives.ReadUInt64BigEndian(bytes);
        _b = BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]);
        _c = BinaryPrimitives.ReadUInt64BigEndian(bytes[16..]);
        _d = BinaryPrimitives.ReadUInt64BigEndian(bytes[24..]);
    }

    /// <param name="destination">At least 32 bytes.</param>
    public void CopyTo(Span<byte> destination)
    {
        BinaryPrimitives.WriteUInt64BigEndian(destination, _a);
        BinaryPrimitives.WriteUInt64BigEndian(destination[8..], _b);
        BinaryPrimitives.WriteUInt64BigEndian(destination[16..], _c);
        BinaryPrimitives.WriteUInt64BigEndian(destination[24..], _d);
    }

    public byte[] ToArray()
    {
        var bytes = new byte[Size];
        CopyTo(bytes);
        return bytes;
    }

    public string ToBase64() => Convert.ToBase64String(ToArray());

    /// <summary>Reads padded standard base64 of exactly 32 bytes, in its one canonical spelling.</summary>
    public static bool TryParse([NotNullWhen(true)] string? base64, out Hash256 hash)
    {
        Span<byte> bytes = stackalloc byte[Size];
        hash = default;
        if (!CanonicalBase64.TryDecode(base64, bytes))
        {
            return false;
        }
        hash = new Hash256(bytes);
        return true;
    }

    /// <summary>Lower-case hexadecimal.</summary>
    public override string ToString() => Convert.ToHexStringLower(ToArray());
}
