using System.Buffers.Binary;
using System.Text;
using Transparency.Audit.Signing;

namespace Transparency.Audit.Notes;

/// <summary>Checks one key's signatures, of either type.</summary>
public sealed class NoteVerifier(NoteKey key) : IDisposable
{
    private readonly Ed25519PublicKey _publicKey = new(key.PublicKey.Span);

    public NoteKey Key => key;

    /// <returns>Null where the signature is not this key's over the text.</returns>
    public VerifiedSignature? Verify(string text, NoteSignature signature)
    {
        ArgumentNullException.ThrowIfNull(signature);
        if (key.Type == NoteKey.Ed25519)
        {
            return _publicKey.Verify(Encoding.UTF8.GetBytes(text), signature.Bytes) ? new VerifiedSignature(key, null) : null;
        }
        if (signature.Bytes.Length != 8 + Ed25519PublicKey.SignatureSize
            || BinaryPrimitives.ReadInt64BigEndian(signature.Bytes) is var time && time <= 0)
        {
            return null;
        }
        var message = NoteSigner.CosignedMessage(text, time);
        return _publicKey.Verify(message, signature.Bytes.AsSpan(8)) ? new VerifiedSignature(key, time) : null;
    }

    public void Dispose() => _publicKey.Dispose();
}
