using System.Buffers;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using Transparency.Audit.Merkle;

namespace Transparency.Audit;

/// <summary>
/// Base64 as the log's formats use it (RFC 4648 section 4, padded) with one spelling per value: white space and non-zero
/// trailing bits are refused, so that a changed character can never mean the same bytes.
/// </summary>
public static class CanonicalBase64
{
    /// <summary>Decodes text whose bytes fill <paramref name="destination"/> exactly.</summary>
    public static bool TryDecode([NotNullWhen(true)] string? text, Span<byte> destination) =>
        text is not null
        && text.Length == (destination.Length + 2) / 3 * 4
        && Convert.TryFromBase64String(text, destination, out var written)
        && written == destination.Length
        && IsCanonical(text, destination);

    /// <summary>Decodes text of any length; null where it is not canonical.</summary>
    public static byte[]? Decode(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var buffer = new byte[text.Length / 4 * 3];
        if (!Convert.TryFromBase64String(text, buffer, out var written))
        {
            return null;
        }
        var bytes = buffer.AsSpan(0, written);
        return IsCanonical(text, bytes) ? bytes.ToArray() : null;
    }

    /// <summary>Letters in the base64 of a hash or a salt.</summary>
    internal const int HashLength = 44;

    /// <summary>Decodes the 44 letters of 32 bytes at the start of UTF-8 text, fast.</summary>
    internal static bool TryDecodeHash(ReadOnlySpan<byte> utf8, out Hash256 hash)
    {
        Span<byte> bytes = stackalloc byte[Hash256.Size + 1];
        if (utf8.Length < HashLength
            || Base64.DecodeFromUtf8(utf8[..HashLength], bytes, out _, out var written) != OperationStatus.Done
            || written != Hash256.Size
            // 32 bytes leave two bits over in the last letter; they are zero in the one canonical spelling.
            || !"AEIMQUYcgkosw048"u8.Contains(utf8[HashLength - 2]))
        {
            hash = default;
            return false;
        }
        hash = new Hash256(bytes[..Hash256.Size]);
        return true;
    }

    private static bool IsCanonical(string text, ReadOnlySpan<byte> bytes) =>
        text.AsSpan().SequenceEqual(Convert.ToBase64String(bytes));
}
