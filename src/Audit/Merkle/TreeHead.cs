namespace Transparency.Audit.Merkle;

/// <summary>What a log commits to: how many entries it holds and the root hash over them (RFC 6962 MTH).</summary>
public readonly record struct TreeHead(long Size, Hash256 Root)
{
    public static TreeHead Empty { get; } = new(0, TreeHash.Empty);
}
