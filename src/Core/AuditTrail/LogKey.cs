using System.Globalization;
using System.Security.Cryptography;
using Transparency.Audit;
using Transparency.Audit.Notes;
using Transparency.Audit.Signing;

namespace Transparency.Core.AuditTrail;

/// <summary>
/// The log's signing key: the file <c>keys/log.key</c> of the data folder, made on first use, readable by its owner only. It holds one
/// line in the form other signed-note tools use: <c>PRIVATE+KEY+name+id+base64(type, seed)</c>; two while one key follows another.
/// </summary>
public sealed class LogKey(string dataFolder) : IDisposable
{
    private readonly Lock _lock = new();
    private List<NoteSigner> _signers = [];
    private DateTime _readFrom;

    private string Folder => Path.Combine(dataFolder, "keys");

    private string KeyFile => Path.Combine(Folder, "log.key");

    /// <summary>The signer of the log with this origin; the older one while there are two.</summary>
    /// <exception cref="InvalidOperationException">The file is damaged, or its key belongs to another log.</exception>
    /// <exception cref="CryptographicException">The installed OpenSSL does not do Ed25519 as the standard says.</exception>
    public NoteSigner Open(string origin) => OpenAll(origin)[0];

    /// <summary>Every signer, oldest first. Another process may have added or retired one: the file is looked at each time.</summary>
    /// <inheritdoc cref="Open"/>
    public IReadOnlyList<NoteSigner> OpenAll(string origin)
    {
        lock (_lock)
        {
            if (!File.Exists(KeyFile))
            {
                Ed25519PrivateKey.SelfCheck();
                Create(origin);
            }
            if (_signers.Count == 0 || File.GetLastWriteTimeUtc(KeyFile) != _readFrom)
            {
                Ed25519PrivateKey.SelfCheck();
                _readFrom = File.GetLastWriteTimeUtc(KeyFile);
                // Signers read before may still be in use; they are let go with the process.
                _signers = Read();
            }
            return _signers.FirstOrDefault(signer => signer.Key.Name != origin) is { } other
                ? throw new InvalidOperationException($"The key in {KeyFile} signs the log {other.Key.Name}, not {origin}.")
                : _signers;
        }
    }

    /// <summary>Makes one more key. Returns its verifier key.</summary>
    internal string Add(string origin)
    {
        lock (_lock)
        {
            var (line, verifier) = NewKey(origin);
            PrivateFile.Replace(KeyFile, File.ReadAllText(KeyFile).TrimEnd('\n') + "\n" + line);
            _signers = [];
            return verifier;
        }
    }

    /// <summary>Destroys the key with this verifier key. The last one stays.</summary>
    internal void Retire(string verifierKey)
    {
        lock (_lock)
        {
            var lines = File.ReadAllLines(KeyFile);
            var kept = lines.Where((_, i) => _signers[i].Key.ToString() != verifierKey).ToList();
            PrivateFile.Replace(KeyFile, string.Join('\n', kept.Count > 0 ? kept : [.. lines]) + "\n");
            _signers = [];
        }
    }

    public void Dispose()
    {
        foreach (var signer in _signers)
        {
            signer.Dispose();
        }
    }

    private List<NoteSigner> Read()
    {
        var lines = File.ReadAllText(KeyFile).TrimEnd('\n').Split('\n');
        return lines.Select(Parse).ToList() is var signers && !signers.Contains(null)
            ? signers.OfType<NoteSigner>().ToList()
            : throw new InvalidOperationException($"{KeyFile} does not hold a log's signing key. Restore it from a backup; the log's past needs this key.");
    }

    private static NoteSigner? Parse(string line)
    {
        if (line.Split('+', 5) is ["PRIVATE", "KEY", var name, var id, var base64]
            && CanonicalBase64.Decode(base64) is [NoteKey.Ed25519, .. { Length: Ed25519PrivateKey.SeedSize } seed])
        {
            var signer = new NoteSigner(name, NoteKey.Ed25519, seed);
            if (signer.Key.Id.ToString("x8", CultureInfo.InvariantCulture) == id)
            {
                return signer;
            }
            signer.Dispose();
        }
        return null;
    }

    private void Create(string origin)
    {
        Directory.CreateDirectory(Folder);
        try
        {
            PrivateFile.Create(KeyFile, NewKey(origin).Line);
        }
        catch (IOException) when (File.Exists(KeyFile))
        {
            // Another process was faster; its key is the log's key.
        }
    }

    private static (string Line, string Verifier) NewKey(string origin)
    {
        var seed = RandomNumberGenerator.GetBytes(Ed25519PrivateKey.SeedSize);
        using var signer = new NoteSigner(origin, NoteKey.Ed25519, seed);
        var line = string.Create(
            CultureInfo.InvariantCulture, $"PRIVATE+KEY+{origin}+{signer.Key.Id:x8}+{Convert.ToBase64String([NoteKey.Ed25519, .. seed])}\n");
        CryptographicOperations.ZeroMemory(seed);
        return (line, signer.Key.ToString());
    }
}
