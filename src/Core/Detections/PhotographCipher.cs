using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Transparency.Core.Agencies;

namespace Transparency.Core.Detections;

/// <summary>
/// The formats of an encrypted photograph and of a wrapped day key: one version byte, a 12-byte random nonce, the ciphertext, a
/// 16-byte tag; AES-256-GCM throughout. A photograph is bound to its detection's number, a day key to its day.
/// </summary>
internal static class PhotographCipher
{
    private const byte Version = 1;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    public static byte[] Encrypt(byte[] dayKey, DetectionId id, ReadOnlySpan<byte> jpeg) => Seal(dayKey, jpeg, Bytes(id));

    /// <summary>The JPEG bytes, or null when the file was made with another key, for another detection, or was changed.</summary>
    public static byte[]? Decrypt(byte[] dayKey, DetectionId id, ReadOnlySpan<byte> file) => Open(dayKey, file, Bytes(id));

    public static byte[] Wrap(byte[] master, byte[] share, DateOnly day, byte[] dayKey) =>
        Seal(WrappingKey(master, share, day), dayKey, Bytes(day));

    /// <summary>The day key, or null when master key or share are not the ones it was wrapped with.</summary>
    public static byte[]? Unwrap(byte[] master, byte[] share, DateOnly day, ReadOnlySpan<byte> wrapped) =>
        Open(WrappingKey(master, share, day), wrapped, Bytes(day));

    // RFC 5869 over both halves: neither alone tells anything of the result.
    private static byte[] WrappingKey(byte[] master, byte[] share, DateOnly day) => HKDF.DeriveKey(
        HashAlgorithmName.SHA256, [.. master, .. share], KeyVault.KeyBytes, info: [.. "transparency/photograph-day-key/v1 "u8, .. Bytes(day)]);

    private static byte[] Seal(byte[] key, ReadOnlySpan<byte> plain, byte[] boundTo)
    {
        var sealedBytes = new byte[1 + NonceBytes + plain.Length + TagBytes];
        sealedBytes[0] = Version;
        var nonce = sealedBytes.AsSpan(1, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagBytes);
        aes.Encrypt(nonce, plain, sealedBytes.AsSpan(1 + NonceBytes, plain.Length), sealedBytes.AsSpan(^TagBytes..), boundTo);
        return sealedBytes;
    }

    private static byte[]? Open(byte[] key, ReadOnlySpan<byte> sealedBytes, byte[] boundTo)
    {
        if (sealedBytes.Length < 1 + NonceBytes + TagBytes || sealedBytes[0] != Version)
        {
            return null;
        }

        var plain = new byte[sealedBytes.Length - 1 - NonceBytes - TagBytes];
        using var aes = new AesGcm(key, TagBytes);
        try
        {
            aes.Decrypt(sealedBytes.Slice(1, NonceBytes), sealedBytes[(1 + NonceBytes)..^TagBytes], sealedBytes[^TagBytes..], plain, boundTo);
            return plain;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    private static byte[] Bytes(DetectionId id)
    {
        var bytes = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, id.Value);
        return bytes;
    }

    private static byte[] Bytes(DateOnly day) => Encoding.ASCII.GetBytes(City.Text(day));
}
