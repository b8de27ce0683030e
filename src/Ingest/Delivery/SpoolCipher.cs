using System.Security.Cryptography;

namespace Transparency.Ingest.Delivery;

/// <summary>
/// Seals the records of a spool with AES-256-GCM under a key of its own, so that a disk that is taken out tells no plate: one version
/// byte, a 12-byte random nonce, the ciphertext, a 16-byte tag.
/// </summary>
internal sealed class SpoolCipher : IDisposable
{
    private const byte Version = 1;
    private const int KeyBytes = 32;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const int Overhead = 1 + NonceBytes + TagBytes;

    private readonly Lock _gate = new();
    private readonly AesGcm _aes;

    /// <summary>Reads the key's file, or makes it.</summary>
    /// <exception cref="InvalidDataException">The file does not hold a key.</exception>
    public SpoolCipher(string keyFile)
    {
        var key = File.Exists(keyFile) ? File.ReadAllBytes(keyFile) : Make(keyFile);
        _aes = key.Length == KeyBytes ? new AesGcm(key, TagBytes) : throw new InvalidDataException("The spool's key file does not hold a key.");
        CryptographicOperations.ZeroMemory(key);
    }

    public byte[] Seal(byte[] plain)
    {
        var sealedBytes = new byte[Overhead + plain.Length];
        sealedBytes[0] = Version;
        RandomNumberGenerator.Fill(sealedBytes.AsSpan(1, NonceBytes));
        lock (_gate)
        {
            _aes.Encrypt(sealedBytes.AsSpan(1, NonceBytes), plain, sealedBytes.AsSpan(1 + NonceBytes, plain.Length), sealedBytes.AsSpan(^TagBytes..));
        }

        return sealedBytes;
    }

    /// <summary>Null for what was sealed with another key or changed.</summary>
    public byte[]? Open(ReadOnlySpan<byte> sealedBytes)
    {
        if (sealedBytes.Length < Overhead || sealedBytes[0] != Version)
        {
            return null;
        }

        var plain = new byte[sealedBytes.Length - Overhead];
        try
        {
            lock (_gate)
            {
                _aes.Decrypt(sealedBytes.Slice(1, NonceBytes), sealedBytes[(1 + NonceBytes)..^TagBytes], sealedBytes[^TagBytes..], plain);
            }

            return plain;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    public void Dispose() => _aes.Dispose();

    private static byte[] Make(string keyFile)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(keyFile)!);
        var key = RandomNumberGenerator.GetBytes(KeyBytes);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var file = new FileStream(keyFile, options);
        file.Write(key);
        file.Flush(flushToDisk: true);
        return key;
    }
}
