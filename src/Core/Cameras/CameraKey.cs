using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Transparency.Core.Cameras;

/// <summary>
/// Rule: what a camera's key looks like and what is kept of it. A key has 256 random bits, so that a plain hash of it cannot be turned
/// back by trying.
/// </summary>
public static class CameraKey
{
    private const string Beginning = "tcam_";
    private const int RandomBytes = 32;

    /// <summary>Characters of a key.</summary>
    public static int Length { get; } = Beginning.Length + Base64Url.GetEncodedLength(RandomBytes);

    public static string Make() => Beginning + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(RandomBytes));

    /// <summary>Lower-case hex of the key's SHA-256; null for a text that cannot be a key.</summary>
    public static string? Hash(string? key) => key?.Length == Length && key.StartsWith(Beginning, StringComparison.Ordinal)
        ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))
        : null;
}
