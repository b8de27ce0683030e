using System.Globalization;
using Transparency.Audit.Merkle;

namespace Transparency.Audit.Notes;

/// <summary>A signed tree head's text (C2SP tlog-checkpoint): origin, size and root, each on a line.</summary>
/// <param name="Extensions">Further lines. This log writes none, since nobody could audit them; others may.</param>
public sealed record Checkpoint(string Origin, TreeHead Head, IReadOnlyList<string> Extensions)
{
    public Checkpoint(string origin, TreeHead head)
        : this(origin, head, [])
    {
    }

    /// <summary>Reads a note's text; null where it is not a checkpoint in its one canonical spelling.</summary>
    public static Checkpoint? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!text.EndsWith('\n') || text[..^1].Split('\n') is not [var origin, var size, var root, .. var extensions])
        {
            return null;
        }
        return origin.Length > 0
            && long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var entries)
            && entries.ToString(CultureInfo.InvariantCulture) == size
            && Hash256.TryParse(root, out var hash)
            && !extensions.Contains("")
            && (entries > 0 || hash == TreeHash.Empty)
            ? new Checkpoint(origin, new TreeHead(entries, hash), extensions)
            : null;
    }

    /// <summary>The text to sign.</summary>
    public string ToText()
    {
        var extensions = string.Concat(Extensions.Select(line => line + "\n"));
        return string.Create(CultureInfo.InvariantCulture, $"{Origin}\n{Head.Size}\n{Head.Root.ToBase64()}\n{extensions}");
    }
}
