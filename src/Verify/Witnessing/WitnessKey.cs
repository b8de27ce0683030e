using System.Globalization;
using System.Security.Cryptography;
using Transparency.Audit;
using Transparency.Audit.Notes;
using Transparency.Audit.Signing;

namespace Transparency.Verify.Witnessing;

/// <summary>The witness's key: <c>witness.key</c> in its folder, made at the first start, in the form other signed-note tools use.</summary>
internal static class WitnessKey
{
    /// <param name="name">The name for a new key; an existing key keeps its own.</param>
    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    public static NoteSigner Open(string folder, string name)
    {
        var file = Path.Combine(folder, "witness.key");
        if (!File.Exists(file))
        {
            var fresh = RandomNumberGenerator.GetBytes(Ed25519PrivateKey.SeedSize);
            using var signer = new NoteSigner(name, NoteKey.Cosignature, fresh);
            DurableFile.CreateSecret(file, string.Create(
                CultureInfo.InvariantCulture, $"PRIVATE+KEY+{name}+{signer.Key.Id:x8}+{Convert.ToBase64String([NoteKey.Cosignature, .. fresh])}\n"));
        }
        return File.ReadAllText(file).TrimEnd('\n').Split('+', 5) is ["PRIVATE", "KEY", var known, _, var base64]
            && CanonicalBase64.Decode(base64) is [NoteKey.Cosignature, .. { Length: Ed25519PrivateKey.SeedSize } seed]
            ? new NoteSigner(known, NoteKey.Cosignature, seed)
            : throw new InvalidDataException($"{file} does not hold a witness's key. Restore it, or start in another folder under another name.");
    }
}
