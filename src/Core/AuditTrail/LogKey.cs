using System.Globalization;
using System.Security.Cryptography;
using Transparency.Audit;
using Transparency.Audit.Notes;
using Transparency.Audit.Signing;

namespace Transparency.Core.AuditTrail;

/// <summary>
/// The log's signing key: the file <c>keys/log.key</c> of the data folder, made on first use, readable by its owner only. It holds one
/// line in the form other signed-note tools use: <c>PRIVATE+KEY+name+id+base64(type, seed)</c>.
/// </summary>
public sealed class LogKey(string dataFolder) : IDisposable
{
    private readonly Lock _lock = new();
    private NoteSigner? _signer;

    private string Folder => Path.Combine(dataFolder, "keys");

    private string KeyFile => Path.Combine(Folder, "log.key");

    /// <summary>The signer of the log with this origin.</summary>
    /// <exception cref="InvalidOperationException">The file is damaged, or its key belongs to another log.</exception>
    /// <exception cref="CryptographicException">The installed OpenSSL does not do Ed25519 as the standard says.</exception>
    public NoteSigner Open(string origin)
    {
        lock (_lock)
        {
            if (_signer is null)
            {
                Ed25519PrivateKey.SelfCheck();
                if (!File.Exists(KeyFile))
                {
                    Create(origin);
                }
                _signer = Read();
            }
            return _signer.Key.Name == origin
                ? _signer
                : throw new InvalidOperationException($"The key in {KeyFile} signs the log {_signer.Key.Name}, not {origin}.");
        }
    }

    public void Dispose() => _signer?.Dispose();

    private NoteSigner Read()
    {
        var parts = File.ReadAllText(KeyFile).TrimEnd('\n').Split('+', 5);
        if (parts is ["PRIVATE", "KEY", var name, var id, var base64]
            && CanonicalBase64.Decode(base64) is [NoteKey.Ed25519, .. { Length: Ed25519PrivateKey.SeedSize } seed])
        {
            var signer = new NoteSigner(name, NoteKey.Ed25519, seed);
            if (signer.Key.Id.ToString("x8", CultureInfo.InvariantCulture) == id)
            {
                return signer;
            }
            signer.Dispose();
        }
        throw new InvalidOperationException($"{KeyFile} does not hold a log's signing key. Restore it from a backup; the log's past needs this key.");
    }

    private void Create(string origin)
    {
        Directory.CreateDirectory(Folder);
        var seed = RandomNumberGenerator.GetBytes(Ed25519PrivateKey.SeedSize);
        using var signer = new NoteSigner(origin, NoteKey.Ed25519, seed);
        var text = string.Create(
            CultureInfo.InvariantCulture, $"PRIVATE+KEY+{origin}+{signer.Key.Id:x8}+{Convert.ToBase64String([NoteKey.Ed25519, .. seed])}\n");
        CryptographicOperations.ZeroMemory(seed);
        try
        {
            PrivateFile.Create(KeyFile, text);
        }
        catch (IOException) when (File.Exists(KeyFile))
        {
            // Another process was faster; its key is the log's key.
        }
    }
}
