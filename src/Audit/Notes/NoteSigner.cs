using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Transparency.Audit.Signing;

namespace Transparency.Audit.Notes;

/// <summary>Signs notes with one key. A log's key (type 1) and a witness's (type 4) are never the same key.</summary>
public sealed class NoteSigner : IDisposable
{
    private readonly Ed25519PrivateKey _privateKey;

    /// <param name="seed">The 32 bytes of the private key.</param>
    public NoteSigner(string name, byte type, ReadOnlySpan<byte> seed)
    {
        _privateKey = new Ed25519PrivateKey(seed);
        Key = new NoteKey(name, type, _privateKey.PublicKey);
    }

    public NoteKey Key { get; }

    /// <summary>A type 1 signature over the text.</summary>
    public NoteSignature Sign(string text) => Key.Type == NoteKey.Ed25519
        ? new NoteSignature(Key.Name, Key.Id, _privateKey.Sign(Encoding.UTF8.GetBytes(text)))
        : throw new InvalidOperationException("A witness's key does not sign as a log.");

    /// <summary>A type 4 cosignature over the text, stating when it was made.</summary>
    /// <param name="time">Seconds since 1970, above 0.</param>
    public NoteSignature Cosign(string text, long time)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(time);
        if (Key.Type != NoteKey.Cosignature)
        {
            throw new InvalidOperationException("A log's key does not sign as a witness.");
        }
        var bytes = new byte[8 + Ed25519PublicKey.SignatureSize];
        BinaryPrimitives.WriteInt64BigEndian(bytes, time);
        _privateKey.Sign(CosignedMessage(text, time)).CopyTo(bytes, 8);
        return new NoteSignature(Key.Name, Key.Id, bytes);
    }

    public void Dispose() => _privateKey.Dispose();

    internal static byte[] CosignedMessage(string text, long time) =>
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"cosignature/v1\ntime {time}\n{text}"));
}
