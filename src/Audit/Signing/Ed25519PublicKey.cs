namespace Transparency.Audit.Signing;

/// <summary>Verifies Ed25519 signatures (RFC 8032, pure). Safe to use from several threads.</summary>
public sealed class Ed25519PublicKey : IDisposable
{
    /// <summary>Bytes in a public key.</summary>
    public const int Size = 32;

    /// <summary>Bytes in a signature.</summary>
    public const int SignatureSize = 64;

    private readonly LibCrypto.Key _key;

    /// <param name="bytes">The 32 bytes of RFC 8032.</param>
    public Ed25519PublicKey(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Size)
        {
            throw new ArgumentException("An Ed25519 public key has 32 bytes.", nameof(bytes));
        }
        _key = LibCrypto.NewPublicKey(LibCrypto.Ed25519, 0, bytes, Size);
        if (_key.IsInvalid)
        {
            throw LibCrypto.Failure("EVP_PKEY_new_raw_public_key");
        }
    }

    public bool Verify(ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature)
    {
        if (signature.Length != SignatureSize)
        {
            return false;
        }
        using var context = LibCrypto.NewContext();
        if (context.IsInvalid || LibCrypto.VerifyInit(context, 0, 0, 0, _key) != 1)
        {
            throw LibCrypto.Failure("EVP_DigestVerifyInit");
        }
        var valid = LibCrypto.Verify(context, signature, SignatureSize, message, (nuint)message.Length) == 1;
        if (!valid)
        {
            // A refused signature leaves an error in this thread's queue, which .NET's own cryptography would trip over.
            LibCrypto.ClearErrors();
        }
        return valid;
    }

    public void Dispose() => _key.Dispose();
}
