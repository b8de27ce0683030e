using System.Security.Cryptography;

namespace Transparency.Audit.Signing;

/// <summary>Signs with Ed25519 (RFC 8032, pure; the same message always gives the same signature). Safe to use from several threads.</summary>
public sealed class Ed25519PrivateKey : IDisposable
{
    /// <summary>Bytes in the seed, which is the private key as files keep it.</summary>
    public const int SeedSize = 32;

    private readonly LibCrypto.Key _key;
    private readonly byte[] _publicKey = new byte[Ed25519PublicKey.Size];

    public Ed25519PrivateKey(ReadOnlySpan<byte> seed)
    {
        if (seed.Length != SeedSize)
        {
            throw new ArgumentException("An Ed25519 seed has 32 bytes.", nameof(seed));
        }
        _key = LibCrypto.NewPrivateKey(LibCrypto.Ed25519, 0, seed, SeedSize);
        nuint length = Ed25519PublicKey.Size;
        if (_key.IsInvalid || LibCrypto.GetPublicKey(_key, _publicKey, ref length) != 1 || length != Ed25519PublicKey.Size)
        {
            throw LibCrypto.Failure("EVP_PKEY_new_raw_private_key");
        }
    }

    public ReadOnlyMemory<byte> PublicKey => _publicKey;

    /// <returns>64 bytes.</returns>
    public byte[] Sign(ReadOnlySpan<byte> message)
    {
        using var context = LibCrypto.NewContext();
        var signature = new byte[Ed25519PublicKey.SignatureSize];
        nuint length = Ed25519PublicKey.SignatureSize;
        if (context.IsInvalid
            || LibCrypto.SignInit(context, 0, 0, 0, _key) != 1
            || LibCrypto.Sign(context, signature, ref length, message, (nuint)message.Length) != 1
            || length != Ed25519PublicKey.SignatureSize)
        {
            throw LibCrypto.Failure("EVP_DigestSign");
        }
        return signature;
    }

    public void Dispose() => _key.Dispose();

    /// <summary>
    /// Signs and verifies RFC 8032 section 7.1, test 2. Called once before a log is signed or checked: a library that gets this
    /// wrong must not be used for anything.
    /// </summary>
    /// <exception cref="CryptographicException">The library's answer is not the standard's.</exception>
    public static void SelfCheck()
    {
        var seed = Convert.FromHexString("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb");
        var expectedKey = Convert.FromHexString("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
        var expected = Convert.FromHexString(
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
        byte[] message = [0x72];
        using var key = new Ed25519PrivateKey(seed);
        using var publicKey = new Ed25519PublicKey(expectedKey);
        var signature = key.Sign(message);
        var refusesOther = !publicKey.Verify([0x73], signature);
        if (!signature.AsSpan().SequenceEqual(expected) || !publicKey.Verify(message, signature) || !refusesOther)
        {
            throw new CryptographicException("The installed OpenSSL does not reproduce RFC 8032's Ed25519 test vector.");
        }
    }
}
