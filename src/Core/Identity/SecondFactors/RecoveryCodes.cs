using System.Security.Cryptography;
using System.Text;

namespace Transparency.Core.Identity.SecondFactors;

/// <summary>
/// Rule: ten codes for the day the authenticator is lost, each good once. They are random (50 bits), so their plain hash gives nothing away.
/// </summary>
internal static class RecoveryCodes
{
    public const int Count = 10;

    // Without letters and digits that look alike.
    private const string Alphabet = "23456789abcdefghjkmnpqrstuvwxyz";

    /// <summary>"k7m2p-x4rtq".</summary>
    public static string Make() =>
        $"{RandomNumberGenerator.GetString(Alphabet, 5)}-{RandomNumberGenerator.GetString(Alphabet, 5)}";

    /// <summary>What is stored; the same for a code typed with capitals, spaces or without its hyphen.</summary>
    public static string Hash(string code) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(code.ToLowerInvariant().Where(char.IsLetterOrDigit)))));
}
