using System.Diagnostics.CodeAnalysis;

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

    private static bool IsCanonical(string text, ReadOnlySpan<byte> bytes) =>
        text.AsSpan().SequenceEqual(Convert.ToBase64String(bytes));
}
