using System.Globalization;
using System.Text;
using Transparency.Audit.Merkle;

namespace Transparency.Audit.Witnessing;

/// <summary>
/// The body of <c>add-checkpoint</c> (C2SP tlog-witness): <c>old</c> and the size the witness is thought to know, a consistency proof
/// from there, an empty line, and the signed checkpoint.
/// </summary>
/// <param name="Checkpoint">The signed note, verbatim.</param>
public sealed record AddCheckpointRequest(long Old, IReadOnlyList<Hash256> Proof, string Checkpoint)
{
    /// <summary>The most hashes a proof may have.</summary>
    public const int MostHashes = 63;

    /// <summary>The path under a witness's submission prefix.</summary>
    public const string Path = "add-checkpoint";

    private const string Prefix = "old ";
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a body; null where it is malformed. The checkpoint is not looked at yet.</summary>
    public static AddCheckpointRequest? Parse(ReadOnlySpan<byte> body)
    {
        string text;
        try
        {
            text = StrictUtf8.GetString(body);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
        var split = text.IndexOf("\n\n", StringComparison.Ordinal);
        if (split < 0 || text[..split].Split('\n') is not [var first, .. var lines] || lines.Length > MostHashes || Size(first) is not { } old)
        {
            return null;
        }
        var proof = new Hash256[lines.Length];
        for (var i = 0; i < lines.Length; i++)
        {
            if (!Hash256.TryParse(lines[i], out proof[i]))
            {
                return null;
            }
        }
        return new AddCheckpointRequest(old, proof, text[(split + 2)..]);
    }

    public byte[] ToBytes()
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{Prefix}{Old}\n");
        foreach (var hash in Proof)
        {
            text.Append(hash.ToBase64()).Append('\n');
        }
        return Encoding.UTF8.GetBytes(text.Append('\n').Append(Checkpoint).ToString());
    }

    private static long? Size(string line) =>
        line.StartsWith(Prefix, StringComparison.Ordinal)
        && long.TryParse(line.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var size)
        && line == string.Create(CultureInfo.InvariantCulture, $"{Prefix}{size}")
            ? size
            : null;
}
