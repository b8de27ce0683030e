using System.Security.Cryptography;
using System.Text;
using Transparency.Core.Detections;

namespace Transparency.Core.Identity.SecondFactors;

/// <summary>
/// Keeps the secrets of authenticators unreadable in the database and its backups: AES-256-GCM under a key derived from the master key
/// for this purpose alone. The user's id is bound in, so that a row moved to another account does not open.
/// </summary>
public sealed class SealedSecret(KeyVault vault)
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    /// <summary>Nonce, ciphertext, tag.</summary>
    internal byte[] Seal(string userId, ReadOnlySpan<byte> secret)
    {
        var box = new byte[NonceBytes + secret.Length + TagBytes];
        RandomNumberGenerator.Fill(box.AsSpan(0, NonceBytes));
        using var cipher = new AesGcm(Key(), TagBytes);
        cipher.Encrypt(box.AsSpan(0, NonceBytes), secret, box.AsSpan(NonceBytes, secret.Length), box.AsSpan(^TagBytes..), Encoding.UTF8.GetBytes(userId));
        return box;
    }

    /// <exception cref="CryptographicException">The box was changed, belongs to another user, or the master key is another.</exception>
    internal byte[] Open(string userId, ReadOnlySpan<byte> box)
    {
        var secret = new byte[box.Length - NonceBytes - TagBytes];
        using var cipher = new AesGcm(Key(), TagBytes);
        cipher.Decrypt(box[..NonceBytes], box[NonceBytes..^TagBytes], box[^TagBytes..], secret, Encoding.UTF8.GetBytes(userId));
        return secret;
    }

    private byte[] Key() => HKDF.DeriveKey(HashAlgorithmName.SHA256, vault.Master(), 32, info: "second-factor"u8.ToArray());
}
